import { Injectable } from '@nestjs/common';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { claimHours } from '../listings/index.js';
import { levelGivesSql } from '../organizations/index.js';
import { forFacility, Rules } from '../rules/index.js';
import type { MatchEntity } from './match.entity.js';
import type { MatchSide } from './match.lifecycle.js';
import { type Questions, questionsSql } from './match-waits.js';
import { outcomeDays, quietDays } from './match.rules.js';

const SLICE = 500;

/** What of a match's two sides decides whether it waits. */
export interface WaitFacts {
  now: Date;
  facility: string;
  /** Sides whose organization has to be verified before an introduction. */
  unverified: MatchSide[];
  /** An organization is suspended, rejected or held: nothing moves, nothing ends. */
  frozen: boolean;
  questions: Questions;
}

/** Which matches the calendar has to look at. */
@Injectable()
export class MatchWaitsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: BusinessClock,
    private readonly rules: Rules,
  ) {}

  /** Those with a yes that waits for somebody. */
  waiting(): Promise<string[]> {
    return this.ids(`SELECT id FROM match WHERE state IN ('interest_provider', 'interest_seeker', 'under_review') ORDER BY id`);
  }

  /** Suggestions that neither side has answered for too long, the oldest first. */
  async quiet(): Promise<string[]> {
    const days = forFacility('n.facility');
    return this.ids(
      `SELECT m.id FROM match m JOIN listing n ON n.id = m.need_id WHERE m.state = 'suggested' AND m.opened_by IS NULL
         AND greatest(m.created_at, m.need_noticed_at, m.offer_noticed_at, m.released_at) <= gate_now() - make_interval(days => ${days}::integer)
       ORDER BY m.created_at, m.id LIMIT ${SLICE}`,
      await this.rules.forStatement(quietDays),
    );
  }

  async facts({ id: matchId, needId, needOrganizationId, offerOrganizationId }: MatchEntity): Promise<WaitFacts> {
    const rows = await this.uow.query<{ id: string; verified: boolean; frozen: boolean; facility: string; questions: Questions }>(
      `SELECT o.id, ${levelGivesSql('o.level', 'be-introduced')} AS verified, o.standing <> 'good' OR o.held AS frozen,
              (SELECT facility FROM listing WHERE id = $3) AS facility, ${questionsSql('$4')} AS questions
       FROM organization o WHERE o.id IN ($1, $2)`,
      [needOrganizationId, offerOrganizationId, needId, matchId],
    );
    const sideOf = (id: string): MatchSide => (id === needOrganizationId ? 'seeker' : 'provider');
    return {
      now: await this.clock.now(),
      facility: rows[0]?.facility ?? 'global',
      unverified: rows.filter(({ verified }) => !verified).map(({ id }) => sideOf(id)),
      questions: rows[0]?.questions ?? { open: null, answeredAt: null },
      frozen: rows.some(({ frozen }) => frozen),
    };
  }

  /** Introductions after which the two are to be asked now, each day of the rule once; marked as asked. Of several days missed, the last. */
  async takeOutcomeQuestions(): Promise<{ id: string; days: number }[]> {
    const days = `jsonb_array_elements_text(${forFacility('n.facility')})`;
    return this.uow.query<{ id: string; days: number }>(
      `UPDATE match m SET outcome_asked = due.days FROM (
         SELECT m.id, max(d) AS days FROM match m JOIN listing n ON n.id = m.need_id CROSS JOIN LATERAL (SELECT a::integer AS d FROM ${days} AS a) AS asked
         WHERE m.state IN ('introduced', 'in_dialogue') AND m.introduced_at + make_interval(days => d) <= gate_now() AND d > m.outcome_asked
         GROUP BY m.id) AS due
       WHERE m.id = due.id RETURNING m.id, due.days`,
      await this.rules.forStatement(outcomeDays),
    );
  }

  /** Reviews that somebody took on and has let lie for longer than she keeps them are nobody's again. */
  async endClaims(): Promise<void> {
    await this.uow.query(
      `UPDATE match m SET claimed_by = NULL, claimed_at = NULL FROM listing n
       WHERE n.id = m.need_id AND m.claimed_at <= gate_now() - make_interval(hours => ${forFacility('n.facility')}::integer)`,
      await this.rules.forStatement(claimHours),
    );
  }

  private async ids(sql: string, values: unknown[] = []): Promise<string[]> {
    return (await this.uow.query<{ id: string }>(sql, values)).map(({ id }) => id);
  }
}
