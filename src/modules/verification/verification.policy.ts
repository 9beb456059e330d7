import type { ShownByPapers } from '../organizations/index.js';

const DAY_MS = 86_400_000;

/** Papers by what they show. */
export const DOCUMENT_KINDS = [
  'registration-certificate',
  'public-body-letter',
  'founding-act',
  'signatory-authority',
  'reference',
  'financial-statement',
  'ownership',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
/** Who is to bring the copy of a paper that has none yet: its organization later, or the desk of its country. */
export const COPY_BY = ['organization', 'centre'] as const;
export type CopyBy = (typeof COPY_BY)[number];
export type DocumentOutcome = 'accepted' | 'refused';

/** A part of what a level asks for: kinds of papers that show it, and how many of them. */
interface PartOfLevel {
  kinds: readonly DocumentKind[];
  papers: number;
}

/** L1: it exists, and who may sign for it. */
export const L1_PAPERS = {
  existence: { kinds: ['registration-certificate', 'public-body-letter', 'founding-act'], papers: 1 },
  authority: { kinds: ['signatory-authority'], papers: 1 },
} as const satisfies Record<string, PartOfLevel>;
export type L1Part = keyof typeof L1_PAPERS;

/** L2, due diligence: what it lives on, whose it is, and what three who have worked with it say. */
export const L2_PAPERS = {
  finances: { kinds: ['financial-statement'], papers: 1 },
  ownership: { kinds: ['ownership'], papers: 1 },
  references: { kinds: ['reference'], papers: 3 },
} as const satisfies Record<string, PartOfLevel>;
export type L2Part = keyof typeof L2_PAPERS;

/** The part of due diligence that a paper shows; null for one that shows none. */
export const dueDiligencePartOf = (kind: DocumentKind): L2Part | null =>
  (Object.keys(L2_PAPERS) as L2Part[]).find((part) => (L2_PAPERS[part].kinds as readonly DocumentKind[]).includes(kind)) ?? null;

export interface Paper {
  kind: DocumentKind;
  expiresOn: string | null;
  outcome: DocumentOutcome | null;
}

const isValid = ({ expiresOn }: Paper, day: string): boolean => expiresOn === null || expiresOn >= day;

/** The parts of a level that too few papers show which are valid on the day and of which `counts` holds. */
export function missingParts<Part extends string>(
  parts: Readonly<Record<Part, PartOfLevel>>,
  papers: readonly Paper[],
  day: string,
  counts: (paper: Paper) => boolean,
): Part[] {
  const counting = papers.filter((paper) => isValid(paper, day) && counts(paper));
  const shown = ({ kinds, papers: number }: PartOfLevel): boolean => counting.filter(({ kind }) => kinds.includes(kind)).length >= number;
  return (Object.keys(parts) as Part[]).filter((part) => !shown(parts[part]));
}

export const isAccepted = ({ outcome }: Paper): boolean => outcome === 'accepted';

/** What papers show of L1 together on that day. */
export function shownBy(papers: readonly Paper[], day: string): ShownByPapers {
  if (missingParts(L1_PAPERS, papers, day, isAccepted).length === 0) return 'proven';
  return missingParts(L1_PAPERS, papers, day, ({ outcome }) => outcome !== 'refused').length === 0 ? 'handed-in' : 'too-little';
}

/** A verification, the present one or the last; nulls when there was none. */
export interface VerificationPeriod {
  since: Date | null;
  until: Date | null;
}

/**
 * From when on papers count towards the next verification: those of an earlier one have had their effect.
 * @param days how long before the end of a verification its renewal begins
 * @returns null when all papers count, because there was no verification yet
 */
export function countsFrom({ since, until }: VerificationPeriod, days: number): Date | null {
  if (until === null) return since;
  return new Date(Math.max(until.getTime() - days * DAY_MS, since?.getTime() ?? 0));
}
