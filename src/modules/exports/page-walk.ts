import { PAGE_LIMIT, type Page } from '../../kernel/pagination.js';

export type ReadPage<Row> = (place: { limit: number; after: string | undefined }) => Promise<Page<Row>>;

/**
 * All rows of a keyset list, a page at a time: no more than one is held, and none is read before it is asked for.
 * The first is read at once, so that what refuses the list refuses the export too.
 */
export async function everyRow<Row>(read: ReadPage<Row>): Promise<AsyncGenerator<Row>> {
  const first = await read({ limit: PAGE_LIMIT.max, after: undefined });
  return rowsFrom(first, read);
}

/** Rows of a list that is never long. */
export async function* rowsOfOne<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

async function* rowsFrom<Row>(first: Page<Row>, read: ReadPage<Row>): AsyncGenerator<Row> {
  let page = first;
  for (;;) {
    yield* page.items;
    if (page.next === null) return;
    page = await read({ limit: PAGE_LIMIT.max, after: page.next });
  }
}
