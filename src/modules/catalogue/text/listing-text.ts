import { type PublishedListing, withoutFields } from '../../listings/index.js';
import { analyse, baseLanguage } from './analyser.js';

/** Sorts of passage, each with its own usual length: a word in a title weighs more than one in a page. */
export const PASSAGES = ['title', 'teaser', 'body'] as const;
export type Passage = (typeof PASSAGES)[number];

export interface AnalysedPassage {
  readonly sort: Passage;
  /** 0: anybody may read it; 1: members. Nothing above level 1 is ever analysed. */
  readonly level: 0 | 1;
  readonly terms: readonly string[];
}

/** All passages of a listing in one language. */
export interface ListingText {
  readonly language: string;
  readonly passages: readonly AnalysedPassage[];
}

interface TextContent {
  title: string;
  teaser?: string;
  description?: string;
  texts: readonly { language: string; title?: string; teaser?: string; description?: string; details?: Record<string, unknown> }[];
  details: Record<string, unknown>;
}

// Paragraphs that say what the listing is about. Left out: what it is not (excluded activities, what was tried in vain),
// and what every listing of its kind says alike (papers, reporting duties, who pays).
const BODY_FIELDS = [
  'problem',
  'howItWorks',
  'advantage',
  'siteNeeds',
  'challenge',
  'approach',
  'actors',
  'conditions',
  'adaptation',
  'beneficiaries',
  'fund',
] as const;

/** One string for each term, however often listings use it: the words of a catalogue are few. */
const vocabulary = new Map<string, string>();

function shared(term: string): string {
  const known = vocabulary.get(term);
  if (known === undefined) vocabulary.set(term, term);
  return known ?? term;
}

const analysed = new WeakMap<PublishedListing, ListingText[]>();

/** The texts of a listing by language, the source language first. Analysed once for each listing object, which nobody changes. */
export function textsOf(listing: PublishedListing): readonly ListingText[] {
  let texts = analysed.get(listing);
  if (!texts) analysed.set(listing, (texts = listingTexts(listing)));
  return texts;
}

function listingTexts(listing: PublishedListing): ListingText[] {
  const content = withoutFields(listing.content as TextContent, listing.closed);
  const paragraphs = (details: Record<string, unknown>) =>
    BODY_FIELDS.map((field) => details[field]).filter((value) => typeof value === 'string');
  const results = Array.isArray(content.details.results) ? (content.details.results as { indicator?: string }[]) : [];
  const sources = [
    {
      ...content,
      language: listing.language,
      more: [...paragraphs(content.details), ...results.flatMap((result) => result.indicator ?? [])],
    },
    ...content.texts.map((text) => ({ ...text, more: paragraphs(text.details ?? {}) })),
  ];
  const byLanguage = new Map<string, AnalysedPassage[]>();
  for (const { language, title, teaser, description, more } of sources) {
    const base = baseLanguage(language);
    const passages = byLanguage.get(base) ?? [];
    byLanguage.set(base, passages);
    const add = (sort: Passage, level: 0 | 1, text: string | undefined) => {
      const terms = text ? analyse(base, text).map(shared) : [];
      if (terms.length > 0) passages.push({ sort, level, terms });
    };
    add('title', 0, title);
    add('teaser', 0, teaser);
    for (const paragraph of [description, ...more]) add('body', 1, paragraph);
  }
  return [...byLanguage].filter(([, passages]) => passages.length > 0).map(([language, passages]) => ({ language, passages }));
}
