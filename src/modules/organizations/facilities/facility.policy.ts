import type { CodeBook } from '../../taxonomy/index.js';

/** The exchange itself: for every country and sector, always open. */
export const GLOBAL_FACILITY = 'global';

export interface FacilityFacts {
  active: boolean;
  /** ISO dates, both included; null: no limit. */
  opens: string | null;
  closes: string | null;
  places: readonly string[];
  sectors: readonly string[];
}

/** What a listing has that a facility may ask for. */
export interface FacilityCandidate {
  country: string;
  /** CRS codes of any depth. */
  sectors: readonly string[] | 'any';
}

export type FacilityObstacle = 'closed' | 'country' | 'sector';

export const isOpenOn = ({ active, opens, closes }: FacilityFacts, day: string): boolean =>
  active && (opens === null || opens <= day) && (closes === null || closes >= day);

/** Why a listing cannot be in a facility on a day, null when it can. Empty lists are no restriction; one sector of the listing is enough. */
export function facilityObstacle(
  facility: FacilityFacts,
  candidate: FacilityCandidate,
  book: CodeBook,
  day: string,
): FacilityObstacle | null {
  if (!isOpenOn(facility, day)) return 'closed';
  const { places, sectors } = facility;
  if (places.length > 0 && !book.expandCountries(places, day).has(candidate.country)) return 'country';
  const isOfOne =
    candidate.sectors === 'any' || candidate.sectors.some((code) => book.crsPath(code).some((step) => sectors.includes(step)));
  return sectors.length > 0 && !isOfOne ? 'sector' : null;
}
