import { Injectable } from '@nestjs/common';
import { UnitOfWork } from './unit-of-work.js';

/** Every setting and the values it may have. `examples`: whether example listings are in the catalogue; written at every start.
 * `examples.stage`: how far the example exchange has been loaded, or that it has been removed for good. */
export interface SettingValues {
  examples: 'on' | 'off';
  'examples.stage': 'filled' | 'complete' | 'removed';
}

/** Settings kept in the database because SQL asks for them (see the view catalogue_listing). */
@Injectable()
export class Settings {
  constructor(private readonly uow: UnitOfWork) {}

  async get<Key extends keyof SettingValues>(key: Key): Promise<SettingValues[Key] | null> {
    const [row] = await this.uow.query<{ value: SettingValues[Key] }>('SELECT value FROM gate_setting WHERE key = $1', [key]);
    return row?.value ?? null;
  }

  /** Replicas of the catalogue read a changed setting at their next start: change it before the application serves. */
  async set<Key extends keyof SettingValues>(key: Key, value: SettingValues[Key]): Promise<void> {
    await this.uow.query('INSERT INTO gate_setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [
      key,
      value,
    ]);
  }
}
