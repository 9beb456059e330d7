import type {
  CodeRef,
  Decision,
  Difference,
  ListingKind,
  ListingState,
  ReviewStage,
  ShownEndorsement,
  Translation,
} from '../../modules/listings/index.js';

export interface Attached {
  file: string;
  title: string;
  level: 1 | 2 | 3;
  name?: string;
  bytes?: number;
}

/** A content as its reviewers see it: the fields of its kind, by name. */
export interface ReviewedContent extends Record<string, unknown> {
  title: string;
  texts: Translation[];
  codes: CodeRef[];
  details: Record<string, unknown>;
  attachments?: Attached[];
}

/** What ListingViews shows of a listing to whoever reviews it. */
export interface ReviewedListing extends ReviewedContent {
  id: string;
  reference: string;
  kind: ListingKind;
  state: ListingState;
  version: number;
  revision: number;
  language: string;
  isExample: boolean;
  enteredBy?: 'centre' | 'member';
  organization: { id: string; reference: string; legalName: string; country: string; type: string; level: string };
  pending: (ReviewedContent & { revision: number; state: string; language: string }) | null;
  reviews: {
    revision: number;
    stage: ReviewStage;
    decision: Decision;
    reason: string | null;
    note: string | null;
    at: string;
    reviewerName?: string | null;
    standIn: boolean;
    readBy?: string | null;
  }[];
  changeRequests: {
    id: string;
    revision: number;
    path: string;
    note: string;
    answer: string | null;
    changed: boolean;
    requestedAt: string;
  }[];
  endorsements: ShownEndorsement[];
  allowed: string[];
}

/** The revision under review, with its number and language. */
export const underReview = (listing: ReviewedListing): ReviewedContent & { revision: number; language: string } =>
  listing.pending ?? listing;

/** Fields in the order in which they are read; those of `details` follow as their kind has them. */
const FIELDS = [
  'title',
  'teaser',
  'description',
  'codes',
  'kinds',
  'country',
  'countriesPreferred',
  'countriesOffered',
  'countriesRefused',
  'languages',
  'interpreter',
  'requirements',
  'specifications',
  'budget',
  'fundingSought',
  'ownContribution',
  'neededBy',
  'lots',
  'anonymous',
] as const;

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Fields of `details` that are read in another order than they are stored in: the story first, terms and numbers last. */
const STORY = [
  ...['problem', 'challenge', 'howItWorks', 'approach', 'advantage', 'results', 'costComparison', 'siteNeeds', 'readiness'],
  ...['readinessEvidence', 'developedIn', 'usedIn', 'actors', 'beneficiaries', 'conditions', 'instrument', 'fund', 'amount', 'applicants'],
];
const rank = (name: string): number => (STORY.includes(name) ? STORY.indexOf(name) : STORY.length);

/** What a content of a kind says, field by field, by path. */
export function saidFields({ details, ...content }: ReviewedContent, kind: ListingKind): { path: string; value: unknown }[] {
  // The country that is shown of an offer is its owner's, which the offer does not say.
  const own = FIELDS.filter((path) => path !== 'country' || kind === 'need').map((path) => ({
    path,
    value: content[path],
  }));
  const inner = Object.entries(details)
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => ({ path: `details.${name}`, value }));
  return [...own, ...inner].filter(({ value }) => isSaid(value));
}

/** What the published revision says where the waiting one says something else, by path. */
export const publishedInstead = (changes: readonly Difference[]): ReadonlyMap<string, unknown> =>
  new Map(changes.map(({ path, from }) => [path, from]));
