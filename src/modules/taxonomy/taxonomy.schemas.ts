import { z } from 'zod';
import { NAME_LANGUAGES, SCHEMES, type Scheme } from './schemes.js';
import { effectiveDay } from './versions.schemas.js';

const isoDate = z.iso.date({ error: 'Give a date such as 2026-11-24.' });
const schemes = SCHEMES.map(({ scheme }) => scheme) as [Scheme, ...Scheme[]];

export const schemeParam = z.enum(schemes);
export const codeParam = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/);

export const codeListQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'Give a language code such as "en".' })
    .optional(),
  /** The day for which the list is asked; without it every item is given, with its dates. */
  on: isoDate.optional(),
});
export type CodeListQuery = z.infer<typeof codeListQuery>;

const dates = { from: z.string().optional(), to: z.string().optional() };

export const codeView = z.object({
  code: z.string(),
  name: z.string(),
  parent: z.string().optional(),
  ...dates,
  status: z.enum(['active', 'withdrawn']),
  extra: z.record(z.string(), z.string()).optional(),
  members: z
    .array(z.object({ code: z.string(), ...dates }))
    .optional()
    .describe('Of a group: its countries, with the days between which they belong to it.'),
});
export type CodeView = z.infer<typeof codeView>;
export const codeListView = z.object({ items: z.array(codeView) });
export const codeListsView = z.object({ items: z.array(z.object({ scheme: z.string(), items: z.int(), source: z.string() })) });

const names = z.partialRecord(z.enum(NAME_LANGUAGES), z.string().trim().min(1).max(300));

export const itemBody = z
  .strictObject({
    effective: effectiveDay,
    names: names.refine((given) => given.en !== undefined, { path: ['en'], error: 'Give at least the English name.' }),
    parent: z.string().max(60).nullable().default(null),
    from: isoDate.nullable().default(null),
    to: isoDate.nullable().default(null),
    status: z.enum(['active', 'withdrawn']).default('active'),
    extra: z.record(z.string().max(40), z.string().max(300)).default({}),
    source: z.string().trim().min(1).max(300),
  })
  .refine(({ from, to }) => from === null || to === null || from < to, {
    path: ['to'],
    params: { code: 'before-from' },
    error: 'The last day is before the first: give a later one.',
  });
export type ItemBody = z.infer<typeof itemBody>;

export const ratesBody = z.strictObject({
  rates: z
    .array(
      z.strictObject({
        currency: z.string().regex(/^[A-Z]{3}$/, { error: 'Give a three-letter currency code.' }),
        from: isoDate,
        usdPerUnit: z.number().positive({ error: 'Give US dollars for one unit, above zero.' }),
        source: z.string().trim().min(1).max(300),
      }),
    )
    .min(1)
    .max(500),
});
export type RatesBody = z.infer<typeof ratesBody>;
