import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { FilesService } from '../files/index.js';
import { Rules } from '../rules/index.js';
import { importKeptDays } from './import.rules.js';

/** Name of the recurring task. */
export const IMPORT_SWEEP = 'imports.sweep';

const EVERY_MS = 60 * 60_000;
const BATCH = 100;

/** Throws away old runs with their faults, and gives up the tables of those that were never started. What went in stays. */
@Injectable()
export class ImportSweep implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FilesService,
    private readonly rules: Rules,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.every(IMPORT_SWEEP, EVERY_MS, () => this.run());
  }

  async run(): Promise<void> {
    const days = await this.rules.get(importKeptDays);
    while ((await this.uow.run(() => this.sweep(days))) === BATCH);
  }

  private async sweep(days: number): Promise<number> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT id FROM import_run WHERE coalesce(finished_at, created_at) < gate_now() - make_interval(days => $1)
       ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      [days],
    );
    for (const { id } of rows) await this.files.release({ kind: 'import', id });
    await this.uow.query('DELETE FROM import_run WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
    return rows.length;
  }
}
