import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { readList } from './list-file.js';
import { screenJob } from './screening.jobs.js';
import type { NewList } from './screening.schemas.js';

/** Takes lists in and out; who may is the route's policy (administrators). Nothing of them leaves the machine. */
@Injectable()
export class ScreeningLists {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  /** Takes the place of the list of that name, and has every organization compared with it. @throws DomainError as readList. */
  import(actor: Actor, { name, asOf, csv }: NewList): Promise<{ id: string; entries: number }> {
    const entries = readList(csv);
    return this.uow.run(async () => {
      const [list] = await this.uow.query<{ id: string }>(
        `INSERT INTO screening_list (name, as_of, imported_by) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT uq_screening_list_name
         DO UPDATE SET as_of = excluded.as_of, imported_by = excluded.imported_by, imported_at = gate_now() RETURNING id`,
        [name, asOf, personIdOf(actor)],
      );
      if (!list) throw new Error('a screening list was not stored');
      await this.uow.query('DELETE FROM screening_entry WHERE list_id = $1', [list.id]);
      await this.uow.query(
        `INSERT INTO screening_entry (list_id, position, names, country)
         SELECT $1, position, ARRAY(SELECT jsonb_array_elements_text(names)), country
         FROM jsonb_to_recordset($2::jsonb) AS e (position integer, names jsonb, country text)`,
        [list.id, JSON.stringify(entries.map((entry, position) => ({ ...entry, position })))],
      );
      await this.record(actor, 'screening.import', list.id, { entries: entries.length, asOf });
      await this.jobs.add(screenJob, {}, { dedupe: `list:${list.id}` });
      return { id: list.id, entries: entries.length };
    });
  }

  /** What it has found stays on record, decided or not. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.uow.run(async () => {
      const removed = await this.uow.query('DELETE FROM screening_list WHERE id = $1 RETURNING id', [id]);
      if (removed.length === 0) throw notFound('screening-list');
      await this.record(actor, 'screening.remove-list', id, {});
    });
  }

  private record(actor: Actor, action: string, id: string, data: Record<string, string | number>): Promise<void> {
    return this.audit.record(actor, { action, subject: { type: 'screening-list', id }, data });
  }
}
