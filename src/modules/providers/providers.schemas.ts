import { z } from 'zod';
import { ORGANIZATION_LEVELS } from '../organizations/index.js';
import { pageOfSchema, pageQuery } from '../../platform/http/index.js';

const OFFER_KINDS = ['technology', 'solution', 'financing'] as const;
const country = z.string().regex(/^[A-Z]{2}$/, { error: 'Give a two-letter country code such as "KE".' });
const sector = z.string().regex(/^(\d{2}|\d{3}|\d{5})$/, { error: 'Give a code of the list "crs", such as "14030".' });
const place = z.string().regex(/^([A-Z]{2}|group:[A-Za-z0-9-]{2,20}|region:\d{3})$/, {
  error: 'Give a country ("KE"), a group ("group:LDC") or a region ("region:014").',
});
const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length;
const once = { error: 'A code is named twice.' };

export const providerPatch = z
  .strictObject({
    statement: z.string().trim().min(1).max(2_000).nullable(),
    sectors: z.array(sector).max(40).refine(distinct, once),
    serves: z.array(place).max(250).refine(distinct, once),
  })
  .partial();
export type ProviderPatch = z.infer<typeof providerPatch>;

export const providersQuery = pageQuery.extend({
  country: country.optional(),
  type: z
    .string()
    .regex(/^\d{2}$/, { error: 'Give a code of the list "organization-type", such as "10".' })
    .optional(),
  kind: z.enum(OFFER_KINDS).optional().describe('Only who offers this kind.'),
});
export type ProvidersQuery = z.infer<typeof providersQuery>;

/** Fields below `version` are for members only (level 1). */
export const providerView = z.object({
  id: z.guid(),
  country: z.string(),
  type: z.string(),
  level: z.enum(ORGANIZATION_LEVELS),
  sectors: z.array(z.string()),
  serves: z.array(z.string()),
  offers: z.object({ technology: z.int(), solution: z.int(), financing: z.int() }).describe('Published ones.'),
  isExample: z.boolean(),
  version: z.int(),
  reference: z.string().optional(),
  legalName: z.string().optional(),
  languages: z.array(z.string()).optional(),
  website: z.string().nullable().optional(),
  statement: z.string().nullable().optional(),
});
export type ProviderView = z.infer<typeof providerView>;
export const providerPage = pageOfSchema(providerView);
