import { baseLanguage } from '../text/analyser.js';
import type { CodeRef, ListingKind, PublishedListing } from '../../listings/index.js';

/** What search filters and counts by for everybody: all of it is level 0. */
export const PUBLIC_FACETS = ['kind', 'sdg', 'target', 'sector', 'crs', 'country', 'lang'] as const;
/** The same for members: it stands in fields of level 1. */
export const MEMBER_FACETS = ['readiness', 'instrument'] as const;
export const FACETS = [...PUBLIC_FACETS, ...MEMBER_FACETS] as const;
export type Facet = (typeof FACETS)[number];

/** Bands of the largest sum a financier gives, or a seeker looks for, in US dollars. */
export const SIZES = ['below-10k', '10k-100k', '100k-1m', 'above-1m'] as const;
export type Size = (typeof SIZES)[number];
const SIZE_BOUNDS = [10_000, 100_000, 1_000_000];

interface Content {
  title: string;
  teaser?: string;
  country?: string;
  codes: readonly CodeRef[];
  texts: readonly { language: string; title?: string; teaser?: string }[];
  budget?: Sum | string;
  fundingSought?: Sum;
  details: { readiness?: number; instrument?: string; amount?: Sum };
}

interface Sum {
  amount?: number;
  max?: number;
  currency: string;
}

/** A listing as anybody may see it, and nothing more. */
export interface PublicCard {
  id: string;
  reference: string;
  kind: ListingKind;
  language: string;
  title: string;
  teaser: string | null;
  country: string;
  codes: { scheme: string; code: string; main: boolean }[];
  publishedAt: string;
  expiresAt: string;
  isExample: boolean;
}

const contentOf = (listing: PublishedListing): Content => listing.content as Content;

/** Where it is: the country of a need, the owner's for an offer. */
export const countryOf = (listing: PublishedListing): string => contentOf(listing).country ?? listing.owner.country;

/** End of the call of a fund, the day by which something is needed, or else the end of the listing itself; ms. What members do not see does not count. */
export function closingOf(listing: PublishedListing): number {
  const { neededBy, details } = listing.content as { neededBy?: string; details?: { window?: { closes?: string } | string } };
  const window = typeof details?.window === 'object' ? details.window.closes : undefined;
  const days = [
    ['neededBy', neededBy],
    ['details.window', window],
  ].flatMap(([path, day]) =>
    day !== undefined && /^\d{4}-/.test(day) && !listing.closed.includes(path ?? '') ? [Date.parse(`${day}T23:59:59Z`)] : [],
  );
  return Math.min(listing.expiresAt.getTime(), ...days);
}

export const languagesOf = (listing: PublishedListing): string[] => [
  ...new Set([listing.language, ...contentOf(listing).texts.map((text) => text.language)].map(baseLanguage)),
];

const goalOf = (code: CodeRef): string | undefined =>
  code.scheme === 'sdg-goal' || code.scheme === 'sdg-target' ? code.code.split('.')[0] : undefined;

/** Values a listing counts under, per facet: goals (also those of its targets), two-digit CRS groups as sectors, and the three-digit categories below. */
export const facetValues = (listing: PublishedListing): Record<Facet, string[]> => {
  const { codes, details } = contentOf(listing);
  const unique = (values: (string | undefined)[]) => [...new Set(values.filter((value) => value !== undefined))];
  return {
    kind: [listing.kind],
    sdg: unique(codes.map(goalOf)),
    sector: unique(codes.map((code) => (code.scheme === 'crs' ? code.code.slice(0, 2) : undefined))),
    crs: unique(codes.map((code) => (code.scheme === 'crs' ? code.code.slice(0, 3) : undefined))),
    country: [countryOf(listing)],
    target: unique(codes.map((code) => (code.scheme === 'sdg-target' ? code.code : undefined))),
    lang: languagesOf(listing),
    readiness: details.readiness === undefined ? [] : [String(details.readiness)],
    instrument: details.instrument === undefined ? [] : [details.instrument],
  };
};

/** The largest sum a financier gives, or a seeker looks for; null when it names none. */
export function sumOf(listing: PublishedListing): { amount: number; currency: string } | null {
  const { details, fundingSought, budget } = contentOf(listing);
  const sum = details.amount ?? fundingSought ?? (typeof budget === 'object' ? budget : undefined);
  const amount = sum && (sum.max ?? sum.amount);
  return amount === undefined ? null : { amount, currency: sum!.currency };
}

/** The band of a sum in dollars. */
export const sizeOf = (dollars: number): Size => SIZES[SIZE_BOUNDS.filter((bound) => dollars >= bound).length] ?? SIZES[0];

/** Codes that stand on the listing itself, for a search that wants no other: `sdg=6.1`, `crs=14030`. */
export const exactKeys = (listing: PublishedListing): string[] =>
  contentOf(listing).codes.flatMap((ref) => {
    if (goalOf(ref) !== undefined) return [`sdg=${ref.code}`];
    return ref.scheme === 'crs' ? [`crs=${ref.code}`] : [];
  });

/** One step up the tree: `6.1` to `6`, `14030` to `140`, `140` to `14`; the top has none. */
export function parentOf(sort: 'sdg' | 'crs', code: string): string | null {
  if (sort === 'sdg') return code.includes('.') ? code.split('.')[0]! : null;
  return code.length > 3 ? code.slice(0, 3) : code.length > 2 ? code.slice(0, 2) : null;
}

/** Everything `sdg:` and `crs:` may name: `6` and `6.1`; `14`, `140` and `14030`. */
export const codeKeys = (listing: PublishedListing): string[] =>
  contentOf(listing).codes.flatMap((ref) => {
    const goal = goalOf(ref);
    if (goal !== undefined) return [`sdg:${goal}`, `sdg:${ref.code}`];
    return ref.scheme === 'crs' ? [2, 3, 5].map((length) => `crs:${ref.code.slice(0, length)}`) : [];
  });

/** The card in the reader's language where the listing has it, else in its own. */
export function publicCard(listing: PublishedListing, language?: string): PublicCard {
  const content = contentOf(listing);
  const translation = content.texts.find((text) => text.title !== undefined && baseLanguage(text.language) === language);
  const shown = language !== baseLanguage(listing.language) && translation ? translation : { ...content, language: listing.language };
  return {
    id: listing.id,
    reference: listing.reference,
    kind: listing.kind,
    language: shown.language,
    title: shown.title ?? content.title,
    teaser: shown.teaser ?? null,
    country: countryOf(listing),
    codes: content.codes.map(({ scheme, code, main }) => ({ scheme, code, main: main ?? false })),
    publishedAt: listing.publishedAt.toISOString(),
    expiresAt: listing.expiresAt.toISOString(),
    isExample: listing.isExample,
  };
}
