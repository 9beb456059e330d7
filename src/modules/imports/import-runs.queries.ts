import { Injectable } from '@nestjs/common';
import { isAdministrator, isAuditor, type PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { PageQuery } from '../../platform/http/index.js';
import { cell } from './errors-file.js';
import type { ImportLine, ImportView } from './import.schemas.js';
import type { RowFault } from './row-reader.js';

/** An import as those see it who look after all of them. */
export interface ImportOfAll extends Pick<ImportLine, 'id' | 'collection' | 'fileName' | 'state' | 'rows' | 'faultyRows' | 'added'> {
  createdAt: Date;
  personName: string;
  organizationName: string | null;
}

type Times = 'createdAt' | 'finishedAt';
type Row = Omit<ImportLine, Times> & { createdAt: Date; finishedAt: Date | null; columns: Record<string, string | null>; cursor: string };

const COLUMNS = `id, collection, organization_id AS "organizationId", file_name AS "fileName", submit, state, rows, faulty_rows AS "faultyRows", added, known,
  submitted, columns, created_at AS "createdAt", finished_at AS "finishedAt", created_at::text AS cursor`;
const SHOWN = 100;

/** Imports for those who have asked for them; administrators and auditors read all. */
@Injectable()
export class ImportRunsQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** Her own, the newest first. */
  async list({ personId }: PersonActor, { limit, after }: PageQuery): Promise<Page<ImportLine>> {
    const [time = null, last = null] = after === undefined ? [] : decodeCursor(after, ['time', 'id']);
    const rows = await this.uow.query<Row>(
      `SELECT ${COLUMNS} FROM import_run WHERE created_by = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $4`,
      [personId, time, last, limit + 1],
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.cursor, row.id]);
    return { items: items.map(lineOf), next };
  }

  /** Everybody's, the newest first, for administrators and auditors: who may is the route's policy. */
  async overview({ limit, after }: PageQuery): Promise<Page<ImportOfAll>> {
    const [time = null, last = null] = after === undefined ? [] : decodeCursor(after, ['time', 'id']);
    const rows = await this.uow.query<ImportOfAll & { cursor: string }>(
      `SELECT r.id, r.collection, r.file_name AS "fileName", r.state, r.rows, r.faulty_rows AS "faultyRows", r.added, r.created_at AS "createdAt",
              p.name AS "personName", o.legal_name AS "organizationName", r.created_at::text AS cursor
       FROM import_run r JOIN person p ON p.id = r.created_by LEFT JOIN organization o ON o.id = r.organization_id
       WHERE $1::timestamptz IS NULL OR (r.created_at, r.id) < ($1, $2::uuid) ORDER BY r.created_at DESC, r.id DESC LIMIT $3`,
      [time, last, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.cursor, row.id]);
  }

  /** @throws DomainError `import.not-found` (404). */
  async one(actor: PersonActor, id: string): Promise<ImportView> {
    const [row] = await this.uow.query<Row>(`SELECT ${COLUMNS} FROM import_run WHERE id = $1 AND ($2 OR created_by = $3)`, [
      id,
      isAdministrator(actor) || isAuditor(actor),
      actor.personId,
    ]);
    if (!row) throw notFound('import');
    return { ...lineOf(row), columns: row.columns, faults: await this.faults(id, SHOWN) };
  }

  /** All faults that were kept, as a CSV table that opens in a spreadsheet. @throws DomainError `import.not-found` (404). */
  async errors(actor: PersonActor, id: string): Promise<string> {
    await this.one(actor, id);
    const rows = (await this.faults(id, null)).map(({ line, column, reason }) => [String(line), column, reason].map(cell).join(','));
    return `\ufeff${['line,column,reason', ...rows].join('\r\n')}\r\n`;
  }

  private faults(id: string, limit: number | null): Promise<RowFault[]> {
    return this.uow.query<RowFault>(
      `SELECT line, column_name AS "column", reason FROM import_fault WHERE run_id = $1 ORDER BY line, id LIMIT $2`,
      [id, limit],
    );
  }
}

const lineOf = ({ columns: _columns, cursor: _cursor, createdAt, finishedAt, ...row }: Row): ImportLine => ({
  ...row,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
