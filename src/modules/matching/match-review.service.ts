import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../kernel/actor.js';
import { DomainError, invalid } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { mayNow, OrganizationsQueries, type OrganizationBrief } from '../organizations/index.js';
import { appealDays, deskChecklist } from './match.rules.js';
import { MatchClaims } from './match-claims.service.js';
import { endOf } from './match-interest.service.js';
import { MatchListingsReader, mustConfirm, requireAlive, saidYes } from './match-listings.js';
import { MatchReasons } from './match-reasons.js';
import { MatchRules } from './match-rules.js';
import { MatchSteps, type OpenMatch, type StepRequest } from './match-steps.js';
import { MATCH_SIDES, matchLifecycle, type MatchSide } from './match.lifecycle.js';
import { BUSINESS_NOW } from './match.repository.js';

/** A decision with what the reviewer has confirmed, by key of the rule `match.checklist`. */
export interface ReviewRequest extends StepRequest {
  ticks?: Record<string, boolean> | undefined;
}

/** What administrators decide, none of them for a side she belongs to nor on a match she brought about. */
@Injectable()
export class MatchReviewService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly steps: MatchSteps,
    private readonly organizations: OrganizationsQueries,
    private readonly listings: MatchListingsReader,
    private readonly reasons: MatchReasons,
    private readonly rules: MatchRules,
    private readonly claims: MatchClaims,
  ) {}

  /**
   * Introduces the two sides, in the same commit.
   * @throws DomainError `match.listing-closed`, `match.level-missing` (the match waits until the side named in `errors` is verified),
   *   `match.still-yes-needed` (the terms have changed since the side named in `errors` said yes), `review.claimed` while a colleague has it.
   */
  async approve(actor: Actor, id: string, request: ReviewRequest): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'approve', request);
      await this.claims.requireFree(open.match, actor);
      const listings = await this.listings.of(open.match);
      requireAlive(open.match, listings);
      await this.requireVerified(open);
      const unsure = MATCH_SIDES.filter((side) => mustConfirm(open.match, side, listings));
      if (unsure.length > 0) throw waits('match.still-yes-needed', unsure, 'The terms have changed since this side said yes: it has to say so again.');
      const ticks = await this.ticksOf(open, request, { complete: true });
      const { reason, note } = request;
      await this.steps.take(actor, open, edge, { reviewerId: personIdOf(actor), introducedAt: BUSINESS_NOW, ticks }, { reason, note });
    });
  }

  /** Ends a match that has not led to an introduction, however far it has come. */
  async reject(actor: Actor, id: string, request: ReviewRequest): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'reject', request);
      await this.claims.requireFree(open.match, actor);
      await this.reasons.require(request.reason);
      const ticks = await this.ticksOf(open, request, { complete: false });
      const end = { ...endOf(actor, { side: null }, request), reviewerId: personIdOf(actor), ticks };
      await this.steps.take(actor, open, edge, end, { reason: request.reason });
    });
  }

  /**
   * A side wants another administrator to look at a rejection. Once, and only of a match that both had said yes to.
   * @throws DomainError `match.appeal-not-possible` (409).
   */
  async appeal(actor: Actor, id: string, request: StepRequest): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'appeal', request);
      const { match } = open;
      const refused = (detail: string) => new DomainError('conflict', 'match.appeal-not-possible', { detail });
      if (!MATCH_SIDES.every((side) => saidYes(match, side))) throw refused('It was rejected before both sides had said yes: say yes to another one.');
      if (match.appealedAt) throw refused('There has been an appeal, and the second decision stands.');
      const days = await this.rules.of(match, appealDays);
      const [late] = await this.uow.query('SELECT FROM match WHERE id = $1 AND ended_at < gate_now() - make_interval(days => $2)', [id, days]);
      if (late) throw refused(`It was rejected more than ${days} days ago.`);
      requireAlive(match, await this.listings.of(match));
      const again = { endedAt: null, endedBy: null, endedSide: null, endReason: null, endNote: null };
      await this.steps.take(actor, open, edge, { ...again, appealedAt: BUSINESS_NOW, underReviewAt: BUSINESS_NOW }, { note: request.note });
    });
  }

  /** Shows a held match to both sides. The yes of a side that opened it counts from now on. */
  async release(actor: Actor, id: string, request: StepRequest): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'release', request);
      const told = { needNoticedAt: BUSINESS_NOW, offerNoticedAt: BUSINESS_NOW };
      await this.steps.take(actor, { ...open, side: null }, edge, { releasedAt: BUSINESS_NOW, ...told }, { note: request.note });
      const opener = MATCH_SIDES.find((side) => saidYes(open.match, side));
      if (opener) await this.steps.take(actor, { ...open, side: opener }, matchLifecycle.take('express-interest', open.match.state, [opener]));
    });
  }

  /** @throws DomainError `request.invalid` (400) for a key that is not on the checklist, `match.checklist-open` (400) for one that is required and not ticked. */
  private async ticksOf({ match }: OpenMatch, { ticks = {} }: ReviewRequest, { complete }: { complete: boolean }): Promise<Record<string, boolean>> {
    const checklist = await this.rules.of(match, deskChecklist);
    const known = checklist.map(({ key }) => key);
    const unknown = Object.keys(ticks).filter((key) => !known.includes(key));
    if (unknown.length > 0)
      throw invalid(unknown.map((key) => ({ path: `ticks.${key}`, code: 'unknown', message: `Nothing of that name is asked: ${known.join(', ')}.` })));
    const open = checklist.filter(({ key, required }) => complete && required && ticks[key] !== true);
    if (open.length > 0)
      throw invalid(
        open.map(({ key, text }) => ({ path: `ticks.${key}`, code: 'required', message: text })),
        'match.checklist-open',
      );
    return ticks;
  }

  private async requireVerified({ match }: OpenMatch): Promise<void> {
    const sides: Record<MatchSide, string> = { provider: match.offerOrganizationId, seeker: match.needOrganizationId };
    const briefs = new Map((await this.organizations.brief(Object.values(sides))).map((brief) => [brief.id, brief]));
    const missing = MATCH_SIDES.filter((side) => !isVerified(briefs.get(sides[side])));
    if (missing.length > 0) throw waits('match.level-missing', missing, 'The organization of this side has to be verified first: the match waits.');
  }
}

const isVerified = (organization: OrganizationBrief | undefined): boolean =>
  organization !== undefined && mayNow(organization, 'be-introduced');

const waits = (code: string, sides: readonly MatchSide[], message: string): DomainError =>
  new DomainError('conflict', code, {
    detail: `${message} (${sides.join(', ')})`,
    errors: sides.map((side) => ({ path: side, code: code.split('.')[1] ?? code, message })),
  });
