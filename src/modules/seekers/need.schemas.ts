import { z } from 'zod';
import {
  OFFER_KINDS,
  cooperation,
  country,
  isoDate,
  languagesRequired,
  mainSectorRequired,
  money,
  moneyRange,
  paragraph,
  places,
  requirement,
  sharedContent,
  text,
  TITLE_MAX,
  type SubmitRequirement,
} from '../listings/index.js';

export const needDetails = z.strictObject({
  problem: paragraph.optional(),
  tried: paragraph.optional(),
  scale: z.strictObject({ people: z.number().int().nonnegative().optional(), note: text(500).optional() }).optional(),
  /** Below the country: district, town. Shown after an introduction when the need is anonymous. */
  place: text(200).optional(),
  cooperation: cooperation.default([]),
  beneficiaries: paragraph.optional(),
  nationalPlan: z.strictObject({ title: text(300), url: z.url().max(500).optional() }).optional(),
  safeguards: paragraph.optional(),
  /** Lowest technology readiness level accepted, 1 to 9. */
  readinessFrom: z.number().int().min(1).max(9).optional(),
});

/** A part of the need that a provider may fill without the others; what it does not say is as for the whole. */
const lot = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Give a short key of small letters, digits and hyphens, such as "pumps".'),
  title: text(TITLE_MAX),
  kinds: z.array(z.enum(OFFER_KINDS)).min(1).max(OFFER_KINDS.length).optional(),
  /** Besides those of the whole need. */
  requirements: z.array(requirement).max(20).default([]),
  budget: moneyRange.optional(),
  quantity: text(200).optional(),
});

export const needContent = z.strictObject({
  ...sharedContent,
  kinds: z.array(z.enum(OFFER_KINDS)).max(OFFER_KINDS.length).default([]),
  country: country.optional(),
  /** Provider countries wanted; an empty list is no restriction. */
  countriesPreferred: places.default([]),
  requirements: z.array(requirement).max(60).default([]),
  budget: z.union([moneyRange, z.literal('not-known')]).optional(),
  fundingSought: money.optional(),
  /** What the own side brings. */
  ownContribution: z
    .strictObject({ percentage: z.number().min(0).max(100).optional(), inKind: z.boolean().optional(), note: text(500).optional() })
    .optional(),
  neededBy: z.union([isoDate, z.literal('no-date')]).optional(),
  lots: z
    .array(lot)
    .max(20)
    .refine((lots) => new Set(lots.map(({ key }) => key)).size === lots.length, 'Two lots have the same key: give each its own.')
    .default([]),
  anonymous: z.boolean().default(false),
  details: needDetails.default(needDetails.parse({})),
});
export type NeedContent = z.infer<typeof needContent>;

export const needSubmit: readonly SubmitRequirement<NeedContent>[] = [
  {
    path: 'details.problem',
    message: 'Describe the problem, here or in "description".',
    met: (c) => !!c.description || !!c.details.problem,
  },
  { path: 'country', message: 'Give the country of the need.', met: (c) => c.country !== undefined },
  mainSectorRequired,
  { path: 'kinds', message: 'Say what you look for: "technology", "solution", "financing" or several.', met: (c) => c.kinds.length > 0 },
  { path: 'neededBy', message: 'Give the date by which it is needed, or answer "no-date".', met: (c) => c.neededBy !== undefined },
  { path: 'budget', message: 'Give a budget ({min, max, currency}), or answer "not-known".', met: (c) => c.budget !== undefined },
  languagesRequired,
];
