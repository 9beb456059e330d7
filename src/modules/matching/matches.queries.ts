import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { decodeCursor, pageOf, type Page } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { levelGivesSql } from '../organizations/index.js';
import { questionsSql } from './match-waits.js';
import { seesAll } from './match.policy.js';
import type { MatchRecord } from './match.view.js';
import type { MatchesQuery } from './matches.schemas.js';

const listing = (l: string, r: string, o: string) => `
  json_build_object('id', ${l}.id, 'reference', ${l}.reference, 'kind', ${l}.kind, 'state', ${l}.state, 'title', ${r}.content->>'title',
    'teaser', ${r}.content->>'teaser', 'language', ${r}.language, 'country', ${l}.country, 'anonymous', ${l}.anonymous,
    'facility', ${l}.facility, 'unverified', NOT ${levelGivesSql(`${o}.level`, 'be-introduced')}, 'frozen', ${o}.standing <> 'good' OR ${o}.held,
    'organization', json_build_object('id', ${o}.id, 'reference', ${o}.reference, 'legalName', ${o}.legal_name, 'country', ${o}.country))`;

// Whether whoever said yes for a side may still do so: as its editor or manager, or as an officer whose side consents to it.
const authority = (side: string, listed: string): string => `(SELECT CASE WHEN m.${side}_yes_by IS NULL THEN NULL ELSE EXISTS (
  SELECT FROM membership a WHERE a.person_id = m.${side}_yes_by AND a.organization_id = m.${listed}_organization_id AND a.role IN ('editor', 'manager'))
  OR EXISTS (SELECT FROM serving_officer a WHERE a.person_id = m.${side}_yes_by AND a.country = m.${listed}_country) END)`;

/** What viewOf needs of a match; `$1` is the person who reads. */
export const COLUMNS = `
  m.id, m.state, m.kind, m.source, m.score, m.factors, m.rules, m.warnings, m.advice, m.engine_version AS "engineVersion",
  m.scored_on::text AS "scoredOn", m.need_revision AS "needRevision", m.offer_revision AS "offerRevision", m.changed_since AS "changedSince",
  m.need_organization_id AS "needOrganizationId", m.offer_organization_id AS "offerOrganizationId",
  m.need_country AS "needCountry", m.offer_country AS "offerCountry", m.opened_by AS "openedBy", m.opened_side AS "openedSide",
  m.brokered_by AS "brokeredBy", m.seeker_yes_at AS "seekerYesAt", m.seeker_yes_revision AS "seekerYesRevision",
  m.seeker_yes_note AS "seekerYesNote", m.seeker_asked_at AS "seekerAskedAt", m.provider_yes_at AS "providerYesAt",
  m.provider_yes_revision AS "providerYesRevision", m.provider_yes_note AS "providerYesNote", m.provider_asked_at AS "providerAskedAt",
  m.ended_at AS "endedAt", m.ended_side AS "endedSide", m.end_reason AS "endReason", m.end_reason_shared AS "endReasonShared", m.end_note AS "endNote",
  m.until::text AS until, m.ended_by AS "endedBy", extract(epoch FROM gate_now() - m.ended_at)::float / 60 AS "minutesSinceEnd",
  m.under_review_at AS "underReviewAt", m.waits_since AS "waitsSince", m.introduced_at AS "introducedAt", m.created_at AS "createdAt", m.updated_at AS "updatedAt", m.version,
  m.claimed_by AS "claimedBy", m.claimed_at AS "claimedAt", (SELECT name FROM person WHERE id = m.claimed_by) AS "claimedByName",
  CASE WHEN m.brokered_by IS NOT NULL THEN (SELECT json_build_object('by', e.office, 'note', e.note) FROM match_event e
    WHERE e.match_id = m.id AND e.side IS NULL AND e.person_id = m.brokered_by AND e.name IN ('open', 'return') ORDER BY e.id DESC LIMIT 1) END AS proposal,
  m.reviewer_id AS "reviewerId", m.ticks, m.appealed_at AS "appealedAt", ${questionsSql('m.id')} AS questions,
  ${authority('seeker', 'need')} AS "seekerAuthority", ${authority('provider', 'offer')} AS "providerAuthority",
  ${listing('n', 'nr', 'no')} AS need, ${listing('f', 'fr', 'fo')} AS offer,
  EXISTS (SELECT FROM membership s WHERE s.person_id = $1 AND s.organization_id IN (m.need_organization_id, m.offer_organization_id)) AS "memberOfParty",
  array_remove(ARRAY[CASE WHEN EXISTS (SELECT FROM answered_by_centre a WHERE a.organization_id = m.need_organization_id) THEN 'seeker' END,
    CASE WHEN EXISTS (SELECT FROM answered_by_centre a WHERE a.organization_id = m.offer_organization_id) THEN 'provider' END], NULL) AS consented`;

export const FROM = `
  FROM match m
  JOIN listing n ON n.id = m.need_id JOIN organization no ON no.id = n.organization_id
  JOIN listing_revision nr ON nr.listing_id = n.id AND nr.revision = coalesce(n.published_revision, n.latest_revision)
  JOIN listing f ON f.id = m.offer_id JOIN organization fo ON fo.id = f.organization_id
  JOIN listing_revision fr ON fr.listing_id = f.id AND fr.revision = coalesce(f.published_revision, f.latest_revision)`;

/** The same rule as `maySee` (match.policy.ts), over rows; a test compares the two. */
const VISIBLE = `($2 OR m.need_country = ANY($3) OR m.offer_country = ANY($3)
  OR (m.need_organization_id = $4 AND (m.state <> 'held' OR m.opened_side = 'seeker'))
  OR (m.offer_organization_id = $4 AND (m.state <> 'held' OR m.opened_side = 'provider')))`;

/** The two orders of a list: how the first part of a cursor reads, and where the next page begins, after $9 and $10. */
const BY_SCORE = { read: 'int', next: '($9::integer IS NULL OR m.score < $9 OR (m.score = $9 AND m.id < $10::uuid)) ORDER BY m.score DESC, m.id DESC' } as const;
const BY_AGE = {
  read: 'time',
  next: `m.state = 'under_review' AND ($9::timestamptz IS NULL OR (m.under_review_at, m.id) > ($9, $10::uuid)) ORDER BY m.under_review_at, m.id`,
} as const;

/** Matches as screens read them: one statement each. */
@Injectable()
export class MatchesQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** Best scores first, or for a desk what has waited longest for its decision. Administrators and auditors see all, officers those of their countries, others those of the organization they act for. */
  async page(actor: Actor, query: MatchesQuery): Promise<Page<MatchRecord>> {
    const { read, next } = query.order === 'oldest' ? BY_AGE : BY_SCORE;
    const [at, id] = query.after ? decodeCursor(query.after, [read, 'id']) : [null, null];
    const { needId, offerId, state, kind } = query;
    // Who has taken a review on is no matter of the sides'.
    const mine = seesAll(actor) ? query.mine : undefined;
    const rows = await this.uow.query<MatchRecord & { waitingSince: string }>(
      `SELECT ${COLUMNS}, m.under_review_at::text AS "waitingSince" ${FROM}
       WHERE ${VISIBLE} AND ($5::uuid IS NULL OR m.need_id = $5) AND ($6::uuid IS NULL OR m.offer_id = $6)
         AND CASE WHEN $7::text IS NULL THEN m.state <> 'superseded' ELSE m.state = $7 END AND ($8::text IS NULL OR m.kind = $8)
         AND CASE WHEN $12::boolean IS NULL THEN true WHEN $12 THEN m.claimed_by = $1 ELSE m.claimed_by IS NULL END
         AND ${next} LIMIT $11`,
      [...reader(actor), needId ?? null, offerId ?? null, state ?? null, kind ?? null, at, id, query.limit + 1, mine ?? null],
    );
    return pageOf(rows, query.limit, (row) => [read === 'time' ? row.waitingSince : row.score, row.id]);
  }

  /** @throws DomainError `match.not-found` when there is none or the actor may not know of it. */
  async one(actor: Actor, id: string): Promise<MatchRecord> {
    const [row] = await this.uow.query<MatchRecord>(`SELECT ${COLUMNS} ${FROM} WHERE ${VISIBLE} AND m.id = $5`, [...reader(actor), id]);
    if (!row) throw notFound('match');
    return row;
  }
}

/** The first four values of each statement: who reads. */
const reader = (actor: Actor): unknown[] =>
  actor.kind === 'person' ? [actor.personId, seesAll(actor), actor.officerOf, actor.organization?.id ?? null] : [null, seesAll(actor), [], null];
