import { z } from 'zod';

type Shape = Readonly<Record<string, z.ZodType>>;
export type ContentPatch = Record<string, unknown>;

// The default of a field left out of a patch is what is stored already.
const changed = (field: z.ZodType): z.ZodType => {
  const plain = field instanceof z.ZodDefault || field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
  return plain.nullable().optional();
};

/** Body of a PATCH: any of the fields, null to take one out. */
export const patchShape = (shape: Shape): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, name === 'title' ? field.optional() : changed(field)]));

/** The content with the fields of a patch replaced; fields of `details` one by one. Null takes a field out. */
export function patched(content: Readonly<Record<string, unknown>>, patch: ContentPatch): Record<string, unknown> {
  const { details, ...fields } = patch;
  const merged = replaced(content, fields);
  return details === undefined
    ? merged
    : replaced(merged, { details: details === null ? null : replaced(content.details as object, details as ContentPatch) });
}

function replaced(target: object, patch: ContentPatch): Record<string, unknown> {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const fields = new Map([...Object.entries(target), ...given]);
  return Object.fromEntries([...fields].filter(([, value]) => value !== null));
}
