import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { MatchEventEntity } from './match-event.entity.js';
import { MatchOutcomeEntity } from './match-outcome.entity.js';
import { MatchEntity } from './match.entity.js';
import { OPEN_STATES } from './match.lifecycle.js';

/** A change of a match's columns; a function is SQL. */
export type MatchPatch = QueryDeepPartialEntity<MatchEntity>;

/** `gate_now()` as the value of a column. */
export const BUSINESS_NOW = (): string => 'gate_now()';

/** Every statement that loads or writes a match for a person; the engine has its own (match-set.repository.ts). */
@Injectable()
export class MatchRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Locked until the commit, so that two who act at once act one after the other. */
  lock(id: string): Promise<MatchEntity | null> {
    return this.uow.manager.findOne(MatchEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The same, or null when somebody is writing it at the moment. */
  lockFree(id: string): Promise<MatchEntity | null> {
    return this.uow.manager.findOne(MatchEntity, { where: { id }, lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } });
  }

  /** Somebody has been gone after. No step, so nobody has to read it anew. */
  async nudged(id: string, times: number): Promise<void> {
    await this.uow.query('UPDATE match SET nudged = $2 WHERE id = $1', [id, times]);
  }

  /** An administrator takes its review on, or nobody does. No step either. */
  async claim(id: string, personId: string | null): Promise<void> {
    await this.uow.query(
      'UPDATE match SET claimed_by = $2, claimed_at = CASE WHEN $2::uuid IS NULL THEN NULL ELSE gate_now() END WHERE id = $1',
      [id, personId],
    );
  }

  lockPair(needId: string, offerId: string): Promise<MatchEntity | null> {
    return this.uow.manager.findOne(MatchEntity, { where: { needId, offerId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Open matches of a listing, oldest first. */
  async openOf(listingId: string): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      'SELECT id FROM match WHERE (need_id = $1 OR offer_id = $1) AND touched AND state = ANY($2) ORDER BY created_at, id',
      [listingId, OPEN_STATES],
    );
    return rows.map((row) => row.id);
  }

  /** Inserts a pair opened by hand; null when the pair has a row already. */
  async insert(row: MatchPatch): Promise<string | null> {
    const inserted = await this.uow.manager.createQueryBuilder().insert().into(MatchEntity).values(row).orIgnore().returning('id').execute();
    return (inserted.raw as { id: string }[])[0]?.id ?? null;
  }

  async update(match: MatchEntity, patch: MatchPatch): Promise<void> {
    await this.uow.manager.update(MatchEntity, { id: match.id }, { ...patch, version: match.version + 1, updatedAt: BUSINESS_NOW });
  }

  async addEvent(event: QueryDeepPartialEntity<MatchEventEntity>): Promise<void> {
    await this.uow.manager.insert(MatchEventEntity, event);
  }

  async addOutcome(outcome: QueryDeepPartialEntity<MatchOutcomeEntity>): Promise<void> {
    await this.uow.manager.insert(MatchOutcomeEntity, outcome);
  }

  /** What each side reported last. */
  async lastOutcomes(matchId: string): Promise<Pick<MatchOutcomeEntity, 'side' | 'status'>[]> {
    return this.uow.query<Pick<MatchOutcomeEntity, 'side' | 'status'>>(
      'SELECT DISTINCT ON (side) side, status FROM match_outcome WHERE match_id = $1 ORDER BY side, at DESC, id DESC',
      [matchId],
    );
  }

  /** Declined "not now" whose day has come. */
  async dueAgain(limit: number): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT id FROM match WHERE state = 'declined' AND until IS NOT NULL AND until <= (gate_now() AT TIME ZONE 'UTC')::date ORDER BY until, id LIMIT $1`,
      [limit],
    );
    return rows.map((row) => row.id);
  }
}
