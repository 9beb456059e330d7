import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface Cell {
  children?: ComponentChildren;
  /** Numbers stand at the end of their cells, one below the other. */
  format?: 'numeric';
  class?: string;
  colspan?: number;
  rowspan?: number;
  attributes?: Attributes;
}

export interface TableProps {
  caption?: ComponentChildren;
  captionClass?: string;
  head?: readonly Cell[];
  rows: readonly (readonly Cell[])[];
  /** The first cell of a row names the row. */
  firstCellIsHeader?: boolean;
  class?: string;
  attributes?: Attributes;
}

const span = ({ colspan, rowspan, attributes }: Cell) => ({ colspan, rowspan, ...attributes });

const HeadCell = ({ cell }: { cell: Cell }) => (
  <th scope="col" class={classes('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.class)} {...span(cell)}>
    {cell.children}
  </th>
);

const RowCell = ({ cell, isHeader }: { cell: Cell; isHeader: boolean | undefined }) =>
  isHeader ? (
    <th scope="row" class={classes('govuk-table__header', cell.class)} {...span(cell)}>
      {cell.children}
    </th>
  ) : (
    <td class={classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.class)} {...span(cell)}>
      {cell.children}
    </td>
  );

export const Table = ({ caption, captionClass, head, rows, firstCellIsHeader, ...props }: TableProps) => (
  <table class={classes('govuk-table', props.class)} {...props.attributes}>
    {caption && <caption class={classes('govuk-table__caption', captionClass)}>{caption}</caption>}
    {head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {head.map((cell) => (
            <HeadCell cell={cell} />
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {rows.map((row) => (
        <tr class="govuk-table__row">
          {row.map((cell, index) => (
            <RowCell cell={cell} isHeader={firstCellIsHeader && index === 0} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
