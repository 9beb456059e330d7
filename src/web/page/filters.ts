import { z } from 'zod';

/** Of what a form asks for in the address: a field that was left empty was not asked for. */
export const filters = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (query) =>
      typeof query === 'object' && query !== null ? Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')) : query,
    schema,
  );
