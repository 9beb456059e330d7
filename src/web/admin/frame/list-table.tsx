import type { ComponentChildren } from 'preact';
import { Pagination } from '../../components/index.js';
import { useReader } from '../../page/reader.js';

export interface Column {
  text: string;
  isNumber?: boolean;
}

interface ListTableProps {
  caption: string;
  columns: readonly Column[];
  rows: readonly (readonly ComponentChildren[])[];
  /** Said in the place of a table without rows: what to do next. */
  empty: string;
}

/** A table whose rows become blocks on phones, each cell below its column's name. The first cell names the row. */
export const ListTable = ({ caption, columns, rows, empty }: ListTableProps) => {
  if (rows.length === 0) return <p class="govuk-body gate-empty">{empty}</p>;
  return (
    <table class="govuk-table gate-rows">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr>
          {columns.map(({ text, isNumber }) => (
            <th scope="col" class={isNumber ? 'govuk-table__header govuk-table__header--numeric' : 'govuk-table__header'}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) =>
              index === 0 ? (
                <th scope="row" class="govuk-table__header">
                  {cell}
                </th>
              ) : (
                <td
                  class={columns[index]?.isNumber ? 'govuk-table__cell govuk-table__cell--numeric' : 'govuk-table__cell'}
                  data-label={columns[index]?.text}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The way to the next page of a list that stands at this address. */
export const NextPage = ({ after }: { after: string | null }) => {
  const { path, href } = useReader();
  if (after === null) return null;
  return <Pagination next={{ href: href(withQuery(path, { after })) }} />;
};

/** An address with other values of its query; null takes one away. */
export function withQuery(path: string, change: Readonly<Record<string, string | null>>): string {
  const { pathname, searchParams } = new URL(path, 'http://gate');
  for (const [name, value] of Object.entries(change))
    if (value === null) searchParams.delete(name);
    else searchParams.set(name, value);
  const query = searchParams.toString();
  return query === '' ? pathname : `${pathname}?${query}`;
}
