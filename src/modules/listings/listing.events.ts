import { defineEvent } from '../../platform/events/domain-events.js';
import type { ListingKind } from './content.schemas.js';
import type { ListingState, ReviewStage } from './listing.lifecycle.js';

interface OfListing {
  listingId: string;
  kind: ListingKind;
  organizationId: string;
}
interface OfRevision extends OfListing {
  revision: number;
}

/** Who acted, for those who are told; null for the system. */
interface Acted {
  personId: string | null;
}

/**
 * These listings may have entered, left or changed in the catalogue: published, edited, paused, expired, owner suspended ... Published once a
 * unit with every listing it touched (an import: thousands). Whoever keeps something per published listing needs no other event.
 */
export const catalogueChanged = defineEvent<{ listingIds: readonly string[] }>('listing.catalogue-changed');

/** Waits for review at `stage`. */
export const listingSubmitted = defineEvent<OfRevision & Acted & { stage: ReviewStage }>('listing.submitted');
/** It waits before a desk for longer than it should; `blocked`: no administrator may decide on it. Told once a stage. */
export const listingReviewWaiting = defineEvent<OfListing & Acted & { stage: ReviewStage; blocked: boolean }>('listing.review-waiting');
/** A revision was approved and is visible; `first` on the listing's first one. Not told for imported listings. */
export const listingPublished = defineEvent<OfRevision & Acted & { first: boolean }>('listing.published');
/** One run of an import put these online. */
export const listingsImported = defineEvent<{ organizationId: string; listingIds: readonly string[] } & Acted>('listing.imported');
export const listingChangesRequested = defineEvent<OfRevision & Acted & { reason: string | null }>('listing.changes-requested');
export const listingRejected = defineEvent<OfRevision & Acted & { reason: string }>('listing.rejected');
/** No longer open; the state says why. */
export const listingClosed = defineEvent<OfListing & Acted & { reason: ListingState }>('listing.closed');
/** Open again after a pause or a suspension. */
export const listingReopened = defineEvent<OfListing & Acted>('listing.reopened');
/** Confirmed for another twelve months. */
export const listingRenewed = defineEvent<OfListing & Acted>('listing.renewed');
/** Reminder: expires in at most so many days (60, 30 or 7); told once for each. */
export const listingExpiring = defineEvent<OfListing & Acted & { daysLeft: number }>('listing.expiring');

/** Too many matches have ended because its owner did not answer: unless she renews it until then, it is paused. */
export const listingSilent = defineEvent<OfListing & Acted & { renewBy: string }>('listing.silent');

/** Somebody is the first to ask for it in a language that it has no text in. */
export const listingLanguageWished = defineEvent<{ listingId: string; language: string }>('listing.language-wished');

/** The government of its owner's country has endorsed it, or taken its endorsement back. */
export const listingEndorsed = defineEvent<OfListing & Acted & { withdrawn: boolean }>('listing.endorsed');
