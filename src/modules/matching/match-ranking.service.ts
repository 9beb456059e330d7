import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CatalogueFollower, CatalogueIndex, EnginesService } from '../catalogue/index.js';
import { OFFER_KINDS } from '../listings/index.js';
import {
  isEligible,
  rankNeed,
  scorePair,
  SET_SIZE,
  THRESHOLD,
  type Engine,
  type PairResult,
  type PublishedNeed,
  type PublishedOffer,
} from './scoring/index.js';

/** Where a run stands in time. */
export interface RunMark {
  /** Number of the look at the catalogue; the higher of two has seen all that the lower has. */
  seq: number;
  /** `pg_snapshot` taken before that look: what is visible in it, the run has taken into account. */
  seen: string;
  /** UTC day, ISO. */
  day: string;
  engineVersion: string;
}

/** The catalogue as one run sees it. */
export interface RunView {
  mark: RunMark;
  at: Date;
  engine: Engine;
}

export interface ScoredPair {
  offer: PublishedOffer;
  result: PairResult;
}

/** Between the index, which answers in memory, and the runs, which write. */
@Injectable()
export class MatchRanking {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly follower: CatalogueFollower,
    private readonly index: CatalogueIndex,
    private readonly engines: EnginesService,
  ) {}

  /** Looks at the catalogue as it is now. Not inside a unit of work. */
  async begin(): Promise<RunView> {
    const { seen, ...moment } = await this.moment();
    const { seq } = await this.follower.catchUp();
    const engine = this.engines.current;
    return { mark: { seq, seen, day: moment.day, engineVersion: engine.version }, at: moment.at, engine };
  }

  /** The need if it is in the catalogue and unexpired. */
  need({ at }: RunView, id: string): PublishedNeed | null {
    const listing = this.index.get(id);
    return listing?.kind === 'need' && listing.expiresAt > at ? (listing as PublishedNeed) : null;
  }

  /** R of the need: of each kind the best eligible offers at or above the threshold, without those a person has touched (DESIGN 7). */
  rank({ at, engine, mark }: RunView, need: PublishedNeed, touched: ReadonlySet<string>): ScoredPair[] {
    const ranked = rankNeed(need, this.offers(at), engine, mark.day);
    return OFFER_KINDS.flatMap((kind) => ranked[kind].filter(({ offer }) => !touched.has(offer.id)).slice(0, SET_SIZE));
  }

  /** Needs that one of the offers is good enough for. */
  needsReachedBy({ at, engine, mark }: RunView, offerIds: readonly string[]): string[] {
    const offers = offerIds.map((id) => this.index.get(id)).filter((listing) => listing !== undefined && listing.expiresAt > at) as PublishedOffer[];
    const reached: string[] = [];
    for (const listing of this.index.open(at, 'need')) {
      const need = listing as PublishedNeed;
      const fits = (offer: PublishedOffer) => isEligible(need, offer, engine, mark.day) && scorePair(need, offer, engine, mark.day).score >= THRESHOLD;
      if (offers.some(fits)) reached.push(need.id);
    }
    return reached;
  }

  /**
   * One pair by hand, from the two listings as the database has them; may be called inside a unit of work.
   * @throws DomainError `catalogue.warming-up` (503) before the engine is loaded.
   */
  async pair(need: PublishedNeed, offer: PublishedOffer): Promise<{ result: PairResult; day: string; engineVersion: string }> {
    if (!this.follower.isReady)
      throw new DomainError('unavailable', 'catalogue.warming-up', { detail: 'The catalogue is being loaded. Try again in a moment.', retryAfterSeconds: 5 });
    const { day } = await this.moment();
    const engine = this.engines.current;
    return { result: scorePair(need, offer, engine, day), day, engineVersion: engine.version };
  }

  private *offers(at: Date): Generator<PublishedOffer> {
    for (const kind of OFFER_KINDS) yield* this.index.open(at, kind) as Generator<PublishedOffer>;
  }

  private async moment(): Promise<{ seen: string; at: Date; day: string }> {
    const [row] = await this.uow.query<{ seen: string; at: Date; day: string }>(
      `SELECT pg_current_snapshot()::text AS seen, gate_now() AS at, to_char(gate_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day`,
    );
    if (!row) throw new Error('the database does not know the time');
    return row;
  }
}
