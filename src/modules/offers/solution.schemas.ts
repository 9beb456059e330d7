import { z } from 'zod';
import {
  currency,
  deployment,
  isoDate,
  languagesRequired,
  mainSectorRequired,
  offerContent,
  paragraph,
  sdgRequired,
  text,
  type SubmitRequirement,
} from '../listings/index.js';

export const EVIDENCE = ['own-monitoring', 'external-evaluation', 'study'] as const;
export const SUPPORT = ['study-visit', 'expert-days', 'training', 'documents', 'mentoring', 'mission'] as const;

/** The eight qualities the Global South-South Development Academy looks for in a solution. */
export const QUALITIES = [
  'long-term-aim',
  'ownership',
  'country-leadership',
  'inclusive-partnership',
  'innovation-on-local-assets',
  'fair-sharing',
  'sustainability',
  'replicability',
] as const;

const result = z.strictObject({
  indicator: text(300),
  baseline: z.number().optional(),
  value: z.number().optional(),
  unit: text(60).optional(),
  date: isoDate.optional(),
  source: text(500).optional(),
  evidence: z.enum(EVIDENCE).optional(),
});

export const solutionDetails = z.strictObject({
  challenge: paragraph.optional(),
  approach: paragraph.optional(),
  actors: paragraph.optional(),
  beneficiaries: z
    .strictObject({ number: z.number().int().nonnegative().optional(), groups: z.array(text(100)).max(20).default([]) })
    .optional(),
  results: z.array(result).max(30).default([]),
  costPerUnit: z.strictObject({ amount: z.number().nonnegative(), currency, unit: text(60) }).optional(),
  monthsToResults: z.number().int().min(0).max(600).optional(),
  /** What must hold in another country for it to work there. */
  conditions: paragraph.optional(),
  adaptation: paragraph.optional(),
  risks: paragraph.optional(),
  replications: z.array(deployment).max(50).default([]),
  support: z.array(z.enum(SUPPORT)).max(SUPPORT.length).default([]),
  whoPays: paragraph.optional(),
  /** Needed for an endorsement by the Academy, not to publish. */
  qualities: z
    .array(z.strictObject({ quality: z.enum(QUALITIES), statement: paragraph, evidence: paragraph.optional() }))
    .max(QUALITIES.length)
    .refine((given) => new Set(given.map(({ quality }) => quality)).size === given.length, 'Give each quality once.')
    .default([]),
});

export const solutionContent = z.strictObject({ ...offerContent, details: solutionDetails.default(solutionDetails.parse({})) });
export type SolutionContent = z.infer<typeof solutionContent>;

export const solutionSubmit: readonly SubmitRequirement<SolutionContent>[] = [
  { path: 'details.challenge', message: 'Describe the challenge it answers.', met: (c) => !!c.details.challenge },
  { path: 'details.approach', message: 'Describe the approach.', met: (c) => !!c.details.approach },
  { path: 'details.results', message: 'Give at least one result.', met: (c) => c.details.results.length > 0 },
  { path: 'details.conditions', message: 'Say what must hold elsewhere for it to work there.', met: (c) => !!c.details.conditions },
  { path: 'details.support', message: 'Say which support you offer, e.g. "training".', met: (c) => c.details.support.length > 0 },
  mainSectorRequired,
  sdgRequired,
  languagesRequired,
];
