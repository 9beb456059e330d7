import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { BlobStore, discard } from '../../platform/storage/index.js';
import { ImportPeople, type RowOwner } from './import-people.queries.js';
import { ImportRows } from './import-rows.service.js';
import type { ImportRunEntity } from './import-run.entity.js';
import type { ImportedRow, RowFault, RowReader } from './row-reader.js';
import { rowsOf } from './rows.js';
import { fetchTable } from './table-file.js';
import { inTheirWords, named, OWNER_COLUMN } from './table-of-run.js';

/** A row of a run: what goes in and for whom, or everything that is wrong with it. */
export type ReadRow = { line: number; row: ImportedRow; owner: RowOwner } | { line: number; faults: RowFault[] };

/** The rows of a run's file, each judged by itself: the same way when they are checked and when they are taken in. */
@Injectable()
export class ImportTable {
  constructor(
    private readonly blobs: BlobStore,
    private readonly people: ImportPeople,
    private readonly rows: ImportRows,
  ) {}

  async *read(run: ImportRunEntity, actor: PersonActor, signal: AbortSignal): AsyncGenerator<ReadRow> {
    const file = await fetchTable(this.blobs, run);
    try {
      const judge = new Judge(run, actor, this.people, this.rows);
      for await (const row of rowsOf(file)) {
        signal.throwIfAborted();
        yield await judge.read(row);
      }
    } finally {
      await discard({ path: file });
    }
  }
}

interface OwnerOfRows extends RowOwner {
  reader: RowReader;
}

/** Remembers, for one reading, owners with their readers and keys that have stood before. */
class Judge {
  private readonly owners = new Map<string, OwnerOfRows | string>();
  private readonly keys = new Map<string, number>();

  constructor(
    private readonly run: ImportRunEntity,
    private readonly actor: PersonActor,
    private readonly people: ImportPeople,
    private readonly rows: ImportRows,
  ) {}

  async read(given: Parameters<typeof named>[0]): Promise<ReadRow> {
    const { line } = given;
    const { row, owner: said } = named(given, this.run.columns);
    const faulty = (faults: RowFault[]): ReadRow => ({ line, faults: inTheirWords(faults, this.run.columns) });
    if ('fault' in row) return faulty([{ line, column: '', reason: row.fault }]);
    const reference = this.run.organizationId ?? said?.trim() ?? '';
    if (reference === '')
      return faulty([{ line, column: OWNER_COLUMN, reason: 'Name the organization whose row this is by its reference.' }]);
    const owner = await this.owner(reference);
    if (typeof owner === 'string') return faulty([{ line, column: this.run.organizationId ? '' : OWNER_COLUMN, reason: owner }]);
    const read = owner.reader.read(row);
    if (Array.isArray(read)) return faulty(read);
    const key = `${owner.owner.id} ${read.externalKey}`;
    const before = this.keys.get(key);
    if (before !== undefined) return faulty([{ line, column: 'externalKey', reason: `Line ${before} has this key already.` }]);
    this.keys.set(key, line);
    return { line, row: read, owner };
  }

  private async owner(reference: string): Promise<OwnerOfRows | string> {
    const known = this.owners.get(reference);
    if (known !== undefined) return known;
    const found = await this.people.ownerFor(this.actor, reference);
    const owner =
      typeof found === 'string' ? found : { ...found, reader: await this.rows.reader(this.run.collection, found.owner, this.run.submit) };
    this.owners.set(reference, owner);
    return owner;
  }
}
