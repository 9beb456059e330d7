import type { z } from 'zod';
import { bareSchema as bare, schemaDefinition as definition } from '../listings/index.js';
import {
  readBoolean,
  readCodes,
  readDeployments,
  readNumber,
  readRequirements,
  readResults,
  readSpecifications,
  readWords,
  type Reading,
} from './notation.js';

/** Reads one cell of a column into the value its schema asks for; whether that value is right, the schema says afterwards. */
export type CellReader = (text: string) => Reading<unknown>;

const LISTS: Record<string, CellReader> = {
  codes: readCodes,
  specifications: readSpecifications,
  requirements: readRequirements,
  'details.usedIn': readDeployments,
  'details.replications': readDeployments,
  'details.results': readResults,
};

/** Every column that a table of this content may have: leaves of the schema by dotted path, lists as one column. */
export function columnsOf(schema: z.ZodType, prefix = ''): string[] {
  const { shape } = definition(bare(schema));
  return Object.entries(shape ?? {}).flatMap(([name, field]) => {
    const path = prefix + name;
    const inner = bare(field);
    const object = [inner, ...(definition(inner).options ?? []).map(bare)].find((option) => definition(option).type === 'object');
    if (!object) return [path];
    return definition(inner).type === 'union' ? [path, ...columnsOf(object, `${path}.`)] : columnsOf(object, `${path}.`);
  });
}

/** How cells of the column at `path` are read. */
export function readerOf(schema: z.ZodType, path: string): CellReader {
  const plain = plainReader(schema, path);
  return (text) => (/^[[{]/.test(text) ? readJson(text) : plain(text));
}

function plainReader(schema: z.ZodType, path: string): CellReader {
  const list = LISTS[path];
  if (list) return list;
  const { type } = definition(schema);
  if (type === 'number') return readNumber;
  if (type === 'boolean') return readBoolean;
  if (type === 'array') return readWords;
  return (text) => ({ value: text });
}

function readJson(text: string): Reading<unknown> {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { fault: 'This looks like JSON but cannot be read: check its quotes and brackets.' };
  }
}
