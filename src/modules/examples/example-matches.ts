import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { PersonActor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { MatchInterestService, MatchOpeningService, MatchOutcomesService, MatchReviewService } from '../matching/index.js';
import type { Cast } from './example-cast.js';
import type { ExampleMatch, ExampleMatchState } from './example-data.js';

/** How long the engine may take to score the examples before members open the matches themselves. */
const SCORED_WITHIN_MS = 60_000;
const ASK = { seen: null };

interface Scene {
  id: string;
  seeker: PersonActor;
  provider: PersonActor;
  reviewer: PersonActor;
}

/** Plays the example matches to the states that they are to show, as the people of both sides and an administrator would. */
@Injectable()
export class ExampleMatches {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly opening: MatchOpeningService,
    private readonly interest: MatchInterestService,
    private readonly review: MatchReviewService,
    private readonly outcomes: MatchOutcomesService,
  ) {}

  /** May be cut short and called again: a pair that has been touched is left as it is. */
  async play(matches: readonly ExampleMatch[], cast: Cast): Promise<void> {
    await this.engineDone();
    for (const match of matches) await this.uow.run(() => this.stage(match, cast));
  }

  private async stage({ need, offer, state }: ExampleMatch, { managers, administrators }: Cast): Promise<void> {
    const [seekerListing, providerListing] = [await this.listing(need), await this.listing(offer)];
    const [seeker, provider] = [actingFor(managers, seekerListing.owner), actingFor(managers, providerListing.owner)];
    if (await this.isTouched(seekerListing.id, providerListing.id)) return;
    const first = state === 'interest_provider' ? provider : seeker;
    const { id } = await this.opening.open(first, { needId: seekerListing.id, offerId: providerListing.id });
    const scene = { id, seeker, provider, reviewer: administrators[1] };
    for (const step of STEPS[state]) await this[step](scene);
  }

  private accept({ id, provider }: Scene): Promise<void> {
    return this.interest.expressInterest(provider, id, { ...ASK, note: 'We would be glad to talk about this.' });
  }

  private decline({ id, provider }: Scene): Promise<void> {
    return this.interest.decline(provider, id, { ...ASK, reason: 'capacity' });
  }

  private withdraw({ id, seeker }: Scene): Promise<void> {
    return this.interest.withdraw(seeker, id, { ...ASK, reason: 'no-longer-needed' });
  }

  private approve({ id, reviewer }: Scene): Promise<void> {
    return this.review.approve(reviewer, id, ASK);
  }

  private reject({ id, reviewer }: Scene): Promise<void> {
    return this.review.reject(reviewer, id, { ...ASK, reason: 'incomplete' });
  }

  private talk({ id, seeker }: Scene): Promise<void> {
    return this.outcomes.report(seeker, id, { ...ASK, status: 'talking', quantities: [] });
  }

  private agree(scene: Scene): Promise<void> {
    return this.bothReport(scene, 'agreed');
  }

  private end(scene: Scene): Promise<void> {
    return this.bothReport(scene, 'ended');
  }

  private async bothReport({ id, seeker, provider }: Scene, status: 'agreed' | 'ended'): Promise<void> {
    for (const side of [seeker, provider]) await this.outcomes.report(side, id, { ...ASK, status, quantities: [] });
  }

  /** The published listings are scored by jobs; until those are done a pair may have no score yet. */
  private async engineDone(): Promise<void> {
    const until = performance.now() + SCORED_WITHIN_MS;
    while (performance.now() < until) {
      const [row] = await this.uow.query<{ due: boolean }>(
        `SELECT EXISTS (SELECT FROM outbox WHERE queue = 'matching' AND state = 'waiting') AS due`,
      );
      if (!row?.due) return;
      await pause(100);
    }
  }

  private async listing(key: string): Promise<{ id: string; owner: string }> {
    const [row] = await this.uow.query<{ id: string; owner: string }>(
      `SELECT id, organization_id AS owner FROM listing WHERE external_key = $1 AND is_example`,
      [key],
    );
    if (!row) throw new Error(`there is no example ${key}`);
    return row;
  }

  private async isTouched(needId: string, offerId: string): Promise<boolean> {
    const rows = await this.uow.query(`SELECT FROM match WHERE need_id = $1 AND offer_id = $2 AND touched`, [needId, offerId]);
    return rows.length > 0;
  }
}

type Step = 'accept' | 'decline' | 'withdraw' | 'approve' | 'reject' | 'talk' | 'agree' | 'end';

/** What follows the first yes. */
const STEPS: Record<ExampleMatchState, readonly Step[]> = {
  interest_provider: [],
  interest_seeker: [],
  under_review: ['accept'],
  introduced: ['accept', 'approve'],
  in_dialogue: ['accept', 'approve', 'talk'],
  converted: ['accept', 'approve', 'agree'],
  lapsed: ['accept', 'approve', 'end'],
  declined: ['decline'],
  rejected: ['accept', 'reject'],
  withdrawn: ['withdraw'],
};

function actingFor(managers: Cast['managers'], organizationId: string): PersonActor {
  const actor = [...managers.values()].find((manager) => manager.organization?.id === organizationId);
  if (!actor) throw new Error(`nobody acts for the organization ${organizationId} of the examples`);
  return actor;
}
