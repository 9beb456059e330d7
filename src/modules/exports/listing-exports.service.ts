import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { columnsOf } from '../imports/index.js';
import { ListingKinds, ListingViews, type ListingKind, type ListingQuery } from '../listings/index.js';
import { cellOf, column, LISTING_COLUMNS } from './export-columns.js';
import type { ExportColumn } from './export-encoding.js';
import { everyRow } from './page-walk.js';

type Row = Record<string, unknown>;
export type ListingFilter = Omit<ListingQuery, 'limit' | 'after'>;

/** Lists of listings as rows of a file, by the same views as the pages: nothing is in them that their reader may not see. */
@Injectable()
export class ListingExports {
  constructor(
    private readonly views: ListingViews,
    private readonly kinds: ListingKinds,
  ) {}

  /** A line of the list each. */
  async lines(
    actor: Actor,
    kinds: readonly ListingKind[],
    filter: ListingFilter,
  ): Promise<{ rows: AsyncGenerator<Row>; columns: readonly ExportColumn[] }> {
    return { rows: await everyRow<Row>((place) => this.views.list(actor, kinds, { ...filter, ...place })), columns: LISTING_COLUMNS };
  }

  /** Each with everything the reader may see of it, in the columns of an import. */
  async full(
    actor: Actor,
    kinds: readonly ListingKind[],
    filter: ListingFilter,
  ): Promise<{ rows: AsyncGenerator<Row>; columns: readonly ExportColumn[] }> {
    const { rows } = await this.lines(actor, kinds, filter);
    return { rows: this.whole(rows, actor, kinds), columns: this.importColumns(kinds) };
  }

  private async *whole(rows: AsyncIterable<Row>, actor: Actor, kinds: readonly ListingKind[]): AsyncGenerator<Row> {
    for await (const { id } of rows) {
      const row = await this.views.one(actor, String(id), kinds).catch(goneMeanwhile);
      if (row) yield row;
    }
  }

  private importColumns(kinds: readonly ListingKind[]): ExportColumn[] {
    const paths = [...new Set(kinds.flatMap((kind) => columnsOf(this.kinds.of(kind).schema)))];
    // A choice between a word and an object is one cell here.
    const leaves = paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));
    const own = new Set(['externalKey', 'kind', 'language']);
    return [
      { name: 'externalKey', cell: ({ externalKey, reference }) => cellOf(externalKey ?? reference) },
      column('kind'),
      column('language'),
      ...leaves.filter((path) => !own.has(path)).map(column),
    ];
  }
}

/** What was closed between two pages is left out. */
function goneMeanwhile(error: unknown): undefined {
  if (error instanceof DomainError && error.kind === 'not-found') return undefined;
  throw error;
}
