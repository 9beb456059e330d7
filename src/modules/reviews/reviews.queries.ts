import { Injectable } from '@nestjs/common';
import { type Actor, isAdministrator, isAuditor, type PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ReviewDesk, underReviewSql } from '../listings/index.js';
import type { ReviewItem, ReviewsQuery } from './reviews.schemas.js';

const WAITING = underReviewSql('l');
const STAGE = 'coalesce(l.pending_state, l.state)';
const REVIEWED_BY = 'coalesce(l.review_country, l.owner_country)';
const ITEM = `
  SELECT l.id, l.reference, l.kind, r.content->>'title' AS title, r.language, l.owner_country AS "ownerCountry", ${REVIEWED_BY} AS "reviewCountry", l.facility, ${STAGE} AS stage, r.revision,
         l.published_revision IS NULL AS first, l.review_since AS since, l.review_due AS "dueAt", l.review_due < gate_now() AS overdue,
         l.claimed_by AS "claimedBy", (SELECT name FROM person WHERE id = l.claimed_by) AS "claimedByName", l.claimed_at AS "claimedAt", l.version, l.review_due::text AS cursor,
         (SELECT count(*)::int FROM change_request q WHERE q.listing_id = l.id) AS "openRequests"
  FROM listing l JOIN listing_revision r ON r.listing_id = l.id AND r.revision = coalesce(l.pending_revision, l.latest_revision)`;

type Row = ReviewItem & { cursor: string };

/** What waits for whoever asks: officers see what their desk reviews, administrators and auditors all. */
@Injectable()
export class ReviewsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReviewDesk,
  ) {}

  /** The soonest due first. */
  async page(actor: Actor, query: ReviewsQuery): Promise<Page<ReviewItem>> {
    if (actor.kind !== 'person') return { items: [], next: null };
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const where = [WAITING, seenBy(actor, bind)];
    if (query.stage) where.push(`${STAGE} = ${bind(query.stage)}`);
    if (query.kind) where.push(`l.kind = ${bind(query.kind)}`);
    if (query.country) where.push(`l.owner_country = ${bind(query.country)}`);
    if (query.language) where.push(`r.language = ${bind(query.language)}`);
    if (query.readable) where.push(`split_part(r.language, '-', 1) = ANY(${bind(await this.desk.languagesOf(actor.personId))})`);
    if (query.mine !== undefined) where.push(query.mine ? `l.claimed_by = ${bind(actor.personId)}` : 'l.claimed_by IS NULL');
    if (query.after !== undefined) {
      const [at, id] = decodeCursor(query.after, ['time', 'id']);
      where.push(`(l.review_due, l.id) > (${bind(at)}::timestamptz, ${bind(id)}::uuid)`);
    }
    const rows = await this.uow.query<Row>(
      `${ITEM} WHERE ${where.join(' AND ')} ORDER BY l.review_due, l.id LIMIT ${bind(query.limit + 1)}`,
      values,
    );
    const page = pageOf(rows, query.limit, (row) => [row.cursor, row.id]);
    return { ...page, items: page.items.map(({ cursor: _, ...item }) => item) };
  }

  /** Countries and languages of what waits for her: what its list can be narrowed to. */
  async choices(actor: Actor): Promise<{ countries: string[]; languages: string[] }> {
    if (actor.kind !== 'person') return { countries: [], languages: [] };
    const values: unknown[] = [];
    const seen = seenBy(actor, (value) => `$${values.push(value)}`);
    const [row] = await this.uow.query<{ countries: string[]; languages: string[] }>(
      `SELECT coalesce(array_agg(DISTINCT country), '{}') AS countries, coalesce(array_agg(DISTINCT language), '{}') AS languages FROM (
         SELECT l.owner_country AS country, r.language
         FROM listing l JOIN listing_revision r ON r.listing_id = l.id AND r.revision = coalesce(l.pending_revision, l.latest_revision)
         WHERE ${WAITING} AND ${seen}) AS x`,
      values,
    );
    return row ?? { countries: [], languages: [] };
  }

  /** Who sits at the desk where it waits: whom an administrator may give it to. That she had no hand in it is judged when she is given it. */
  async reviewers({ stage, reviewCountry }: Pick<ReviewItem, 'stage' | 'reviewCountry'>): Promise<{ personId: string; name: string }[]> {
    return this.uow.query(
      `SELECT p.id AS "personId", p.name FROM person p
       WHERE p.disabled_at IS NULL AND (p.administrator OR ($1 AND EXISTS (SELECT FROM serving_officer o WHERE o.person_id = p.id AND o.country = $2)))
       ORDER BY p.name, p.id`,
      [stage === 'centre_review', reviewCountry],
    );
  }

  /** How many wait for whoever asks, since when, and how many longer than they should. */
  async head(actor: PersonActor): Promise<{ count: number; overdue: number; oldest: Date | null }> {
    const values: unknown[] = [];
    const seen = seenBy(actor, (value) => `$${values.push(value)}`);
    const [row] = await this.uow.query<{ count: number; overdue: number; oldest: Date | null }>(
      `SELECT count(*)::integer AS count, count(*) FILTER (WHERE l.review_due < gate_now())::integer AS overdue, min(l.review_since) AS oldest
       FROM listing l WHERE ${WAITING} AND ${seen}`,
      values,
    );
    return row ?? { count: 0, overdue: 0, oldest: null };
  }

  /** @throws DomainError `review.not-found` for what does not wait, or not for her. */
  async one(actor: Actor, id: string): Promise<ReviewItem> {
    const values: unknown[] = [id];
    const seen = actor.kind === 'person' ? seenBy(actor, (value) => `$${values.push(value)}`) : 'false';
    const [row] = await this.uow.query<Row>(`${ITEM} WHERE l.id = $1 AND ${WAITING} AND ${seen}`, values);
    if (!row) throw notFound('review');
    const { cursor: _, ...item } = row;
    return item;
  }
}

const seenBy = (actor: Actor & { kind: 'person' }, bind: (value: unknown) => string): string =>
  isAdministrator(actor) || isAuditor(actor) ? 'true' : `${REVIEWED_BY} = ANY(${bind(actor.officerOf)})`;
