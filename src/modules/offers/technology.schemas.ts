import { z } from 'zod';
import {
  cooperation,
  country,
  currency,
  deployment,
  isoDate,
  languagesRequired,
  mainSectorRequired,
  moneyRange,
  offerContent,
  paragraph,
  sdgRequired,
  text,
  type SubmitRequirement,
} from '../listings/index.js';

export const IP_STATUS = ['none', 'secret-know-how', 'applied', 'granted', 'open-licence', 'copyright', 'not-sure'] as const;

const costComparison = z.strictObject({
  /** What one unit is, e.g. "cubic metre of water". */
  unit: text(60),
  ours: z.number().nonnegative(),
  usual: z.number().nonnegative(),
  currency: currency.optional(),
  source: text(500).optional(),
});

export const technologyDetails = z.strictObject({
  problem: paragraph.optional(),
  howItWorks: paragraph.optional(),
  advantage: paragraph.optional(),
  costComparison: z.union([costComparison, z.literal('not-known-yet')]).optional(),
  /** What it needs on site: power, water, skills, inputs, maintenance. */
  siteNeeds: paragraph.optional(),
  /** Technology readiness level, 1 to 9. */
  readiness: z.number().int().min(1).max(9).optional(),
  readinessEvidence: paragraph.optional(),
  developedIn: country.optional(),
  usedIn: z.array(deployment).max(50).default([]),
  ip: z
    .strictObject({
      status: z.enum(IP_STATUS),
      numbers: z.array(text(60)).max(50).default([]),
      offices: z.array(text(20)).max(50).default([]),
      expires: isoDate.optional(),
      owner: text(200).optional(),
    })
    .optional(),
  cooperation: cooperation.default([]),
  terms: z
    .strictObject({
      price: moneyRange.optional(),
      exclusivity: z.boolean().optional(),
      territory: text(200).optional(),
      afterSales: z.boolean().optional(),
      trainingIncluded: z.boolean().optional(),
    })
    .optional(),
  /** Smallest project taken on, in words. */
  minimumOrder: text(200).optional(),
  deliveryWeeks: z.number().int().min(0).max(520).optional(),
  capacityPerYear: text(200).optional(),
  standards: z.array(text(100)).max(50).default([]),
  environmentNotes: paragraph.optional(),
  /** Declared by the owner: could it also serve military or other controlled ends? */
  dualUse: z.boolean().optional(),
  exportControlNotes: text(1_000).optional(),
});

export const technologyContent = z.strictObject({ ...offerContent, details: technologyDetails.default(technologyDetails.parse({})) });
export type TechnologyContent = z.infer<typeof technologyContent>;

export const technologySubmit: readonly SubmitRequirement<TechnologyContent>[] = [
  { path: 'description', message: 'Describe the technology.', met: (c) => !!c.description },
  { path: 'details.advantage', message: 'Say how it is better than what is used today.', met: (c) => !!c.details.advantage },
  {
    path: 'details.costComparison',
    message: 'Compare its cost with the usual way ({unit, ours, usual}), or answer "not-known-yet".',
    met: (c) => c.details.costComparison !== undefined,
  },
  mainSectorRequired,
  sdgRequired,
  { path: 'details.readiness', message: 'Give the technology readiness level, 1 to 9.', met: (c) => c.details.readiness !== undefined },
  {
    path: 'details.cooperation',
    message: 'Say which kinds of cooperation you seek, e.g. "licence".',
    met: (c) => c.details.cooperation.length > 0,
  },
  {
    path: 'details.ip.status',
    message: 'Give the status of intellectual property; "not-sure" is an answer.',
    met: (c) => c.details.ip !== undefined,
  },
  languagesRequired,
  {
    path: 'details.dualUse',
    message: 'Declare whether it could also serve military or controlled ends (true or false).',
    met: (c) => c.details.dualUse !== undefined,
  },
];
