import { Injectable } from '@nestjs/common';
import { type Actor, actsFor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import {
  isEditable,
  LISTING_KINDS,
  type ListingKind,
  type ListingState,
  type ListingTransition,
  ListingViews,
  type PendingState,
  rolesOn,
} from '../../modules/listings/index.js';

export type Content = Readonly<Record<string, unknown>> & { title: string; language: string };

export interface ChangeRequest {
  id: string;
  path: string;
  note: string;
  requestedAt: string;
  answer: string | null;
  changed: boolean;
  answeredAt: string | null;
}

export interface Review {
  revision: number;
  stage: 'centre_review' | 'global_review';
  decision: 'approve' | 'request-changes' | 'reject';
  reason: string | null;
  note: string | null;
  at: string;
  /** An administrator decided for the centre. */
  standIn: boolean;
}

/** Who did something to a listing: one of its owner's people, or a desk on her behalf. */
export interface Who {
  by: 'owner' | 'desk';
  name: string | null;
}

/** A listing as its owner, and a desk that keeps it on behalf, sees it. */
export interface OwnListing extends Content {
  id: string;
  reference: string;
  kind: ListingKind;
  state: ListingState;
  version: number;
  organizationId: string;
  organization: { id: string; legalName: string; country: string };
  enteredBy: 'member' | 'centre';
  createdBy: string | null;
  acted: Record<'created' | 'submitted' | 'assured', Who | null>;
  stateReason: string | null;
  stateNote: string | null;
  pending: (Content & { revision: number; state: PendingState }) | null;
  reviews: readonly Review[];
  changeRequests: readonly ChangeRequest[];
  allowed: readonly ListingTransition[];
  filledLots?: readonly string[];
  createdAt: Date;
  submittedAt: Date | null;
  publishedAt: Date | null;
  assuredAt: Date | null;
  expiresAt: Date | null;
}

/** What is edited: the revision that waits, else what is there. */
export const contentOf = (listing: OwnListing): Content => listing.pending ?? listing;

/** Where what is edited stands. */
export const stageOf = ({ state, pending }: OwnListing): ListingState | PendingState => pending?.state ?? state;

/** Whether this actor may change it, and whether it can be changed now. */
export function editing(listing: OwnListing, actor: Actor): { may: boolean; can: boolean } {
  // Who reviews it is no matter here: reviewers do not edit.
  const facts = { ...listing, ownerCountry: listing.organization.country, reviewCountry: null, onBehalf: listing.enteredBy === 'centre' };
  const roles = rolesOn(facts, actor);
  const may = roles.includes('editor') || roles.includes('manager');
  return { may, can: may && isEditable({ state: listing.state, pendingState: listing.pending?.state ?? null }) };
}

/** Listings for those who keep them; for everybody else they are not there. */
@Injectable()
export class OwnListings {
  constructor(private readonly views: ListingViews) {}

  /** @throws DomainError `listing.not-found` (404) for all but its owner's members, and the desk that entered it on behalf. */
  async open(actor: Actor, id: string): Promise<OwnListing> {
    const view = await this.views.one(actor, id, LISTING_KINDS);
    if (!('allowed' in view)) throw notFound('listing');
    const listing = view as unknown as OwnListing;
    if (!actsFor(actor, listing.organizationId) && !editing(listing, actor).may) throw notFound('listing');
    return listing;
  }

  /** The same for whoever changes it. @throws DomainError `listing.edit-forbidden` (403) for members who only read. */
  async openToEdit(actor: Actor, id: string): Promise<OwnListing> {
    const listing = await this.open(actor, id);
    if (editing(listing, actor).may) return listing;
    throw new DomainError('forbidden', 'listing.edit-forbidden', { detail: 'Editors and managers of its organization change a listing.' });
  }
}
