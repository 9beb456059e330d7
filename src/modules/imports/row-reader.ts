import type { z } from 'zod';
import type { Fault } from '../../kernel/errors.js';
import { hostileFaults } from '../../platform/http/index.js';
import { type AnyContent, type ListingKind, schemaAt } from '../listings/index.js';
import { columnsOf, readerOf, type CellReader } from './columns.js';
import { brief } from './notation.js';
import type { Row } from './rows.js';

/** What is wrong with one cell (or, without a column, with a whole row), for the person who made the file. */
export interface RowFault {
  line: number;
  column: string;
  reason: string;
}

/** A row that can go in: its content has passed the check. */
export interface ImportedRow {
  line: number;
  externalKey: string;
  kind: ListingKind;
  language: string;
  content: AnyContent;
}

/** Decides about a row's fields: content that may be kept, or every fault with its path. */
export type FieldsCheck = (
  kind: ListingKind,
  language: string,
  fields: Record<string, unknown>,
) => { content: AnyContent } | { faults: readonly Fault[] };

type KindSchemas = Partial<Record<ListingKind, z.ZodType>>;

interface Head {
  externalKey?: unknown;
  kind?: unknown;
  language?: unknown;
}

/** Columns beside the content: the owner's own key of the row, its kind (offers only) and its language. */
const HEAD = ['externalKey', 'kind', 'language'] as const;
const KEY_MAX = 100;
/** The apostrophe that an export puts before what a spreadsheet would take for a formula. */
const FORMULA_GUARD = /^'(?=[-=+@\t\r＝＋－＠])/u;

/** What a row says, before it is checked as a whole. */
interface Taken {
  head: Head;
  content: Record<string, unknown>;
  kind: ListingKind;
}

interface Refused {
  faults: { column: string; reason: string }[];
}

/** Turns the rows of one file into content by kind, every fault with its line and column. */
export class RowReader {
  private readonly readers = new Map<string, CellReader>();

  /** @param schemas content schema by kind: three for a file of offers, one for a file of needs. */
  constructor(
    private readonly schemas: KindSchemas,
    private readonly defaults: { language: string },
    private readonly check: FieldsCheck,
  ) {}

  read(row: Row): ImportedRow | RowFault[] {
    if ('fault' in row) return [{ line: row.line, column: '', reason: row.fault }];
    const unreadable = hostileFaults('cells' in row ? row.cells : row.body);
    if (unreadable.length > 0) return unreadable.map(({ path, message }) => ({ line: row.line, column: path, reason: message }));
    const taken = 'cells' in row ? this.fromCells(row.cells) : this.fromBody(row.body);
    if ('faults' in taken) return taken.faults.map((fault) => ({ line: row.line, ...fault }));
    const { head, content, kind } = taken;
    const faults = headFaults(head);
    const language = typeof head.language === 'string' && head.language !== '' ? head.language : this.defaults.language;
    const checked = this.check(kind, language, content);
    if ('faults' in checked) faults.push(...checked.faults.map(({ path, message }) => ({ column: path, reason: message })));
    else if (faults.length === 0)
      return { line: row.line, externalKey: String(head.externalKey), kind, language, content: checked.content };
    return faults.map((fault) => ({ line: row.line, ...fault }));
  }

  private fromBody(body: unknown): Taken | Refused {
    if (body === null || typeof body !== 'object' || Array.isArray(body))
      return { faults: [{ column: '', reason: 'Each line must be one JSON object.' }] };
    const { externalKey, kind: _kind, language, ...content } = body as Record<string, unknown>;
    const chosen = this.schemaOf(_kind);
    if ('faults' in chosen) return chosen;
    return { head: { externalKey, language } satisfies Head, content, ...chosen };
  }

  private fromCells(cells: Record<string, string>): Taken | Refused {
    const chosen = this.schemaOf(cells.kind);
    if ('faults' in chosen) return chosen;
    const faults: { column: string; reason: string }[] = [];
    const content: Record<string, unknown> = {};
    for (const [column, written] of Object.entries(cells)) {
      const text = written.replace(FORMULA_GUARD, '');
      if (text === '' || (HEAD as readonly string[]).includes(column)) continue;
      const reader = this.reader(chosen, column);
      if (!reader) {
        faults.push({
          column,
          reason: `There is no column "${brief(column)}" for a ${chosen.kind}. Known: ${this.columns(chosen.kind).join(', ')}.`,
        });
        continue;
      }
      const reading = reader(text);
      if ('fault' in reading) faults.push({ column, reason: reading.fault });
      else put(content, column.split('.'), reading.value);
    }
    return faults.length > 0 ? { faults } : { head: cells, content, ...chosen };
  }

  /** Names of the columns a table of this kind may have. */
  columns(kind: ListingKind): string[] {
    const schema = this.schemas[kind];
    // Files do not come in a table: only who has sent one can name it.
    return [...HEAD, ...(schema ? columnsOf(schema).filter((path) => path !== 'attachments') : [])];
  }

  private schemaOf(kind: unknown): { kind: ListingKind; schema: z.ZodType } | { faults: { column: string; reason: string }[] } {
    const kinds = Object.keys(this.schemas) as ListingKind[];
    const only = kinds.length === 1 ? kinds[0] : undefined;
    const wanted = kinds.find((known) => known === kind) ?? (kind === undefined || kind === '' ? only : undefined);
    const schema = wanted && this.schemas[wanted];
    if (!schema) return { faults: [{ column: 'kind', reason: `The kind must be one of ${kinds.join(', ')}.` }] };
    return { kind: wanted, schema };
  }

  private reader({ kind, schema }: { kind: ListingKind; schema: z.ZodType }, column: string): CellReader | undefined {
    const id = `${kind} ${column}`;
    const known = this.readers.get(id);
    if (known) return known;
    const field = schemaAt(schema, column);
    if (!field) return undefined;
    const reader = readerOf(field, column);
    this.readers.set(id, reader);
    return reader;
  }
}

function headFaults({ externalKey }: Head): { column: string; reason: string }[] {
  if (typeof externalKey !== 'string' || externalKey.trim() === '')
    return [{ column: 'externalKey', reason: 'Give each row a key of your own, so that running the import again adds nothing twice.' }];
  if (externalKey.length > KEY_MAX) return [{ column: 'externalKey', reason: `A key has at most ${KEY_MAX} characters.` }];
  return [];
}

/** Sets `details.ip.status` and the like; the names come from the schema, so none of them can reach a prototype. */
function put(target: Record<string, unknown>, [name = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const inside = typeof target[name] === 'object' && target[name] !== null ? (target[name] as Record<string, unknown>) : {};
  target[name] = inside;
  put(inside, rest, value);
}
