import type { AttachedFile } from '../files/index.js';
import type { PublicLevel } from './field-levels.js';
import type { InsideView } from './listing.policy.js';

/** An endorsement as it is read, before anybody has asked who wants to see it. */
export interface Endorsement {
  id: string;
  state: 'in-force' | 'expired' | 'withdrawn';
  institution: string;
  person: string;
  position: string;
  document: string;
  /** The copy of it, where there is one. */
  letter: AttachedFile;
  on: string;
  until: string | null;
  reason: string | null;
  note: string | null;
}

export type ShownEndorsement = Pick<Endorsement, 'institution' | 'on' | 'until'> & Partial<Endorsement>;

/**
 * Members read which institution stands behind a listing and since when; who signed which letter is for introduced parties, and of an owner who stays
 * unnamed all of it, because the endorser tells who is endorsed. Visitors see none. What has ended is for its owner and the house.
 */
export function endorsementsFor(
  { endorsements, anonymous }: { endorsements: readonly Endorsement[]; anonymous: boolean },
  { inside, level }: { inside: InsideView | null; level: PublicLevel },
): { endorsements?: ShownEndorsement[] } {
  if (inside !== null) return { endorsements: [...endorsements] };
  if (level === 0 || (anonymous && level < 3)) return {};
  const shown = endorsements.filter(({ state }) => state === 'in-force');
  return {
    endorsements: shown.map(({ id, institution, person, position, document, letter, on, until }) =>
      level === 3 ? { id, institution, person, position, document, letter, on, until } : { institution, on, until },
    ),
  };
}
