import { z } from 'zod';
import { isoDate, languagesRequired, moneyRange, offerContent, paragraph, text, type SubmitRequirement } from '../listings/index.js';

export const APPLICANTS = [
  'government',
  'local-government',
  'public-enterprise',
  'private-company',
  'ngo',
  'academic',
  'multilateral',
  'cooperative',
] as const;
export const FINANCE_STAGES = ['feasibility', 'pilot', 'scale-up', 'trade', 'results-based'] as const;

const window = z
  .strictObject({ opens: isoDate.optional(), closes: isoDate, decision: isoDate.optional() })
  .refine(({ opens, closes }) => opens === undefined || opens <= closes, {
    path: ['closes'],
    message: 'The window closes before it opens.',
  });

export const financingDetails = z.strictObject({
  /** IATI finance type, e.g. `110` grant, `421` loan. */
  instrument: text(10).optional(),
  /** IATI flow type, e.g. `30` private development finance. */
  flowType: text(10).optional(),
  fund: text(200).optional(),
  /** Smallest and largest ticket. */
  amount: moneyRange.optional(),
  total: z.number().nonnegative().optional(),
  remaining: z.number().nonnegative().optional(),
  tenorMonths: z.number().int().min(0).max(1200).optional(),
  graceMonths: z.number().int().min(0).max(600).optional(),
  price: text(200).optional(),
  concessional: z.boolean().optional(),
  /** Share of the cost the applicant brings, in per cent, and whether work and goods count. */
  matchingShare: z.strictObject({ percentage: z.number().min(0).max(100), inKindCounts: z.boolean() }).optional(),
  applicants: z.array(z.enum(APPLICANTS)).max(APPLICANTS.length).default([]),
  /** `any` when every sector may apply; otherwise the CRS codes name them. */
  sectors: z.literal('any').optional(),
  stages: z.array(z.enum(FINANCE_STAGES)).max(FINANCE_STAGES.length).default([]),
  readinessFrom: z.number().int().min(1).max(9).optional(),
  excludedActivities: z.array(text(200)).max(50).default([]),
  window: z.union([window, z.literal('always-open')]).optional(),
  /** Papers asked from an applicant; `none` is said by an empty list in `documentsAsked` together with `noDocuments`. */
  documentsAsked: z.array(text(200)).max(50).default([]),
  noDocuments: z.boolean().optional(),
  decisionBody: text(200).optional(),
  reportingDuties: paragraph.optional(),
});

export const financingContent = z.strictObject({ ...offerContent, details: financingDetails.default(financingDetails.parse({})) });
export type FinancingContent = z.infer<typeof financingContent>;

export const financingSubmit: readonly SubmitRequirement<FinancingContent>[] = [
  {
    path: 'details.instrument',
    message: 'Give the instrument: a finance type such as "110" (grant) or "421" (loan).',
    met: (c) => !!c.details.instrument,
  },
  {
    path: 'details.amount',
    message: 'Give currency and range of what you finance ({min, max, currency}).',
    met: (c) => c.details.amount !== undefined,
  },
  {
    path: 'countriesOffered',
    message: 'Give the countries or groups you finance, e.g. "group:LDC".',
    met: (c) => c.countriesOffered.length > 0,
  },
  { path: 'details.applicants', message: 'Say who may apply, e.g. "government".', met: (c) => c.details.applicants.length > 0 },
  {
    path: 'details.sectors',
    message: 'Give the sectors as "crs" codes, or answer "any".',
    met: (c) => c.details.sectors === 'any' || c.codes.some((code) => code.scheme === 'crs'),
  },
  {
    path: 'details.window',
    message: 'Give the window ({opens, closes}), or answer "always-open".',
    met: (c) => c.details.window !== undefined,
  },
  {
    path: 'details.documentsAsked',
    message: 'List the papers you ask for, or set "noDocuments": true.',
    met: (c) => c.details.documentsAsked.length > 0 || c.details.noDocuments === true,
  },
  languagesRequired,
];
