import { z } from 'zod';

const day = z.iso.date({ error: 'Give a date such as 2026-11-24.' });

/** Day (UTC) from which an edit holds. */
export const effectiveDay = day.optional().describe('First day on which this edit holds; today when left out. Not in the past.');

export const groupParam = z.string().regex(/^[A-Z0-9][A-Z0-9.-]{0,59}$/i);
export const countryParam = z.string().regex(/^[A-Z]{2}$/);

const period = z
  .strictObject({
    from: day.nullable().default(null).describe('First day of membership; null since ever.'),
    to: day.nullable().default(null).describe('First day on which it no longer belongs, as on graduation; null for no end.'),
  })
  .refine(({ from, to }) => from === null || to === null || from < to, { path: ['to'], error: 'Give a day after the first one.' });

export const membershipBody = z.strictObject({
  periods: z
    .array(period)
    .max(10)
    .refine((periods) => !overlap(periods), 'Two of the periods overlap: give each day once.')
    .describe('All periods of membership; an empty list takes the country out for every day.'),
  source: z.string().trim().min(1).max(300).describe('The resolution or list it rests on.'),
});
export type MembershipBody = z.infer<typeof membershipBody>;

function overlap(periods: readonly { from: string | null; to: string | null }[]): boolean {
  const sorted = [...periods].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return sorted.some(({ from }, i) => i > 0 && (sorted[i - 1]!.to === null || (from ?? '') < sorted[i - 1]!.to!));
}

const author = {
  setBy: z.string().nullable().describe('The person; null for what was there before versions were kept.'),
  setAt: z.iso.datetime(),
};

const item = z.object({
  scheme: z.string(),
  code: z.string(),
  parent: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  status: z.enum(['active', 'withdrawn']),
  names: z.record(z.string(), z.string()),
  extra: z.record(z.string(), z.string()),
  source: z.string(),
});

const codeVersion = z.object({
  id: z.uuid(),
  effective: z.string().describe('First day on which it holds.'),
  status: z.enum(['future', 'in-force', 'past', 'withdrawn']),
  item,
  before: item.nullable().describe('What held until then; null where the code was new.'),
  ...author,
});
export type CodeVersionView = z.infer<typeof codeVersion>;

export const codeVersions = z.object({
  shipped: item.nullable().describe('As it came with the system; null for a code that an administrator added.'),
  items: z.array(codeVersion),
});

const periods = z.array(z.object({ from: z.string().nullable(), to: z.string().nullable() }));
const groupVersion = z.object({
  id: z.uuid(),
  status: z.enum(['in-force', 'past', 'withdrawn']),
  periods,
  before: periods,
  source: z.string(),
  ...author,
});
export type GroupVersionView = z.infer<typeof groupVersion>;

export const groupVersions = z.object({ shipped: periods, items: z.array(groupVersion) });
