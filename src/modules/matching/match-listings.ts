import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ListingsQueries, type ListingCard } from '../listings/index.js';
import type { MatchEntity } from './match.entity.js';
import { otherSide, type MatchSide } from './match.lifecycle.js';
import { termsDigest } from './match.terms.js';

/** A listing of a match as it is now, with a digest of the terms that a yes is given to. */
export interface MatchListing {
  card: ListingCard;
  terms: string;
}
/** By the side that owns it. */
export type MatchListings = Record<MatchSide, MatchListing>;

// What keeps a listing alive for a match: it is open, rests, or only its time has run out since the first yes (DESIGN 5).
const OPEN = ['published', 'expiring'];
const ALIVE_AFTER_YES = [...OPEN, 'paused', 'expired'];

/** What of the two listings decides whether a step is possible. */
@Injectable()
export class MatchListingsReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingsQueries,
  ) {}

  /** Both are locked against change until the commit: whoever closes or edits one comes before this step or after it, never in between. */
  async of({ needId, offerId }: Pick<MatchEntity, 'needId' | 'offerId'>): Promise<MatchListings> {
    await this.uow.query('SELECT id FROM listing WHERE id = ANY($1) ORDER BY id FOR SHARE', [[needId, offerId]]);
    const cards = await this.listings.cards([needId, offerId]);
    return { seeker: await this.read(cards, needId), provider: await this.read(cards, offerId) };
  }

  private async read(cards: readonly ListingCard[], id: string): Promise<MatchListing> {
    const card = cards.find((one) => one.id === id);
    if (!card || card.publishedRevision === null) throw new Error(`match of a listing that was never published: ${id}`);
    return { card, terms: termsDigest(card.kind, await this.listings.content(id, card.publishedRevision)) };
  }
}

/** The terms a side said yes to, null before its yes. */
export const yesTerms = (match: MatchEntity, side: MatchSide): string | null => (side === 'seeker' ? match.seekerYesTerms : match.providerYesTerms);
export const saidYes = (match: MatchEntity, side: MatchSide): boolean => (side === 'seeker' ? match.seekerYesAt : match.providerYesAt) !== null;
const isAsked = (match: MatchEntity, side: MatchSide): boolean => (side === 'seeker' ? match.seekerAskedAt : match.providerAskedAt) !== null;

/** True when the listing of the other side has other terms than those this side said yes to. */
export const termsChanged = (match: MatchEntity, side: MatchSide, listings: MatchListings): boolean =>
  saidYes(match, side) && yesTerms(match, side) !== listings[otherSide(side)].terms;

/** True when a side that has said yes is to say it once more: it was asked, or the terms have changed and it will be. */
export const mustConfirm = (match: MatchEntity, side: MatchSide, listings: MatchListings): boolean =>
  saidYes(match, side) && (isAsked(match, side) || termsChanged(match, side, listings));

/** @throws DomainError `match.listing-closed` naming the listing that is no longer to be had. */
export function requireAlive(match: MatchEntity, listings: MatchListings): void {
  const begun = saidYes(match, 'seeker') || saidYes(match, 'provider');
  const states = begun ? ALIVE_AFTER_YES : OPEN;
  for (const { card } of Object.values(listings))
    if (!states.includes(card.state))
      throw new DomainError('conflict', 'match.listing-closed', { detail: `${card.reference} is no longer open (${card.state}).` });
}
