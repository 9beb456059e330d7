import { baseLanguage } from '../text/analyser.js';
import type { CodeRef, PublishedListing } from '../../listings/index.js';

/** What search filters and counts by. All of it is level 0. */
export const FACETS = ['kind', 'sdg', 'crs', 'country'] as const;
export type Facet = (typeof FACETS)[number];

interface Content {
  title: string;
  teaser?: string;
  country?: string;
  codes: readonly CodeRef[];
  texts: readonly { language: string; title?: string; teaser?: string }[];
}

/** A listing as anybody may see it, and nothing more. */
export interface PublicCard {
  id: string;
  reference: string;
  kind: string;
  language: string;
  title: string;
  teaser: string | null;
  country: string;
  codes: { scheme: string; code: string; main: boolean }[];
  publishedAt: string;
  expiresAt: string;
}

const contentOf = (listing: PublishedListing): Content => listing.content as Content;

/** Where it is: the country of a need, the owner's for an offer. */
export const countryOf = (listing: PublishedListing): string => contentOf(listing).country ?? listing.owner.country;

export const languagesOf = (listing: PublishedListing): string[] => [
  ...new Set([listing.language, ...contentOf(listing).texts.map((text) => text.language)].map(baseLanguage)),
];

const goalOf = (code: CodeRef): string | undefined =>
  code.scheme === 'sdg-goal' || code.scheme === 'sdg-target' ? code.code.split('.')[0] : undefined;

/** Values a listing counts under, per facet: goals (also those of its targets) and three-digit CRS categories. */
export const facetValues = (listing: PublishedListing): Record<Facet, string[]> => {
  const { codes } = contentOf(listing);
  const unique = (values: (string | undefined)[]) => [...new Set(values.filter((value) => value !== undefined))];
  return {
    kind: [listing.kind],
    sdg: unique(codes.map(goalOf)),
    crs: unique(codes.map((code) => (code.scheme === 'crs' ? code.code.slice(0, 3) : undefined))),
    country: [countryOf(listing)],
  };
};

/** Everything `sdg=` and `crs=` may name: `6` and `6.1`; `14`, `140` and `14030`. */
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
  };
}
