import type { ShownByPapers } from '../organizations/index.js';

const DAY_MS = 86_400_000;

/** Papers by what they show. The first three prove that the organization exists; one of them and who may sign make level L1. */
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
export type DocumentOutcome = 'accepted' | 'refused';

/** What each part of L1 may be shown by. References and the papers of due diligence are welcome, and asked from nobody here. */
export const L1_PAPERS = {
  existence: ['registration-certificate', 'public-body-letter', 'founding-act'],
  authority: ['signatory-authority'],
} as const satisfies Record<string, readonly DocumentKind[]>;
export type L1Part = keyof typeof L1_PAPERS;

export interface Paper {
  kind: DocumentKind;
  expiresOn: string | null;
  outcome: DocumentOutcome | null;
}

const isValid = ({ expiresOn }: Paper, day: string): boolean => expiresOn === null || expiresOn >= day;

/** The parts of L1 that no paper shows which is valid on the day and of which `counts` holds. */
export function missingParts(papers: readonly Paper[], day: string, counts: (paper: Paper) => boolean): L1Part[] {
  const shown = (part: L1Part): boolean =>
    papers.some((paper) => (L1_PAPERS[part] as readonly DocumentKind[]).includes(paper.kind) && isValid(paper, day) && counts(paper));
  return (Object.keys(L1_PAPERS) as L1Part[]).filter((part) => !shown(part));
}

/** What papers show together on that day. */
export function shownBy(papers: readonly Paper[], day: string): ShownByPapers {
  if (missingParts(papers, day, ({ outcome }) => outcome === 'accepted').length === 0) return 'proven';
  return missingParts(papers, day, ({ outcome }) => outcome !== 'refused').length === 0 ? 'handed-in' : 'too-little';
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
