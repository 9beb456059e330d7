import { z } from 'zod';

/** The query of a list whose filters are a form: a field that was left empty asks for nothing. */
export const filterQuery = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess(
    (query) =>
      typeof query === 'object' && query !== null ? Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')) : query,
    shape,
  );
