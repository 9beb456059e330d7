import type { Reader } from '../page/index.js';

/** An offer as its reader may see it; what is closed to her is not in it. */
export interface ComparedOffer {
  id: string;
  kind: 'technology' | 'solution' | 'financing' | 'need';
  reference: string;
  title: string;
  language: string;
  country: string;
  teaser?: string | null;
  codes?: { scheme: string; code: string }[];
  languages?: string[];
  assuredAt?: Date | string | null;
  organization?: { legalName: string } | null;
  details?: {
    readiness?: number;
    usedIn?: { country: string }[];
    replications?: { country: string }[];
    cooperation?: string[];
    support?: string[];
    terms?: { price?: { min?: number; max?: number; currency: string } };
  };
}

export const COMPARED = ['kind', 'country', 'owner', 'sectors', 'goals', 'readiness', 'usedIn', 'price', 'languages', 'assured'] as const;
export type Compared = (typeof COMPARED)[number];

/** The four words for how ready a thing is, from the nine levels of the trade. */
export function readinessStage(level: number): 'idea' | 'laboratory' | 'use' | 'regular' {
  if (level <= 2) return 'idea';
  if (level <= 5) return 'laboratory';
  return level <= 8 ? 'use' : 'regular';
}

type Named = Pick<Reader, 't' | 'name' | 'format'>;

/** What is known of an offer, as texts; null where nothing is said, or not to her. */
export function factsOf(offer: ComparedOffer, { t, name, format }: Named): Record<Compared, string | null> {
  const codes = (scheme: string): string[] => (offer.codes ?? []).flatMap((one) => (one.scheme === scheme ? [one.code] : []));
  const { readiness, usedIn, replications, terms } = offer.details ?? {};
  const countries = [...new Set([...(usedIn ?? []), ...(replications ?? [])].map(({ country }) => name('country', country)))];
  const goals = [...new Set([...codes('sdg-goal'), ...codes('sdg-target').map((target) => target.split('.')[0] ?? '')])];
  return {
    kind: t(`kind.${offer.kind}`),
    country: name('country', offer.country),
    owner: offer.organization?.legalName ?? null,
    sectors: listed(
      codes('crs').map((code) => name('crs', code)),
      format,
    ),
    goals: listed(
      goals.map((code) => name('sdg-goal', code)),
      format,
    ),
    readiness: readiness === undefined ? null : t(`readiness-stage.${readinessStage(readiness)}`),
    usedIn: listed(countries, format),
    price: terms?.price ? priceOf(terms.price, format) : null,
    languages: listed(
      (offer.languages ?? []).map((tag) => format.languageName(tag)),
      format,
    ),
    assured: offer.assuredAt ? format.date(new Date(offer.assuredAt)) : null,
  };
}

const listed = (words: readonly string[], format: Reader['format']): string | null => (words.length > 0 ? format.list(words) : null);

function priceOf({ min, max, currency }: { min?: number; max?: number; currency: string }, format: Reader['format']): string | null {
  const ends = [min, max].filter((amount) => amount !== undefined).map((amount) => format.money(amount, currency));
  return ends.length > 0 ? [...new Set(ends)].join(' – ') : null;
}
