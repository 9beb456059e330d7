import { Injectable } from '@nestjs/common';
import { type PersonActor, system } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ListingDrafts, ListingImports } from '../listings/index.js';
import { OrganizationsQueries, type OrganizationBrief } from '../organizations/index.js';
import { ErrorsFile } from './errors-file.js';
import type { Collection } from './collections.js';
import { ImportRows } from './import-rows.service.js';
import type { ImportedRow } from './row-reader.js';
import { rowsOf } from './rows.js';

export interface ImportRequest {
  collection: Collection;
  file: string;
  /** Reference or id of the owner. */
  organization: string;
  dryRun: boolean;
  /** Publishes what goes in, as this administrator; null leaves drafts. */
  publishAs: PersonActor | null;
}

export interface ImportReport {
  rows: number;
  /** Rows that went in, or would have. */
  added: number;
  published: number;
  /** Rows whose key had gone in before. */
  known: number;
  faultyRows: number;
  /** Where the faults are listed; null when there are none. */
  errorsFile: string | null;
}

const BATCH = 500;

/** Brings a table of offers or needs in: good rows in batches, every faulty one reported, nothing twice. */
@Injectable()
export class ImportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ImportRows,
    private readonly drafts: ListingDrafts,
    private readonly imports: ListingImports,
    private readonly organizations: OrganizationsQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError organization.not-found; `import.publisher-is-member` and the like when the administrator may not publish for this owner. */
  async run(request: ImportRequest): Promise<ImportReport> {
    const owner = await this.organizations.find(request.organization);
    if (!owner) throw notFound('organization');
    if (request.publishAs) await this.requirePublisher(request.publishAs, owner);
    const report: ImportReport = { rows: 0, added: 0, published: 0, known: 0, faultyRows: 0, errorsFile: null };
    const errors = new ErrorsFile(`${request.file}.errors.csv`);
    const reader = await this.rows.reader(request.collection, owner, request.publishAs !== null);
    const published: string[] = [];
    let batch: ImportedRow[] = [];
    const flush = async () => {
      await this.store(request, owner, batch, report);
      if (request.publishAs && !request.dryRun) published.push(...(await this.publish(request.publishAs, owner, batch)));
      batch = [];
    };
    for await (const row of rowsOf(request.file)) {
      report.rows++;
      const taken = reader.read(row);
      if (Array.isArray(taken)) {
        report.faultyRows++;
        report.errorsFile = errors.path;
        await errors.write(taken);
      } else if (batch.push(taken) === BATCH) await flush();
    }
    await flush();
    await errors.close();
    report.published = published.length;
    // One notice a run, however many batches it took.
    if (request.publishAs) await this.imports.announce(request.publishAs, owner.id, published);
    return report;
  }

  private async store(
    request: ImportRequest,
    owner: OrganizationBrief,
    batch: readonly ImportedRow[],
    report: ImportReport,
  ): Promise<void> {
    if (batch.length === 0) return;
    if (request.dryRun) {
      report.added += batch.length;
      return;
    }
    // Four eyes: the rows are the file's, so that the administrator who publishes them has not entered them.
    const actor = system('cli:import');
    const created = await this.uow.run(async () => {
      const rows = await this.drafts.createMany(actor, owner, batch);
      await this.audit.record(actor, {
        action: 'import.batch',
        subject: { type: 'organization', id: owner.id },
        data: { rows: batch.length, added: rows.length },
      });
      return rows;
    });
    report.added += created.length;
    report.known += batch.length - created.length;
  }

  /** Those of an earlier run too: it may have been cut short, or have been asked for drafts only. */
  private async publish(actor: PersonActor, owner: OrganizationBrief, batch: readonly ImportedRow[]): Promise<string[]> {
    const drafts = await this.imports.untouched(
      owner.id,
      batch.map(({ externalKey }) => externalKey),
    );
    return drafts.length === 0 ? [] : (await this.imports.publishImported(actor, owner.id, drafts)).published;
  }

  private async requirePublisher(actor: PersonActor, owner: OrganizationBrief): Promise<void> {
    if (!actor.administrator)
      throw new DomainError('forbidden', 'import.publisher', { detail: 'Only an administrator publishes an import.' });
    if (await this.organizations.isMember(actor.personId, owner.id))
      throw new DomainError('forbidden', 'import.publisher-is-member', {
        detail: 'The administrator belongs to this organization: somebody else has to publish.',
      });
  }
}
