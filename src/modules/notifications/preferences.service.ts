import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { KINDS, NOTIFICATION_KINDS, type Delivery, type NotificationKind } from './notification-kinds.js';
import type { PreferencesPatch, PreferencesView } from './notifications.schemas.js';

/** What a person wants by mail. */
@Injectable()
export class PreferencesService {
  constructor(private readonly uow: UnitOfWork) {}

  async of({ personId }: PersonActor): Promise<PreferencesView> {
    const rows = await this.uow.query<{ kind: NotificationKind; delivery: Delivery }>(
      'SELECT kind, delivery FROM notification_preference WHERE person_id = $1',
      [personId],
    );
    const chosen = new Map(rows.map((row) => [row.kind, row.delivery]));
    return {
      items: KINDS.map((kind) => ({ kind, delivery: chosen.get(kind) ?? NOTIFICATION_KINDS[kind], default: NOTIFICATION_KINDS[kind] })),
    };
  }

  /** Whether she has ever chosen. */
  async hasChosen({ personId }: PersonActor): Promise<boolean> {
    return (await this.uow.query('SELECT FROM notification_preference WHERE person_id = $1 LIMIT 1', [personId])).length > 0;
  }

  async change(actor: PersonActor, patch: PreferencesPatch): Promise<PreferencesView> {
    return this.uow.run(async () => {
      const entries = Object.entries(patch);
      await this.uow.query(
        `INSERT INTO notification_preference (person_id, kind, delivery) SELECT $1, kind, delivery FROM unnest($2::text[], $3::text[]) AS p(kind, delivery)
         ON CONFLICT (person_id, kind) DO UPDATE SET delivery = excluded.delivery`,
        [actor.personId, entries.map(([kind]) => kind), entries.map(([, delivery]) => delivery)],
      );
      return this.of(actor);
    });
  }
}
