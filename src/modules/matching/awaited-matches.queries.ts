import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { levelGivesSql } from '../organizations/index.js';
import type { MatchEntity } from './match.entity.js';
import { type MatchSide } from './match.lifecycle.js';
import { MatchPatience } from './match-patience.js';
import { DECIDABLE, dueOf, type Questions, questionsSql, waitOf } from './match-waits.js';

/** What an organization has to do on a match, and until when; null where silence ends nothing. */
export interface AwaitedMatch {
  id: string;
  /** Its own listing, and that of the other side. */
  own: Named;
  other: Named;
  why: 'answer' | 'still-yes' | 'question' | 'verification';
  until: Date | null;
}

interface Named {
  title: string;
  language: string;
  country: string;
}

type Row = Pick<MatchEntity, 'id' | 'state' | 'seekerYesAt' | 'providerYesAt' | 'seekerAskedAt' | 'providerAskedAt' | 'underReviewAt' | 'waitsSince'> & {
  side: MatchSide;
  facility: string;
  need: Named;
  offer: Named;
  unverified: MatchSide[];
  questions: Questions;
};

const named = (l: string, r: string): string =>
  `json_build_object('title', ${r}.content->>'title', 'language', ${r}.language, 'country', ${l}.country)`;
const unverified = (column: string, side: MatchSide): string =>
  `CASE WHEN NOT (SELECT ${levelGivesSql('o.level', 'be-introduced')} FROM organization o WHERE o.id = ${column}) THEN '${side}' END`;

/** Matches on which it is an organization's turn, as its people see them first. */
@Injectable()
export class AwaitedMatches {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly patience: MatchPatience,
  ) {}

  /** The soonest due first. */
  async of(organizationId: string): Promise<AwaitedMatch[]> {
    const rows = await this.uow.query<Row>(
      `SELECT m.id, m.state, m.seeker_yes_at AS "seekerYesAt", m.provider_yes_at AS "providerYesAt", m.seeker_asked_at AS "seekerAskedAt",
              m.provider_asked_at AS "providerAskedAt", m.under_review_at AS "underReviewAt", m.waits_since AS "waitsSince", n.facility,
              CASE WHEN m.need_organization_id = $1 THEN 'seeker' ELSE 'provider' END AS side,
              ${named('n', 'nr')} AS need, ${named('f', 'fr')} AS offer, ${questionsSql('m.id')} AS questions,
              array_remove(ARRAY[${unverified('m.need_organization_id', 'seeker')}, ${unverified('m.offer_organization_id', 'provider')}], NULL) AS unverified
       FROM match m
       JOIN listing n ON n.id = m.need_id
       JOIN listing_revision nr ON nr.listing_id = n.id AND nr.revision = coalesce(n.published_revision, n.latest_revision)
       JOIN listing f ON f.id = m.offer_id
       JOIN listing_revision fr ON fr.listing_id = f.id AND fr.revision = coalesce(f.published_revision, f.latest_revision)
       WHERE (m.need_organization_id = $1 OR m.offer_organization_id = $1) AND m.state IN ('suggested', 'interest_provider', 'interest_seeker', 'under_review')
         AND (m.state <> 'suggested' OR EXISTS (SELECT FROM match_question q WHERE q.match_id = m.id AND q.answered_at IS NULL))
       ORDER BY m.updated_at, m.id LIMIT 200`,
      [organizationId],
    );
    const patience = await this.patience.today();
    const awaited = rows.flatMap((row): AwaitedMatch[] => {
      const { side, need, offer, questions } = row;
      const wait = waitOf(row, row.unverified, questions);
      const isAsked = questions.open?.to === side;
      if (!isAsked && wait?.for !== side) return [];
      const country = side === 'seeker' ? need.country : offer.country;
      const until = wait?.for === side ? dueOf(wait, patience({ facility: row.facility, country })) : null;
      const [own, other] = side === 'seeker' ? [need, offer] : [offer, need];
      const why = isAsked ? 'question' : wait?.verification ? 'verification' : row[`${side}AskedAt`] ? 'still-yes' : 'answer';
      return [{ id: row.id, own, other, why, until }];
    });
    return awaited.sort((a, b) => (a.until?.getTime() ?? Infinity) - (b.until?.getTime() ?? Infinity));
  }

  /** Suggestions to which an organization has not said anything yet. */
  async suggested(organizationId: string): Promise<number> {
    const [row] = await this.uow.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM match WHERE state = 'suggested' AND (need_organization_id = $1 OR offer_organization_id = $1)`,
      [organizationId],
    );
    return row?.count ?? 0;
  }

  /** Matches on which administrators have to decide now. */
  async atTheDesk(): Promise<{ count: number; oldest: Date | null }> {
    const [row] = await this.uow.query<{ count: number; oldest: Date | null }>(
      `SELECT count(*)::integer AS count, min(greatest(m.under_review_at, m.waits_since)) AS oldest FROM match m WHERE ${DECIDABLE}`,
    );
    return row ?? { count: 0, oldest: null };
  }
}
