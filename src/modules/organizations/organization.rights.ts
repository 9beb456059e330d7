import { ORGANIZATION_LEVELS, hasLevel, type OrganizationLevel, type OrganizationStanding } from './organization.lifecycle.js';

/**
 * What organizations may do, and from which level on: the one table that services, queries and tests read. A low bar to list, a higher one to deal
 * (DESIGN 4). `whileHeld` are those that a screening hit leaves it.
 */
export const ORGANIZATION_RIGHTS = {
  /** Hands in technologies, solutions and needs; the first of them is checked together with the organization. */
  'submit-listings': { from: 'registered', whileHeld: true },
  /** What was approved is in the catalogue and is matched. */
  'be-listed': { from: 'basic', whileHeld: false },
  /** Full texts of others, and who they are. */
  'read-as-member': { from: 'basic', whileHeld: true },
  /** What others show to verified organizations alone. */
  'read-as-verified': { from: 'verified', whileHeld: true },
  /** Hands in financing. */
  'offer-financing': { from: 'verified', whileHeld: true },
  /** A match that both sides want is approved. */
  'be-introduced': { from: 'verified', whileHeld: false },
  /** Deals with money above the sum that the house has set. */
  'deal-above-sum': { from: 'due_diligence', whileHeld: false },
} as const satisfies Record<string, { from: OrganizationLevel; whileHeld: boolean }>;
export type OrganizationRight = keyof typeof ORGANIZATION_RIGHTS;

const RIGHTS = Object.keys(ORGANIZATION_RIGHTS) as OrganizationRight[];
export const organizationRights = RIGHTS as [OrganizationRight, ...OrganizationRight[]];

/** How an organization comes to a level that gives it more. */
const WAYS = { basic: 'first-listing', verified: 'papers', due_diligence: 'due-diligence' } as const;
export const LEVEL_WAYS = Object.values(WAYS);

/** What of an organization decides about its rights. */
export interface Entitled {
  level: OrganizationLevel;
  standing: OrganizationStanding;
  held: boolean;
}

/** Whether the level is enough, whatever else stands in the way. */
export const levelGives = (level: OrganizationLevel, right: OrganizationRight): boolean => hasLevel(level, ORGANIZATION_RIGHTS[right].from);

/** Whether it may now: by its level, in good standing, and not held where that matters. */
export const mayNow = ({ level, standing, held }: Entitled, right: OrganizationRight): boolean =>
  standing === 'good' && levelGives(level, right) && (!held || ORGANIZATION_RIGHTS[right].whileHeld);

export const rightsOf = (organization: Entitled): OrganizationRight[] => RIGHTS.filter((right) => mayNow(organization, right));

export interface NextLevel {
  level: keyof typeof WAYS;
  adds: OrganizationRight[];
  by: (typeof LEVEL_WAYS)[number];
}

/** The next level that adds something; null at the top. */
export function nextLevel(level: OrganizationLevel): NextLevel | null {
  const higher = ORGANIZATION_LEVELS.slice(ORGANIZATION_LEVELS.indexOf(level) + 1);
  const next = higher.find((one): one is NextLevel['level'] => one in WAYS);
  return next ? { level: next, adds: RIGHTS.filter((right) => ORGANIZATION_RIGHTS[right].from === next), by: WAYS[next] } : null;
}

/** The right by which a listing of a kind is published. */
export const listingRight = (kind: string): 'offer-financing' | 'be-listed' => (kind === 'financing' ? 'offer-financing' : 'be-listed');

/** SQL: the level in a column is at least this one. */
export const levelSql = (column: string, atLeast: OrganizationLevel): string =>
  `${column} IN (${ORGANIZATION_LEVELS.filter((level) => hasLevel(level, atLeast))
    .map((level) => `'${level}'`)
    .join(', ')})`;

/** SQL: the level in a column gives this right. */
export const levelGivesSql = (column: string, right: OrganizationRight): string => levelSql(column, ORGANIZATION_RIGHTS[right].from);
