import type { z } from 'zod';

interface Definition {
  type: string;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
}

export const schemaDefinition = (schema: z.ZodType): Definition => schema.def;

/** Without `optional`, `default` and the like around it. */
export function bareSchema(schema: z.ZodType): z.ZodType {
  const { innerType } = schemaDefinition(schema);
  return innerType ? bareSchema(innerType) : schema;
}

// Own fields only: a field called "constructor" must find nothing.
function field(schema: z.ZodType, name: string): z.ZodType | undefined {
  const { shape } = schemaDefinition(schema);
  return shape && Object.hasOwn(shape, name) ? shape[name] : undefined;
}

/** The schema at a dotted path such as `details.ip.status`; undefined when there is none. */
export function schemaAt(schema: z.ZodType, path: string): z.ZodType | undefined {
  let here: z.ZodType | undefined = bareSchema(schema);
  for (const name of path.split('.')) {
    const objects: z.ZodType[] = here ? [here, ...(schemaDefinition(here).options ?? []).map(bareSchema)] : [];
    const inside: z.ZodType | undefined = objects.map((option) => field(option, name)).find((found) => found !== undefined);
    here = inside && bareSchema(inside);
  }
  return here;
}
