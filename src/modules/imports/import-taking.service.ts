import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { FilesService } from '../files/index.js';
import { LISTING_KINDS, ListingDrafts, ListingSubmission } from '../listings/index.js';
import type { RowOwner } from './import-people.queries.js';
import { ImportFaultEntity } from './import-fault.entity.js';
import { ImportRunEntity } from './import-run.entity.js';
import { importEnded } from './imports.events.js';
import type { ImportedRow, RowFault } from './row-reader.js';

interface GoodRow {
  line: number;
  row: ImportedRow;
  owner: RowOwner;
}

/** What a run does to the database: rows, counts and place move together, so that a run which is cut short goes on where it was. */
@Injectable()
export class ImportTaking {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly drafts: ListingDrafts,
    private readonly submission: ListingSubmission,
    private readonly files: FilesService,
    private readonly events: DomainEvents,
    private readonly audit: AuditLog,
  ) {}

  /** Joins the caller's unit of work. */
  async checked(id: string, counts: { rows: number; faultyRows: number }, faults: readonly RowFault[]): Promise<void> {
    await this.uow.manager.delete(ImportFaultEntity, { runId: id });
    await this.keep(id, faults);
    await this.uow.manager.update(ImportRunEntity, { id, state: 'checking' }, { state: 'checked', ...counts });
  }

  /** Drafts of one batch, handed in where the run says so. @throws DomainError what hinders one of them from being handed in: then none goes in. */
  take(actor: PersonActor, { id, submit }: ImportRunEntity, given: readonly GoodRow[]): Promise<void> {
    return this.uow.run(async () => {
      const taken = await this.takenLine(id);
      const batch = given.filter(({ line }) => line > taken);
      if (batch.length === 0) return;
      let added = 0;
      for (const [owner, rows] of byOwner(batch)) {
        const created = await this.drafts.createMany(actor, owner.owner, rows, owner.onBehalf);
        added += created.length;
        if (submit) for (const one of created) await this.submission.submit(actor, { id: one.id, kinds: LISTING_KINDS });
        await this.audit.record(actor, {
          action: 'import.batch',
          subject: { type: 'organization', id: owner.owner.id },
          data: { run: id, rows: rows.length, added: created.length },
        });
      }
      await this.uow.query(
        'UPDATE import_run SET added = added + $2, known = known + $3, submitted = submitted + $4, taken_line = $5 WHERE id = $1',
        [id, added, batch.length - added, submit ? added : 0, batch.at(-1)?.line],
      );
    });
  }

  /** A row that could not be handed in. */
  refuse({ id }: ImportRunEntity, faults: readonly RowFault[]): Promise<void> {
    return this.uow.run(async () => {
      const line = faults[0]?.line ?? 0;
      if (line <= (await this.takenLine(id))) return;
      await this.keep(id, faults);
      await this.uow.query('UPDATE import_run SET faulty_rows = faulty_rows + 1, taken_line = $2 WHERE id = $1', [id, line]);
    });
  }

  /** Tells whoever asked for it. Joins the caller's unit of work. */
  async finish(actor: PersonActor, { id }: ImportRunEntity): Promise<void> {
    await this.end(id, 'finished');
    await this.audit.record(actor, { action: 'import.finish', subject: { type: 'import', id } });
    await this.events.publish(importEnded, { importId: id });
  }

  /** Whoever asked for it is no longer there, so there is nobody to tell. Joins the caller's unit of work. */
  fail(id: string): Promise<void> {
    return this.end(id, 'failed');
  }

  private async end(id: string, state: 'finished' | 'failed'): Promise<void> {
    await this.uow.manager.update(ImportRunEntity, { id }, { state, finishedAt: () => 'gate_now()' });
    await this.files.release({ kind: 'import', id });
  }

  /** The last line that any start of the job has taken; holds the run until the commit. */
  private async takenLine(id: string): Promise<number> {
    const [row] = await this.uow.query<{ line: number }>(
      `SELECT taken_line AS line FROM import_run WHERE id = $1 AND state = 'running' FOR UPDATE`,
      [id],
    );
    return row?.line ?? Number.MAX_SAFE_INTEGER;
  }

  private async keep(runId: string, faults: readonly RowFault[]): Promise<void> {
    await this.uow.query(
      `INSERT INTO import_fault (run_id, line, column_name, reason)
       SELECT $1, f.line, f.column, f.reason FROM jsonb_to_recordset($2::jsonb) AS f(line integer, "column" text, reason text)`,
      [runId, JSON.stringify(faults)],
    );
  }
}

function byOwner(batch: readonly GoodRow[]): Map<RowOwner, ImportedRow[]> {
  const rows = new Map<RowOwner, ImportedRow[]>();
  for (const { owner, row } of batch) rows.set(owner, [...(rows.get(owner) ?? []), row]);
  return rows;
}
