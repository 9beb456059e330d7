import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../kernel/actor.js';
import { DomainError, invalid, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { FilesService } from '../files/index.js';
import { ImportMappings } from './import-mappings.service.js';
import { ImportPeople } from './import-people.queries.js';
import { ImportRows } from './import-rows.service.js';
import { type ColumnMapping, ImportRunEntity } from './import-run.entity.js';
import { checkImportJob, takeImportJob } from './import-work.jobs.js';
import type { NewImport } from './import.schemas.js';
import { doubled, OWNER_COLUMN } from './table-of-run.js';

const fault = (path: string, code: string, message: string): DomainError => invalid([{ path, code, message }]);

/** Tables that people bring in: handed over, checked, and started when they say so. */
@Injectable()
export class ImportRuns {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FilesService,
    private readonly people: ImportPeople,
    private readonly rows: ImportRows,
    private readonly mappings: ImportMappings,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  /** Checks a table in the background; nothing of it goes in. @throws DomainError `request.invalid` (400) naming what is wrong with the request. */
  create(actor: PersonActor, input: NewImport): Promise<{ id: string }> {
    return this.uow.run(async () => {
      const { collection, organizationId = null, submit } = input;
      await this.requireOwner(actor, organizationId);
      const columns = await this.columns(actor, input);
      const id = randomUUID();
      const holder = { kind: 'import', id, organizationId: organizationId ?? actor.organization?.id ?? null } as const;
      const [file] = await this.files.hold(actor, holder, [input.file], 'file');
      if (!file || !['xlsx', 'csv', 'txt', 'jsonl'].includes(file.ending))
        throw fault(
          'file',
          'not-a-table',
          'Save the table as an Excel workbook (.xlsx), as "CSV UTF-8" or as JSON Lines (.jsonl), and send that.',
        );
      await this.uow.manager.insert(ImportRunEntity, {
        id,
        collection,
        organizationId,
        fileId: file.id,
        fileName: file.name,
        columns,
        submit,
        state: 'checking',
        createdBy: actor.personId,
      });
      await this.jobs.add(checkImportJob, { runId: id });
      await this.audit.record(actor, {
        action: 'import.create',
        subject: { type: 'import', id },
        data: { collection, organization: organizationId },
      });
      return { id };
    });
  }

  /** Takes the good rows in, in the background. @throws DomainError `import.not-found` (404), `import.not-checked`, `import.nothing-good` (409). */
  start(actor: PersonActor, id: string): Promise<void> {
    return this.uow.run(async () => {
      const run = await this.uow.manager.findOne(ImportRunEntity, {
        where: { id, createdBy: actor.personId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!run) throw notFound('import');
      const conflict = (code: string, detail: string) => new DomainError('conflict', `import.${code}`, { detail });
      if (run.state === 'checking') throw conflict('not-checked', 'It is being checked: wait until that is done.');
      if (run.state !== 'checked') throw conflict('started', 'It has been started already: hand the table in again for another run.');
      if (run.rows === run.faultyRows) throw conflict('nothing-good', 'No row of it can go in: mend the table and hand it in again.');
      await this.uow.manager.update(ImportRunEntity, { id }, { state: 'running' });
      await this.jobs.add(takeImportJob, { runId: id });
      await this.audit.record(actor, { action: 'import.start', subject: { type: 'import', id } });
    });
  }

  private async requireOwner(actor: PersonActor, organizationId: string | null): Promise<void> {
    if (organizationId === null) {
      if (actor.officerOf.length > 0 || actor.administrator) return;
      throw fault('organizationId', 'missing', 'Say whose rows they are: the organization you act for.');
    }
    const owner = await this.people.ownerFor(actor, organizationId);
    if (typeof owner === 'string') throw fault('organizationId', 'not-yours', owner);
  }

  private async columns(actor: PersonActor, { collection, columns, mapping }: NewImport): Promise<ColumnMapping> {
    if (columns === undefined) return mapping === undefined ? {} : this.mappings.find(actor, collection, mapping);
    const twice = doubled(columns);
    if (twice !== undefined) throw fault('columns', 'doubled', `Two columns of the file are said to be "${twice}".`);
    const known = [OWNER_COLUMN, ...this.rows.columns(collection)];
    const unknown = Object.entries(columns).filter(([, column]) => column !== null && !known.includes(column));
    if (unknown.length > 0)
      throw invalid(
        unknown.map(([name, column]) => ({
          path: `columns.${name}`,
          code: 'unknown-column',
          message: `There is no column "${column}". Known: ${known.join(', ')}.`,
        })),
      );
    if (mapping !== undefined) await this.mappings.keep(actor, collection, mapping, columns);
    return columns;
  }
}
