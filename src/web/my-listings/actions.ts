import { listingLifecycle, type ListingTransition } from '../../modules/listings/index.js';
import type { OwnListing } from '../wizard/own-listings.js';

/** What an owner does to a listing on a page that asks first; handing in has its own. */
export const OWNER_ACTIONS = ['renew', 'resume', 'pause', 'fulfil', 'withdraw', 'archive'] as const;
export type OwnerAction = (typeof OWNER_ACTIONS)[number];

/** Those open now, as the life cycle says. */
export const actionsOf = ({ allowed }: OwnListing): OwnerAction[] => OWNER_ACTIONS.filter((name) => allowed.includes(name));

/** Whether the life cycle takes a reason with it. */
export const takesReason = (name: ListingTransition): boolean =>
  listingLifecycle.definition.transitions.some((one) => one.name === name && one.reason !== undefined && one.actors.includes('editor'));

/** Reasons an owner may have, of the list of all. */
export const OWNER_REASONS = [
  'no-longer-offered',
  'no-longer-needed',
  'found-elsewhere',
  'already-in-contact',
  'capacity',
  'price',
  'not-now',
  'entered-by-mistake',
  'duplicate',
  'other',
] as const;
