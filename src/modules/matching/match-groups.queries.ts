import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { COLUMNS, FROM } from './matches.queries.js';
import type { MatchSide, MatchState } from './match.lifecycle.js';
import type { OutcomeView } from './matches.schemas.js';
import type { MatchEventEntity } from './match-event.entity.js';
import type { MatchRecord } from './match.view.js';

/** What is to be done on a match, as one of its sides sees it: the most urgent first. */
export const MATCH_GROUPS = ['answer', 'suggested', 'waiting', 'review', 'introduced', 'ended'] as const;
export type MatchGroup = (typeof MATCH_GROUPS)[number];

type GroupRow = MatchRecord & { group: MatchGroup; count: number };
export type MatchStepRow = Pick<MatchEventEntity, 'name' | 'at' | 'side' | 'reason' | 'note' | 'actorKind' | 'office' | 'personId'> & {
  to: MatchState;
  personName: string | null;
  /** She belongs to the organization of the side. */
  ofSide: boolean;
};

/** A listing of the organization that has matches. */
export interface MatchedListing {
  id: string;
  reference: string;
  title: string;
}

// $1 is the person who reads, $2 the organization she acts for, $3 a listing. A question stops the clock of whoever asked it, so it decides first.
const MINE = `
  WITH mine AS (
    SELECT m.id, m.score, CASE
      WHEN m.state IN ('introduced', 'in_dialogue', 'converted') THEN 'introduced'
      WHEN m.state NOT IN ('suggested', 'held', 'interest_provider', 'interest_seeker', 'under_review') THEN 'ended'
      WHEN q.to_side IS NOT NULL THEN CASE WHEN q.to_side = own.side THEN 'answer' ELSE 'waiting' END
      WHEN m.state = 'suggested' THEN 'suggested'
      WHEN m.state IN ('interest_provider', 'interest_seeker') THEN CASE WHEN m.state = 'interest_' || own.side THEN 'waiting' ELSE 'answer' END
      WHEN CASE own.side WHEN 'seeker' THEN m.seeker_asked_at ELSE m.provider_asked_at END IS NOT NULL THEN 'answer'
      WHEN coalesce(m.seeker_asked_at, m.provider_asked_at) IS NOT NULL THEN 'waiting'
      ELSE 'review' END AS "group"
    FROM match m
    CROSS JOIN LATERAL (SELECT CASE WHEN m.need_organization_id = $2 THEN 'seeker' ELSE 'provider' END AS side) own
    LEFT JOIN LATERAL (SELECT q.to_side FROM match_question q WHERE q.match_id = m.id AND q.answered_at IS NULL ORDER BY q.asked_at, q.id LIMIT 1) q ON true
    WHERE $2 IN (m.need_organization_id, m.offer_organization_id) AND m.state <> 'superseded' AND (m.state <> 'held' OR m.opened_side = own.side)
      AND ($3::uuid IS NULL OR $3 IN (m.need_id, m.offer_id))
  ), ranked AS (
    SELECT id, "group", row_number() OVER (PARTITION BY "group" ORDER BY score DESC, id DESC) AS place,
           count(*) OVER (PARTITION BY "group")::int AS count
    FROM mine
  )
  SELECT ${COLUMNS}, k."group", k.count ${FROM} JOIN ranked k ON k.id = m.id`;

/** The matches of one organization by what is to be done, and the steps that were taken on one. */
@Injectable()
export class MatchGroupsQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The best of each group, with how many there are. */
  groups(actor: Actor, listingId: string | null, each: number): Promise<GroupRow[]> {
    return this.uow.query<GroupRow>(`${MINE} WHERE k.place <= $4 ORDER BY m.score DESC, m.id DESC`, [...memberOf(actor), listingId, each]);
  }

  /** The matches of a group, or all of a listing, best first. */
  async page(
    actor: Actor,
    { listingId, group, after, limit }: { listingId: string | null; group: MatchGroup | null; after: string | undefined; limit: number },
  ): Promise<Page<MatchRecord>> {
    const [score, id] = after ? decodeCursor(after, ['int', 'id']) : [null, null];
    const rows = await this.uow.query<GroupRow>(
      `${MINE} WHERE ($4::text IS NULL OR k."group" = $4) AND ($5::integer IS NULL OR m.score < $5 OR (m.score = $5 AND m.id < $6::uuid))
       ORDER BY m.score DESC, m.id DESC LIMIT $7`,
      [...memberOf(actor), listingId, group, score, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.score, row.id]);
  }

  /** Listings of the organization that somebody has been matched with. */
  listings(organizationId: string): Promise<MatchedListing[]> {
    return this.uow.query<MatchedListing>(
      `SELECT l.id, l.reference, r.content->>'title' AS title
       FROM listing l JOIN listing_revision r ON r.listing_id = l.id AND r.revision = coalesce(l.published_revision, l.latest_revision)
       WHERE l.organization_id = $1 AND EXISTS (SELECT FROM match m WHERE l.id IN (m.need_id, m.offer_id) AND m.state <> 'superseded')
       ORDER BY l.listed_at DESC, l.id LIMIT 200`,
      [organizationId],
    );
  }

  /** What people and the calendar have done, the oldest first. */
  history(matchId: string): Promise<MatchStepRow[]> {
    return this.uow.query<MatchStepRow>(
      `SELECT e.name, e.at, e.side, e.reason, e.note, e.actor_kind AS "actorKind", e.office, e.person_id AS "personId", e.to_state AS "to",
              p.name AS "personName", EXISTS (SELECT FROM membership s WHERE s.person_id = e.person_id
                AND s.organization_id = CASE e.side WHEN 'seeker' THEN m.need_organization_id WHEN 'provider' THEN m.offer_organization_id END) AS "ofSide"
       FROM match_event e JOIN match m ON m.id = e.match_id LEFT JOIN person p ON p.id = e.person_id WHERE e.match_id = $1 ORDER BY e.id`,
      [matchId],
    );
  }

  /** What the sides told became of an introduction, the newest first; of one side where it is named. */
  async outcomes(matchId: string, side: MatchSide | null): Promise<OutcomeView[]> {
    const rows = await this.uow.query<Omit<OutcomeView, 'at'> & { at: Date }>(
      `SELECT side, at, status, note, value::float AS value, currency, quantities FROM match_outcome
       WHERE match_id = $1 AND ($2::text IS NULL OR side = $2) ORDER BY at DESC, id DESC`,
      [matchId, side],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}

const memberOf = (actor: Actor): unknown[] => (actor.kind === 'person' ? [actor.personId, actor.organization?.id ?? null] : [null, null]);
