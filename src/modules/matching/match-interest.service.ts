import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../kernel/actor.js';
import { DomainError, invalid } from '../../kernel/errors.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { sharedReasons } from './match.rules.js';
import { MatchListingsReader, mustConfirm, requireAlive, saidYes, type MatchListings } from './match-listings.js';
import { MatchReasons } from './match-reasons.js';
import { MatchRules } from './match-rules.js';
import { MatchSteps, type MatchEdge, type OpenMatch, type StepRequest } from './match-steps.js';
import { otherSide, type MatchSide } from './match.lifecycle.js';
import { BUSINESS_NOW, type MatchPatch } from './match.repository.js';

export const NOT_NOW = 'not-now';

export interface DeclineRequest extends StepRequest {
  /** Day (ISO) from which to ask again; due with the reason "not-now". */
  until?: string | undefined;
  /** Whether the other side is told the reason; as is usual for it when left out. */
  shareReason?: boolean | undefined;
}

/** What the two sides do: say yes, no, or take a yes back. */
@Injectable()
export class MatchInterestService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly steps: MatchSteps,
    private readonly listings: MatchListingsReader,
    private readonly reasons: MatchReasons,
    private readonly clock: BusinessClock,
    private readonly rules: MatchRules,
  ) {}

  /**
   * Says yes for the actor's side; the second yes puts the match under review in the same commit. Said again it confirms a yes whose terms
   * have changed; without such a question a second yes is refused.
   * @throws DomainError `match.already-said-yes`, `match.listing-closed`.
   */
  async expressInterest(actor: Actor, id: string, request: StepRequest): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'express-interest', request);
      await this.sayYes(actor, open, edge, request.note);
    });
  }

  /** The yes itself, on a match that is locked; also for one that its side has just opened. */
  async sayYes(actor: Actor, open: OpenMatch, edge: MatchEdge, note: string | undefined): Promise<void> {
    const { match, side } = open;
    if (!side) throw new Error('a yes without a side');
    const listings = await this.listings.of(match);
    requireAlive(match, listings);
    if (edge.to === match.state && !mustConfirm(match, side, listings))
      throw new DomainError('conflict', 'match.already-said-yes', { detail: 'Your side has said yes already.' });
    const comes = edge.to === 'under_review' && match.state !== 'under_review';
    await this.steps.take(actor, open, edge, { ...yesOf(actor, side, listings, note), ...(comes && { underReviewAt: BUSINESS_NOW }) });
  }

  /** @throws DomainError `request.invalid` for an unknown reason, or a day that is missing, past or not asked for. */
  async decline(actor: Actor, id: string, request: DeclineRequest): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'decline', request);
      await this.reasons.require(request.reason);
      await this.requireDay(request);
      const endReasonShared = request.shareReason ?? (await this.rules.of(open.match, sharedReasons)).includes(request.reason ?? '');
      const end = { ...endOf(actor, open, request), endReasonShared, until: request.until ?? null };
      await this.steps.take(actor, open, edge, end, { reason: request.reason });
    });
  }

  /** Takes a yes back before the introduction, which ends the match. */
  async withdraw(actor: Actor, id: string, request: StepRequest): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'withdraw', request);
      if (!open.side || !saidYes(open.match, open.side))
        throw new DomainError('conflict', 'match.nothing-to-withdraw', { detail: 'Your side has not said yes; decline it instead.', allowed: ['decline'] });
      await this.reasons.require(request.reason);
      await this.steps.take(actor, open, edge, endOf(actor, open, request), { reason: request.reason });
    });
  }

  private async requireDay({ reason, until }: DeclineRequest): Promise<void> {
    const fault = (code: string, message: string) => invalid([{ path: 'until', code, message }]);
    if (reason !== NOT_NOW) {
      if (until !== undefined) throw fault('unexpected', `A day goes with the reason "${NOT_NOW}" only.`);
      return;
    }
    if (until === undefined) throw fault('required', 'Give the day from which to ask again, as YYYY-MM-DD.');
    if (until <= (await this.clock.now()).toISOString().slice(0, 10)) throw fault('past', 'Give a day in the future.');
  }
}

/** Columns of a side's yes, given to the other side's listing as it is now. */
export function yesOf(actor: Actor, side: MatchSide, listings: MatchListings, note: string | undefined): MatchPatch {
  const { card, terms } = listings[otherSide(side)];
  const person = personIdOf(actor);
  const revision = card.publishedRevision;
  return side === 'seeker'
    ? {
        seekerYesAt: BUSINESS_NOW,
        seekerYesBy: person,
        seekerYesRevision: revision,
        seekerYesTerms: terms,
        seekerAskedAt: null,
        ...(note !== undefined && { seekerYesNote: note }),
      }
    : {
        providerYesAt: BUSINESS_NOW,
        providerYesBy: person,
        providerYesRevision: revision,
        providerYesTerms: terms,
        providerAskedAt: null,
        ...(note !== undefined && { providerYesNote: note }),
      };
}

/** Columns of an end: when, by whom, why. */
export const endOf = (actor: Actor, { side }: Pick<OpenMatch, 'side'>, { reason, note }: Pick<StepRequest, 'reason' | 'note'>): MatchPatch => ({
  endedAt: BUSINESS_NOW,
  endedBy: personIdOf(actor),
  endedSide: side,
  endReason: reason ?? null,
  endNote: note ?? null,
});
