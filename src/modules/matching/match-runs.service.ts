import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { MatchOrder } from './match-order.js';
import { MatchRanking, type RunView } from './match-ranking.service.js';
import { MatchSetRepository } from './match-set.repository.js';
import { matchesFound } from './matching.events.js';
import type { PublishedNeed } from './scoring/index.js';

/** How the caller commits: `run.complete` of a job, or a unit of work of its own. Answers undefined when the job was taken over meanwhile. */
export type Commit = <T>(work: () => Promise<T>) => Promise<T | undefined>;

export interface RunOptions {
  /** Run for notices; recipients are told once a listing and run. */
  run: string;
  commit: Commit;
  signal: AbortSignal;
  /** Offers whose owners the caller tells itself, once it has been to all their needs. */
  tellLater?: readonly string[];
}

// The catalogue changes under a run now and then, hardly ever twice: whoever meets this bound leaves the rest to the next start of the job.
const ATTEMPTS = 10;

/** Thrown inside the commit to undo it: what was ranked is no longer what there is. */
class Outdated extends Error {}

/**
 * The one place where the engine writes. Ranks with no transaction open, then replaces the set of the need in one short commit, so that its
 * untouched rows equal R (DESIGN 7).
 *
 * Why the last word is right: of two looks at the catalogue the one with the higher number has seen all that the other has; each change has
 * a job, which looks after the change was committed; a set keeps the highest number. An offer that *leaves* is met by `changedMeanwhile`,
 * because its job can only visit the needs that already hold it.
 */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly ranking: MatchRanking,
    private readonly sets: MatchSetRepository,
    private readonly order: MatchOrder,
    private readonly events: DomainEvents,
  ) {}

  async matchNeed(needId: string, options: RunOptions): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const view = await this.ranking.begin();
      try {
        return await this.replaceSet(needId, view, options);
      } catch (error) {
        if (!(error instanceof Outdated) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** Every need that the offers may enter, leave or move in; one commit a need, so a run that is cut short has done what it has done. */
  async matchOffers(offerIds: readonly string[], after: string | undefined, options: RunOptions): Promise<void> {
    const view = await this.ranking.begin();
    const needs = new Set([...this.ranking.needsReachedBy(view, offerIds), ...(await this.sets.needsHolding(offerIds))]);
    for (const needId of needs) {
      options.signal.throwIfAborted();
      if (after === undefined || !(await this.sets.covered(needId, after))) await this.matchNeed(needId, options);
      await setImmediate();
    }
  }

  /** Tells the owners of the offers of all their new pairs in one; inside the caller's unit. */
  async tellAboutOffers(offerIds: readonly string[], run: string): Promise<void> {
    for (const { offerId, count } of await this.sets.tellAboutOffers(offerIds))
      await this.events.publish(matchesFound, { listingId: offerId, side: 'provider', count, run });
  }

  private async replaceSet(needId: string, view: RunView, options: RunOptions): Promise<void> {
    const need = this.ranking.need(view, needId);
    const touched = await this.sets.touched(needId);
    const ranked = need ? this.ranking.rank(view, need, touched) : [];
    const held = await this.order.heldFirst(ranked.map((pair) => pair.offer));
    options.signal.throwIfAborted();
    await options.commit(async () => {
      if (!(await this.sets.claim(needId, view.mark))) return;
      const offers = ranked.map((pair) => pair.offer.id);
      const touchedNow = await this.sets.touched(needId);
      if (offers.some((id) => touchedNow.has(id)) || (await this.sets.changedMeanwhile([needId, ...offers], view.mark))) throw new Outdated();
      const rows = ranked.map((pair) => ({ ...pair, state: held.has(pair.offer.id) ? ('held' as const) : ('suggested' as const) }));
      await this.sets.replace(need, needId, rows, view.mark);
      if (need) await this.tell(need, options);
    });
  }

  private async tell(need: PublishedNeed, { run, tellLater = [] }: RunOptions): Promise<void> {
    const found = await this.sets.tellNeed(need.id);
    if (found > 0) await this.events.publish(matchesFound, { listingId: need.id, side: 'seeker', count: found, run });
    for (const { offerId, count } of await this.sets.tellOffers(need.id, tellLater))
      await this.events.publish(matchesFound, { listingId: offerId, side: 'provider', count, run });
  }
}
