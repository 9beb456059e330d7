import { Injectable } from '@nestjs/common';
import { type Actor, isAdministrator, isAuditor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { underReviewSql } from '../listings/index.js';
import { DECIDABLE } from '../matching/index.js';
import { Rules } from '../rules/index.js';
import { renewalDays, waitingForDueDiligence } from '../verification/index.js';

/** Days before their end at which endorsements and consents are shown to a desk. */
const SOON_DAYS = 60;

/** What can wait at a desk, in the order of its page. */
export const DESK_PARTS = [
  'listings',
  'organizations',
  'papers',
  'due-diligence',
  'screening',
  'matches',
  'silent',
  'expiring',
  'endorsements',
  'consents',
] as const;
export type DeskPart = (typeof DESK_PARTS)[number];

export interface DeskLine {
  part: DeskPart;
  count: number;
  /** Since when the first has waited; of what ends, the day of the first end. */
  first: Date | null;
  /** How many of them should have been dealt with by now. */
  overdue: number;
}

const SOON = `((gate_now() AT TIME ZONE 'UTC')::date + ${SOON_DAYS})`;
const TODAY = `(gate_now() AT TIME ZONE 'UTC')::date`;

/** Of her countries by its owner, or because a centre of its facility reviews it. */
const LOOKED_AFTER = '(l.owner_country = ANY($2) OR l.review_country = ANY($2))';

// $1: she sees all countries; $2: the countries she is an officer of; $3: a rule that due diligence needs.
const LINES: Readonly<Record<DeskPart, string>> = {
  listings: `SELECT l.review_since AS at, l.review_due < gate_now() AS late FROM listing l
    WHERE ${underReviewSql('l')} AND ($1 OR coalesce(l.review_country, l.owner_country) = ANY($2))`,
  organizations: `SELECT o.created_at AS at, false AS late FROM organization o
    WHERE o.level = 'registered' AND o.standing = 'good' AND ($1 OR o.country = ANY($2))`,
  papers: `SELECT d.uploaded_at AS at, d.late_told AS late FROM organization_document d JOIN organization o ON o.id = d.organization_id
    WHERE d.outcome IS NULL AND ($1 OR o.country = ANY($2))`,
  'due-diligence': `SELECT r.since AS at, r.late FROM (${waitingForDueDiligence('$3')}) r WHERE $1`,
  screening: `SELECT h.found_at AS at, false AS late FROM screening_hit h WHERE h.status = 'open' AND $1`,
  matches: `SELECT greatest(m.under_review_at, m.waits_since) AS at, m.nudged > 0 AS late FROM match m
    WHERE ${DECIDABLE} AND ($1 OR m.need_country = ANY($2) OR m.offer_country = ANY($2))`,
  silent: `SELECT coalesce(m.seeker_yes_at, m.provider_yes_at) AS at, true AS late FROM match m
    WHERE m.state IN ('interest_seeker', 'interest_provider') AND m.nudged >= 2 AND ($1 OR m.need_country = ANY($2) OR m.offer_country = ANY($2))`,
  expiring: `SELECT l.expires_at AS at, false AS late FROM listing l WHERE l.state = 'expiring' AND ($1 OR ${LOOKED_AFTER})`,
  endorsements: `SELECT e.expires_on::timestamptz AS at, false AS late FROM listing_endorsement e JOIN listing l ON l.id = e.listing_id
    WHERE e.withdrawn_at IS NULL AND e.expires_on BETWEEN ${TODAY} AND ${SOON} AND ($1 OR ${LOOKED_AFTER})`,
  consents: `SELECT c.valid_until::timestamptz AS at, false AS late FROM consent c JOIN organization o ON o.id = c.organization_id
    WHERE c.ended_at IS NULL AND c.valid_until BETWEEN ${TODAY} AND ${SOON} AND ($1 OR o.country = ANY($2))`,
};

const COUNTS = DESK_PARTS.map(
  (part) =>
    `SELECT '${part}' AS part, count(*)::int AS count, min(at) AS first, (count(*) FILTER (WHERE late))::int AS overdue FROM (${LINES[part]}) AS x`,
).join(' UNION ALL ');

/** What administrators alone decide on. */
const OF_ADMINISTRATORS: readonly DeskPart[] = ['due-diligence', 'screening'];

/** What waits at a desk, in numbers. */
@Injectable()
export class DeskQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
  ) {}

  /** Of the countries an officer serves; of all, for administrators and auditors. */
  async lines(actor: Actor): Promise<DeskLine[]> {
    if (actor.kind !== 'person') return [];
    const all = isAdministrator(actor) || isAuditor(actor);
    const rows = await this.uow.query<DeskLine>(COUNTS, [all, actor.officerOf, await this.rules.get(renewalDays)]);
    return DESK_PARTS.flatMap((part) => rows.filter((row) => row.part === part && (all || !OF_ADMINISTRATORS.includes(part))));
  }
}
