import { z } from 'zod';
import { faultsOf, remedy } from './faults.js';

const faults = (schema: z.ZodType, value: unknown) =>
  faultsOf(schema.safeParse(value, { error: remedy, reportInput: true }).error?.issues ?? []);
const one = (schema: z.ZodType, value: unknown) => {
  const [fault] = faults(z.strictObject({ field: schema }), { field: value });
  return fault && [fault.path, fault.code, fault.message];
};

describe('a fault says where, what and what to do', () => {
  it.each([
    [z.string(), undefined, 'required', 'This is missing: give a text.'],
    [z.string(), 7, 'type', 'Give a text.'],
    [z.int(), 1.5, 'type', 'Give a whole number.'],
    [z.boolean(), 'yes', 'type', 'Give true or false.'],
    [z.array(z.string()), {}, 'type', 'Give a list.'],
    [z.object({}), [], 'type', 'Give an object.'],
    [z.string().min(1), '', 'too-short', 'This may not be empty.'],
    [z.string().min(3), 'ab', 'too-short', 'Give at least 3 characters.'],
    [z.string().max(3), 'abcd', 'too-long', 'Give at most 3 characters.'],
    [z.array(z.string()).max(1), ['a', 'b'], 'too-long', 'Give at most 1 entries.'],
    [z.number().min(2), 1, 'too-small', 'Give at least 2.'],
    [z.number().max(2), 3, 'too-big', 'Give at most 2.'],
    [z.email(), 'ana', 'format', 'Give an e-mail address such as "ana@example.org".'],
    [z.uuid(), 'x', 'format', 'Give an id (UUID).'],
    [z.iso.date(), '2027-02-31', 'format', 'Give a date such as "2027-01-31".'],
    [z.string().regex(/^a$/), 'b', 'format', 'This does not have the right form.'],
    [z.enum(['a', 'b']), 'c', 'choice', 'Give one of "a", "b".'],
    [z.literal('a'), 'b', 'choice', 'Give "a".'],
    [z.union([z.string(), z.number()]), undefined, 'form', 'This is missing.'],
    [z.string().refine(() => false, { error: 'Never.', params: { code: 'never' } }), 'x', 'never', 'Never.'],
    [z.string().refine(() => false, { error: 'Never.' }), 'x', 'rule', 'Never.'],
  ])('%#', (schema, value, code, message) => expect(one(schema, value)).toEqual(['field', code, message]));

  it('with the numbers and names in its words, for other languages', () => {
    const params = (schema: z.ZodType, value: unknown) => faults(schema, value).map((fault) => fault.params);
    expect(params(z.string().max(3), 'abcd')).toEqual([{ count: 3, of: 'string' }]);
    expect(params(z.array(z.string()).min(1), [])).toEqual([{ count: 1, of: 'array' }]);
    expect(params(z.email(), 'ana')).toEqual([{ format: 'email' }]);
    expect(params(z.enum(['a']), 'b')).toEqual([undefined]);
  });

  it('for each of the fields nobody knows', () => {
    expect(
      faults(z.strictObject({ inner: z.strictObject({}) }), { a: 1, inner: { b: 1, c: 1 } }).map(({ path, code }) => [path, code]),
    ).toEqual([
      ['inner.b', 'unknown'],
      ['inner.c', 'unknown'],
      ['a', 'unknown'],
    ]);
  });

  it('of the form that was nearest, where there are several', () => {
    const either = z.union([z.strictObject({ value: z.number() }), z.strictObject({ min: z.number(), max: z.number() })]);
    expect(faults(either, { value: 'x' }).map(({ path }) => path)).toEqual(['value']);
  });

  it('of a form that has to be named, with the names there are', () => {
    const kinds = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('a') }), z.strictObject({ kind: z.literal('b') })]);
    expect(faults(kinds, { kind: 'c' })).toEqual([{ path: 'kind', code: 'choice', message: 'Give one of "a", "b".' }]);
    expect(faults(kinds, {})).toEqual([{ path: 'kind', code: 'required', message: 'This is missing: give one of "a", "b".' }]);
  });

  it('at most a hundred times, with short paths', () => {
    const long = faults(z.strictObject({}), Object.fromEntries(Array.from({ length: 300 }, (_, i) => ['n'.repeat(1_000) + i, 1])));
    expect(long).toHaveLength(100);
    for (const { path } of long) expect(path).toHaveLength(500);
  });
});
