import type { z } from 'zod';
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

interface Definition {
  type: string;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
}

const definition = (schema: z.ZodType): Definition => schema.def;

/** Without `optional`, `default` and the like around it. */
function bare(schema: z.ZodType): z.ZodType {
  const { innerType } = definition(schema);
  return innerType ? bare(innerType) : schema;
}

// Own fields only: a column called "constructor" must find nothing.
function field(schema: z.ZodType, name: string): z.ZodType | undefined {
  const { shape } = definition(schema);
  return shape && Object.hasOwn(shape, name) ? shape[name] : undefined;
}

/** The schema at a dotted path such as `details.ip.status`; undefined when there is none. */
export function schemaAt(schema: z.ZodType, path: string): z.ZodType | undefined {
  let here: z.ZodType | undefined = bare(schema);
  for (const name of path.split('.')) {
    const objects: z.ZodType[] = here ? [here, ...(definition(here).options ?? []).map(bare)] : [];
    const inside: z.ZodType | undefined = objects.map((option) => field(option, name)).find((found) => found !== undefined);
    here = inside && bare(inside);
  }
  return here;
}

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
