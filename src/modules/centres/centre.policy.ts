export const CENTRE_STANDINGS = ['in-force', 'vacant', 'letter-expired', 'ended'] as const;
export type CentreStanding = (typeof CENTRE_STANDINGS)[number];

export const CENTRE_WARNINGS = ['no-officer', 'one-officer', 'letter-ends-soon', 'letter-expired'] as const;
export type CentreWarning = (typeof CENTRE_WARNINGS)[number];

/** So that somebody can review while the other is away or has entered the listing herself. */
const ADVISED_OFFICERS = 2;

export interface CentreFacts {
  endedAt: Date | null;
  /** Last day of its designation letter, such as 2027-06-30; null: without end. */
  letterExpires: string | null;
  /** Those who can sign in and serve one of its countries at least. */
  officers: number;
}

/** Days are ISO dates, compared as text. A vacant centre, or one without a letter in force, counts as none: the global desk serves its countries. */
export function standingOf({ endedAt, letterExpires, officers }: CentreFacts, today: string): CentreStanding {
  if (endedAt !== null) return 'ended';
  if (letterExpires !== null && letterExpires < today) return 'letter-expired';
  return officers === 0 ? 'vacant' : 'in-force';
}

/** What an administrator should see to. @param soon the day up to which an end of the letter is near. */
export function warningsOf(centre: CentreFacts, today: string, soon: string): CentreWarning[] {
  const { endedAt, letterExpires, officers } = centre;
  if (endedAt !== null) return [];
  const warnings: CentreWarning[] = [];
  if (officers === 0) warnings.push('no-officer');
  else if (officers < ADVISED_OFFICERS) warnings.push('one-officer');
  if (letterExpires !== null && letterExpires <= soon) warnings.push(letterExpires < today ? 'letter-expired' : 'letter-ends-soon');
  return warnings;
}
