import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BlobStore, discard } from '../../platform/storage/index.js';
import type { Collection } from './collections.js';
import { ImportRows } from './import-rows.service.js';
import { rowsOf } from './rows.js';
import { fetchTable } from './table-file.js';
import { OWNER_COLUMN } from './table-of-run.js';

/** What a table that was sent calls its columns. */
export interface TableHeader {
  fileName: string;
  /** In their order; those without a name are left out. JSON Lines have none: their fields have our names. */
  columns: string[];
  /** Why nothing of it can be read; null for a table that can be. */
  fault: string | null;
}

/** What has to be known of a table before its columns are told. */
@Injectable()
export class ImportHeader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly blobs: BlobStore,
    private readonly rows: ImportRows,
  ) {}

  /** Of a file that she has sent and that is part of nothing yet. @throws DomainError `file.not-found` (404). */
  async of({ personId }: PersonActor, fileId: string): Promise<TableHeader> {
    const [sent] = await this.uow.query<{ name: string }>(
      'SELECT name FROM stored_file WHERE id = $1 AND uploaded_by = $2 AND holder_id IS NULL',
      [fileId, personId],
    );
    if (!sent) throw notFound('file');
    const file = await fetchTable(this.blobs, { fileId, fileName: sent.name });
    try {
      for await (const row of rowsOf(file)) {
        if ('fault' in row) return { fileName: sent.name, columns: [], fault: row.fault };
        if ('cells' in row) return { fileName: sent.name, columns: Object.keys(row.cells).filter((name) => name !== ''), fault: null };
        return { fileName: sent.name, columns: [], fault: null };
      }
      return { fileName: sent.name, columns: [], fault: 'There is no row below the names of the columns.' };
    } finally {
      await discard({ path: file });
    }
  }

  /** Columns that a table may have, the owner's for a desk among them. */
  known(collection: Collection, actor: PersonActor): string[] {
    const isDesk = actor.administrator || actor.officerOf.length > 0;
    return [...(isDesk ? [OWNER_COLUMN] : []), ...this.rows.columns(collection)];
  }
}
