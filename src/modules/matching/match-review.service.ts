import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { hasLevel, OrganizationsQueries, type OrganizationBrief } from '../organizations/index.js';
import { endOf } from './match-interest.service.js';
import { MatchListingsReader, mustConfirm, requireAlive, saidYes } from './match-listings.js';
import { MatchReasons } from './match-reasons.js';
import { MatchSteps, type OpenMatch, type StepRequest } from './match-steps.js';
import { MATCH_SIDES, matchLifecycle, type MatchSide } from './match.lifecycle.js';
import { BUSINESS_NOW } from './match.repository.js';

/** What administrators decide, none of them for a side she belongs to nor on a match she brought about. */
@Injectable()
export class MatchReviewService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly steps: MatchSteps,
    private readonly organizations: OrganizationsQueries,
    private readonly listings: MatchListingsReader,
    private readonly reasons: MatchReasons,
  ) {}

  /**
   * Introduces the two sides, in the same commit.
   * @throws DomainError `match.listing-closed`, `match.level-missing` (the match waits until the side named in `errors` is verified),
   *   `match.still-yes-needed` (the terms have changed since the side named in `errors` said yes).
   */
  async approve(actor: Actor, id: string, request: StepRequest): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'approve', request);
      const listings = await this.listings.of(open.match);
      requireAlive(open.match, listings);
      await this.requireVerified(open);
      const unsure = MATCH_SIDES.filter((side) => mustConfirm(open.match, side, listings));
      if (unsure.length > 0) throw waits('match.still-yes-needed', unsure, 'The terms have changed since this side said yes: it has to say so again.');
      await this.steps.take(actor, open, edge, { reviewerId: personIdOf(actor), introducedAt: BUSINESS_NOW }, request.reason ?? null);
    });
  }

  /** Ends a match that has not led to an introduction, however far it has come. */
  async reject(actor: Actor, id: string, request: StepRequest): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'reject', request);
      await this.reasons.require(request.reason);
      await this.steps.take(actor, open, edge, { ...endOf(actor, { side: null }, request), reviewerId: personIdOf(actor) }, request.reason);
    });
  }

  /** Shows a held match to both sides. The yes of a side that opened it counts from now on. */
  async release(actor: Actor, id: string, request: StepRequest): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'release', request);
      const told = { needNoticedAt: BUSINESS_NOW, offerNoticedAt: BUSINESS_NOW };
      await this.steps.take(actor, { ...open, side: null }, edge, { releasedAt: BUSINESS_NOW, ...told });
      const opener = MATCH_SIDES.find((side) => saidYes(open.match, side));
      if (opener) await this.steps.take(actor, { ...open, side: opener }, matchLifecycle.take('express-interest', open.match.state, [opener]));
    });
  }

  private async requireVerified({ match }: OpenMatch): Promise<void> {
    const sides: Record<MatchSide, string> = { provider: match.offerOrganizationId, seeker: match.needOrganizationId };
    const briefs = new Map((await this.organizations.brief(Object.values(sides))).map((brief) => [brief.id, brief]));
    const missing = MATCH_SIDES.filter((side) => !isVerified(briefs.get(sides[side])));
    if (missing.length > 0) throw waits('match.level-missing', missing, 'The organization of this side has to be verified first: the match waits.');
  }
}

const isVerified = (organization: OrganizationBrief | undefined): boolean =>
  organization !== undefined && organization.standing === 'good' && hasLevel(organization.level, 'verified');

const waits = (code: string, sides: readonly MatchSide[], message: string): DomainError =>
  new DomainError('conflict', code, {
    detail: `${message} (${sides.join(', ')})`,
    errors: sides.map((side) => ({ path: side, code: code.split('.')[1] ?? code, message })),
  });
