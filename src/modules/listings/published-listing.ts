import type { ListingKind } from './content.schemas.js';

/** What matching needs to know of the owner; nothing here is above level 1 except the level itself. */
export interface ListingOwner {
  id: string;
  country: string;
  /** IATI organization type code, e.g. `10` government. */
  type: string;
  level: string;
}

/**
 * A listing as the world sees it now: the published revision of a listing that is open, unexpired and whose owner is in good standing.
 * `content` is the revision's JSON, already checked by the kind's schema (technologyContent, solutionContent, financingContent, needContent).
 */
export interface PublishedListing<Kind extends ListingKind = ListingKind, Content = unknown> {
  id: string;
  reference: string;
  kind: Kind;
  revision: number;
  language: string;
  owner: ListingOwner;
  publishedAt: Date;
  /** When somebody last confirmed that it still holds. */
  assuredAt: Date;
  expiresAt: Date;
  /** The owner's name is hidden until an introduction. */
  anonymous: boolean;
  isExample: boolean;
  /** Keys of the lots of a need that look for nobody any more. */
  filledLots: readonly string[];
  /** Paths of fields above level 1: their words are never analysed, so that no search finds what its reader may not see. */
  closed: readonly string[];
  content: Content;
}
