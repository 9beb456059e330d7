import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { RunMark, ScoredPair } from './match-ranking.service.js';
import type { MatchState } from './match.lifecycle.js';
import type { PublishedNeed } from './scoring/index.js';

export interface SetRow extends ScoredPair {
  state: Extract<MatchState, 'suggested' | 'held'>;
}

/** Every statement that replaces the set of a need; all but `touched` and `covered` belong into the run's one short commit. */
@Injectable()
export class MatchSetRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Offers whose pair with the need a person has acted on: they are not the engine's any more. */
  async touched(needId: string): Promise<Set<string>> {
    const rows = await this.uow.query<{ id: string }>('SELECT offer_id AS id FROM match WHERE need_id = $1 AND touched', [needId]);
    return new Set(rows.map((row) => row.id));
  }

  /** Whether the stored set has already taken a transaction into account. */
  async covered(needId: string, transaction: string): Promise<boolean> {
    const rows = await this.uow.query(
      'SELECT FROM need_match_set WHERE need_id = $1 AND pg_visible_in_snapshot($2::xid8, seen::pg_snapshot)',
      [needId, transaction],
    );
    return rows.length > 0;
  }

  /** Locks the set of the need for this commit. False when a run with a higher number has been here: ours is stale. */
  async claim(needId: string, mark: RunMark): Promise<boolean> {
    const rows = await this.uow.query(
      `INSERT INTO need_match_set AS s (need_id, matched_seq, seen, matched_at, engine_version)
       SELECT l.id, $2::bigint, $3::text, gate_now(), $4::text FROM listing l WHERE l.id = $1
       ON CONFLICT (need_id) DO UPDATE
       SET matched_seq = excluded.matched_seq, seen = excluded.seen, matched_at = excluded.matched_at, engine_version = excluded.engine_version
       WHERE s.matched_seq <= excluded.matched_seq
       RETURNING need_id`,
      [needId, mark.seq, mark.seen, mark.engineVersion],
    );
    return rows.length > 0;
  }

  /**
   * True when one of the listings changed after the run looked. The locks make sure that whoever asks `needsHolding` for one of them
   * meanwhile waits for this commit: otherwise an offer that is just leaving could enter a set behind the back of the job that takes it out.
   */
  async changedMeanwhile(listingIds: readonly string[], mark: RunMark): Promise<boolean> {
    await this.uow.query('SELECT pg_advisory_xact_lock_shared($2, hashtext(id)) FROM unnest($1::text[]) AS id ORDER BY hashtext(id)', [listingIds, LOCK]);
    const rows = await this.uow.query(
      'SELECT FROM listing_change WHERE listing_id = ANY($1) AND NOT pg_visible_in_snapshot(xid, $2::pg_snapshot) LIMIT 1',
      [listingIds, mark.seen],
    );
    return rows.length > 0;
  }

  /** Needs in whose engine rows one of the offers stands, once every commit that is putting it there has ended. */
  async needsHolding(offerIds: readonly string[]): Promise<string[]> {
    return this.uow.run(async () => {
      await this.uow.query('SELECT pg_advisory_xact_lock($2, hashtext(id)) FROM unnest($1::text[]) AS id ORDER BY hashtext(id)', [offerIds, LOCK]);
      const rows = await this.uow.query<{ id: string }>(
        `SELECT DISTINCT need_id AS id FROM match WHERE offer_id = ANY($1) AND NOT touched AND state IN ('suggested', 'held')`,
        [offerIds],
      );
      return rows.map((row) => row.id);
    });
  }

  /** Makes the untouched rows of the need equal these; what is no longer among them is superseded, what returns is taken up again. */
  async replace(need: PublishedNeed | null, needId: string, rows: readonly SetRow[], mark: RunMark): Promise<void> {
    if (need) await this.upsert(need, rows, mark);
    await this.uow.query(
      `UPDATE match SET state = 'superseded', version = version + 1, updated_at = gate_now()
       WHERE need_id = $1 AND NOT touched AND state IN ('suggested', 'held') AND NOT (offer_id = ANY($2))`,
      [needId, rows.map((row) => row.offer.id)],
    );
  }

  private async upsert(need: PublishedNeed, rows: readonly SetRow[], mark: RunMark): Promise<void> {
    const incoming = rows.map(({ offer, state, result }) => ({
      offer_id: offer.id,
      kind: offer.kind,
      state,
      score: result.score,
      factors: result.factors,
      rules: result.rules,
      warnings: result.warnings,
      advice: result.advice,
      offer_revision: offer.revision,
      offer_organization_id: offer.owner.id,
      offer_country: offer.owner.country,
    }));
    await this.uow.query(
      `INSERT INTO match AS m (need_id, offer_id, kind, source, state, score, factors, rules, warnings, advice, engine_version, scored_on,
         need_revision, offer_revision, need_organization_id, offer_organization_id, need_country, offer_country)
       SELECT $1::uuid, r.offer_id, r.kind, 'engine', r.state, r.score, r.factors, r.rules, r.warnings, r.advice, $2::text, $3::date,
         $4::integer, r.offer_revision, $5::uuid, r.offer_organization_id, $6::text, r.offer_country
       FROM jsonb_to_recordset($7::jsonb) AS r(offer_id uuid, kind text, state text, score integer, factors jsonb, rules jsonb, warnings jsonb,
         advice jsonb, offer_revision integer, offer_organization_id uuid, offer_country text)
       ON CONFLICT (need_id, offer_id) DO UPDATE SET
         state = CASE WHEN m.state IN ('suggested', 'held') THEN m.state ELSE excluded.state END,
         score = excluded.score, factors = excluded.factors, rules = excluded.rules, warnings = excluded.warnings, advice = excluded.advice,
         engine_version = excluded.engine_version, scored_on = excluded.scored_on,
         need_revision = excluded.need_revision, offer_revision = excluded.offer_revision,
         need_country = excluded.need_country, offer_country = excluded.offer_country,
         version = m.version + 1, updated_at = gate_now()
       WHERE NOT m.touched AND (m.state NOT IN ('suggested', 'held') OR
         (m.score, m.factors, m.rules, m.warnings, m.advice, m.engine_version, m.scored_on, m.need_revision, m.offer_revision, m.need_country, m.offer_country)
         IS DISTINCT FROM (excluded.score, excluded.factors, excluded.rules, excluded.warnings, excluded.advice, excluded.engine_version,
         excluded.scored_on, excluded.need_revision, excluded.offer_revision, excluded.need_country, excluded.offer_country))`,
      [need.id, mark.engineVersion, mark.day, need.revision, need.owner.id, need.owner.country, JSON.stringify(incoming)],
    );
  }

  /** Marks the pairs the seeker was never told of as told; answers how many there are. A held pair is nobody's news. */
  async tellNeed(needId: string): Promise<number> {
    const rows = await this.uow.query(
      `UPDATE match SET need_noticed_at = gate_now() WHERE need_id = $1 AND NOT touched AND state = 'suggested' AND need_noticed_at IS NULL RETURNING id`,
      [needId],
    );
    return rows.length;
  }

  /** The same for the providers of the need's pairs, by offer; those in `except` are told by whoever has all their needs together. */
  tellOffers(needId: string, except: readonly string[]): Promise<{ offerId: string; count: number }[]> {
    return this.tell(`need_id = $1 AND NOT (offer_id = ANY($2))`, [needId, except]);
  }

  tellAboutOffers(offerIds: readonly string[]): Promise<{ offerId: string; count: number }[]> {
    return this.tell('offer_id = ANY($1)', [offerIds]);
  }

  private async tell(which: string, values: unknown[]): Promise<{ offerId: string; count: number }[]> {
    return this.uow.query<{ offerId: string; count: number }>(
      `WITH told AS (
         UPDATE match SET offer_noticed_at = gate_now() WHERE ${which} AND NOT touched AND state = 'suggested' AND offer_noticed_at IS NULL RETURNING offer_id)
       SELECT offer_id AS "offerId", count(*)::integer AS count FROM told GROUP BY offer_id ORDER BY offer_id`,
      values,
    );
  }
}

/** Class of the advisory locks on offers, so that nobody else's numbers collide with them. */
const LOCK = 0x6d61;
