import { Injectable } from '@nestjs/common';
import { actsFor, isAdministrator, isOfficerOf, personIdOf, type Actor } from '../../kernel/actor.js';
import { DomainError, invalid, notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ListingsQueries, type ListingCard } from '../listings/index.js';
import { requireNoContact } from './match-contact.js';
import { MatchOrder } from './match-order.js';
import { MatchRanking } from './match-ranking.service.js';
import { MatchSteps } from './match-steps.js';
import { MatchYes } from './match-yes.js';
import type { MatchEntity } from './match.entity.js';
import { matchLifecycle, type MatchSide } from './match.lifecycle.js';
import { BUSINESS_NOW, MatchRepository, type MatchPatch } from './match.repository.js';
import type { PublishedNeed, PublishedOffer } from './scoring/index.js';

export interface NewMatch {
  needId: string;
  offerId: string;
  note?: string | undefined;
}

/** For whom somebody opens a match: her own side, or neither (an officer or administrator proposes it). */
type Opener = { side: MatchSide | null };

interface ListingPair {
  need: ListingCard;
  offer: ListingCard;
}

/** Matches that people open themselves: "I can meet this need", or a proposal by a centre. */
@Injectable()
export class MatchOpeningService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingsQueries,
    private readonly ranking: MatchRanking,
    private readonly order: MatchOrder,
    private readonly steps: MatchSteps,
    private readonly matches: MatchRepository,
    private readonly yes: MatchYes,
  ) {}

  /**
   * A member opens a match with the yes of his side; where the engine has suggested the pair already, he takes that up. An officer of one of
   * the two countries or an administrator proposes it to both sides, and says why. Answers the id.
   * @throws DomainError `match.exists`, `match.same-organization`, `match.not-in-catalogue`, `match.rules-failed` (409), `match.open-forbidden`;
   *   `request.invalid` (400) for a proposal without a reason, or with contacts in it.
   */
  async open(actor: Actor, request: NewMatch): Promise<{ id: string }> {
    return this.uow.run(async () => {
      const pair = await this.cards(actor, request);
      const opener = openerOf(actor, pair);
      if (opener.side === null) requireReason(request);
      const known = await this.matches.lockPair(request.needId, request.offerId);
      if (known) return { id: await this.takeUp(actor, known, opener, request.note) };
      const id = await this.insert(actor, pair, opener);
      // Somebody, or the engine, was faster by a moment.
      const match = await this.matches.lockPair(request.needId, request.offerId);
      if (!match) throw new Error('a match vanished while it was opened');
      if (id === null) return { id: await this.takeUp(actor, match, opener, request.note) };
      const { side } = opener;
      await this.steps.record(actor, match, { name: 'open', from: null, side, ...(side === null && { note: request.note }) });
      if (opener.side) await this.yes.first(actor, match, opener.side, request.note);
      await this.steps.leaveSet(match.needId);
      return { id };
    });
  }

  private async cards(actor: Actor, { needId, offerId }: NewMatch): Promise<ListingPair> {
    const cards = await this.listings.cards([needId, offerId]);
    const seen = (card: ListingCard) => card.inCatalogue || actsFor(actor, card.organizationId) || isAdministrator(actor);
    const need = cards.find((card) => card.id === needId && card.kind === 'need' && seen(card));
    if (!need) throw notFound('need');
    const offer = cards.find((card) => card.id === offerId && card.kind !== 'need' && seen(card));
    if (!offer) throw notFound('offer');
    return { need, offer };
  }

  /** The pair has a row: a side says yes on it, a proposal revives what the engine had dropped, anything else is there already. */
  private async takeUp(actor: Actor, match: MatchEntity, { side }: Opener, note: string | undefined): Promise<string> {
    const exists = () => new DomainError('conflict', 'match.exists', { detail: `There is a match of the two already (${match.state}).` });
    if (side) {
      if (!matchLifecycle.allowed(match.state, [side]).includes('express-interest') && match.state !== 'held') throw exists();
      await this.yes.first(actor, match, side, note);
      return match.id;
    }
    if (match.state !== 'superseded') throw exists();
    const edge = matchLifecycle.take('return', match.state, ['system']);
    await this.steps.take(actor, { match, roles: [], side: null }, edge, { brokeredBy: personIdOf(actor), ...KNOWN_TO_BOTH }, { note });
    return match.id;
  }

  private async insert(actor: Actor, pair: ListingPair, { side }: Opener): Promise<string | null> {
    const [need, offer] = await this.published(pair);
    if (need.owner.id === offer.owner.id)
      throw new DomainError('conflict', 'match.same-organization', { detail: 'Need and offer belong to the same organization.' });
    const { result, day, engineVersion } = await this.ranking.pair(need, offer);
    const failed = result.rules.filter((rule) => rule.passed === false);
    if (failed.length > 0)
      throw new DomainError('conflict', 'match.rules-failed', {
        detail: 'The two contradict each other in something that must hold.',
        errors: failed.map((rule) => ({ path: 'offerId', code: rule.reason.key, message: `The rule "${rule.key}" does not hold.` })),
      });
    const held = (await this.order.heldFirst([offer])).has(offer.id);
    return this.matches.insert({
      needId: need.id,
      offerId: offer.id,
      kind: offer.kind,
      state: held ? 'held' : 'suggested',
      touched: true,
      score: result.score,
      factors: [...result.factors],
      rules: [...result.rules],
      warnings: [...result.warnings],
      advice: [...result.advice],
      engineVersion,
      scoredOn: day,
      needRevision: need.revision,
      offerRevision: offer.revision,
      needOrganizationId: need.owner.id,
      offerOrganizationId: offer.owner.id,
      needCountry: need.owner.country,
      offerCountry: offer.owner.country,
      ...(side ? { source: 'member', openedBy: personIdOf(actor), openedSide: side } : { source: 'broker', brokeredBy: personIdOf(actor) }),
      ...(!held && KNOWN_TO_BOTH),
    });
  }

  private async published({ need, offer }: ListingPair): Promise<[PublishedNeed, PublishedOffer]> {
    const listings = await this.listings.published([need.id, offer.id]);
    const [one, other] = [need, offer].map((card) => listings.find((listing) => listing.id === card.id));
    if (!one || !other)
      throw new DomainError('conflict', 'match.not-in-catalogue', { detail: 'Both the need and the offer have to be published and open.' });
    return [one as PublishedNeed, other as PublishedOffer];
  }
}

/** They learn of it by a notice of its own, not by that of a run. */
const KNOWN_TO_BOTH: MatchPatch = { needNoticedAt: BUSINESS_NOW, offerNoticedAt: BUSINESS_NOW };

/** Both sides read why they are brought together, before they know each other. */
function requireReason({ note }: NewMatch): void {
  if (note === undefined)
    throw invalid([{ path: 'note', code: 'required', message: 'Say why the two belong together: both sides read it.' }]);
  requireNoContact('note', note);
}

function openerOf(actor: Actor, { need, offer }: ListingPair): Opener {
  if (actsFor(actor, need.organizationId, 'editor')) return { side: 'seeker' };
  if (actsFor(actor, offer.organizationId, 'editor')) return { side: 'provider' };
  if (isAdministrator(actor) || [need, offer].some((card) => isOfficerOf(actor, card.ownerCountry))) return { side: null };
  throw new DomainError('forbidden', 'match.open-forbidden', {
    detail: 'Open a match for a need or an offer of the organization you act for, as editor or manager.',
  });
}
