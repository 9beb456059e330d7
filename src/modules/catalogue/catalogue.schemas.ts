import { z } from 'zod';
import { pageQuery } from '../../platform/http/index.js';
import { LISTING_KINDS } from '../listings/index.js';
import { FACETS, SIZES } from './index/listing-facts.js';
import { SORTS } from './index/search-query.js';

const VALUES_MAX = 50;

/** `sdg=6,13`: values of one filter are alternatives. */
const list = <T extends string>(value: z.ZodType<T, string>, description: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(value).max(VALUES_MAX))
    .optional()
    .describe(`${description} Several are separated by commas; one of them is enough.`);

export const searchQuery = pageQuery.extend({
  q: z
    .string()
    .trim()
    .max(500, { error: 'Use at most 500 characters.' })
    .optional()
    .describe('Words, in any language the listings are written in.'),
  kind: list(z.enum(LISTING_KINDS, { error: `Give one of ${LISTING_KINDS.join(', ')}.` }), 'Kind of listing.'),
  sdg: list(z.string().regex(/^\d{1,2}(\.[0-9a-z]{1,2})?$/, 'Give a goal such as "6" or a target such as "6.1".'), 'SDG goal or target.'),
  crs: list(z.string().regex(/^\d{2}(\d(\d{2})?)?$/, 'Give a CRS group ("14"), category ("140") or purpose code ("14030").'), 'Sector.'),
  country: list(z.string().regex(/^[A-Z]{2}$/, 'Give a two-letter country code such as "KE".'), 'Country of the need, or of the provider.'),
  near: z
    .enum(['exact', 'down', 'up'], { error: 'Give "exact", "down" or "up".' })
    .optional()
    .describe('How far around codes of sdg and crs: with what lies below when left out, only themselves, or with all of their parent.'),
  group: list(
    z.string().regex(/^[A-Z0-9-]{2,20}$/, 'Give a group of countries such as "LDC".'),
    'Country of the need, or of the provider, by group.',
  ),
  readiness: z
    .string()
    .transform((text) => text.split(',').map((part) => Number(part.trim())))
    .pipe(z.array(z.int({ error: 'Give readiness levels 1 to 9.' }).min(1).max(9)).max(9))
    .optional()
    .describe('Technology readiness levels, between commas. For members.'),
  instrument: list(z.string().regex(/^\d{2,4}$/, 'Give a finance type such as "110".'), 'Instrument of financing. For members.'),
  size: list(z.enum(SIZES, { error: `Give one of ${SIZES.join(', ')}.` }), 'Largest sum in US dollars. For members.'),
  sort: z
    .enum(SORTS, { error: `Give one of ${SORTS.join(', ')}.` })
    .optional()
    .describe('Relevance when there are words, otherwise the newest; or what closes soonest.'),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'Give a language code such as "en" or "pt".')
    .optional()
    .describe('Only listings that have a text in this language, shown in it.'),
});
export type SearchParameters = z.infer<typeof searchQuery>;

const card = z.object({
  id: z.guid(),
  reference: z.string(),
  kind: z.enum(LISTING_KINDS),
  language: z.string(),
  title: z.string(),
  teaser: z.string().nullable(),
  country: z.string(),
  codes: z.array(z.object({ scheme: z.string(), code: z.string(), main: z.boolean() })),
  publishedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isExample: z.boolean(),
});

const counts = z.array(z.object({ code: z.string(), count: z.int() }));

export const searchAnswer = z.object({
  items: z.array(card),
  facets: z
    .partialRecord(z.enum([...FACETS, 'group', 'size']), counts)
    .optional()
    .describe('How many hits each value would leave; the choice made in a facet does not narrow its own counts.'),
  next: z.string().nullable(),
});
