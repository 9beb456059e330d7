import type { ListingProgress } from '../../modules/listings/index.js';
import { hasLevel, type OrganizationLevel } from '../../modules/organizations/index.js';

export const FIRST_STEPS = ['address', 'organization', 'listing', 'papers', 'mails'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** What is known of somebody new. */
export interface Beginning {
  addressIsHers: boolean;
  level: OrganizationLevel | null;
  listings: ListingProgress;
  hasChosenMails: boolean;
}

/** What of the first steps is done, in their order; later ones wait for an organization. */
export function firstSteps({
  addressIsHers,
  level,
  listings,
  hasChosenMails,
}: Beginning): { step: FirstStep; state: 'done' | 'open' | 'later' }[] {
  const needsOrganization = (done: boolean) => (level === null ? 'later' : done ? 'done' : 'open');
  const states = {
    address: addressIsHers ? 'done' : 'open',
    organization: level === null ? 'open' : 'done',
    listing: needsOrganization(listings.handedIn),
    papers: needsOrganization(level !== null && hasLevel(level, 'documents_submitted')),
    mails: hasChosenMails ? 'done' : 'open',
  } as const;
  return FIRST_STEPS.map((step) => ({ step, state: states[step] }));
}
