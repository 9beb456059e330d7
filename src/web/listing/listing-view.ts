import type { ListingKind, ListingState } from '../../modules/listings/index.js';
import type { FinancingContent, SolutionContent, TechnologyContent } from '../../modules/offers/index.js';
import type { NeedContent } from '../../modules/seekers/index.js';

type Contents = TechnologyContent & SolutionContent & FinancingContent & NeedContent;
type Details = TechnologyContent['details'] & SolutionContent['details'] & FinancingContent['details'] & NeedContent['details'];

/** A field that is read in another language than it was written in. */
export interface Reading {
  text: string;
  language: string;
  origin: 'author' | 'human-translation' | 'machine';
  checked: boolean;
}

/** A listing as the projection shows it to one reader: whatever is above her level is not there. */
export interface ListingView extends Partial<Omit<Contents, 'details' | 'title' | 'codes' | 'country' | 'texts' | 'levels'>> {
  id: string;
  reference: string;
  kind: ListingKind;
  state: ListingState;
  version: number;
  language: string;
  title: string;
  country: string;
  codes: { scheme: string; code: string; main?: boolean }[];
  isExample: boolean;
  publishedAt: Date | null;
  expiresAt: Date | null;
  assuredAt?: Date | null;
  enteredBy?: 'centre' | 'member';
  translated?: Readonly<Record<string, Reading>>;
  organization?: { id: string; legalName: string; country: string; type: string; level: string };
  unnamed?: {
    type: string;
    size: string | null;
    level: string;
    levelSince: string | null;
    medianAnswerDays: number | null;
    knownToCentre: boolean;
  };
  endorsements?: { institution: string; person?: string; position?: string; on: string; until: string | null; state?: string }[];
  /** Groups of fields that say more, with the level that sees it. */
  closed?: Readonly<Record<string, number>>;
  filledLots?: readonly string[];
  details?: Partial<Details>;
  /** Its own organization's, with all that is said inside. */
  organizationId?: string;
}

/** Where a listing is read. */
export const pathOf = ({ kind, id }: Pick<ListingView, 'kind' | 'id'>): string => `/${kind === 'need' ? 'needs' : 'offers'}/${id}`;

/** A text in the reader's language where there is one; `path` as in `details.problem`. */
export function readingOf(view: ListingView, path: string, source: string | undefined): { text: string; language: string } | undefined {
  const reading = view.translated?.[path];
  if (reading) return reading;
  return source === undefined ? undefined : { text: source, language: view.language };
}
