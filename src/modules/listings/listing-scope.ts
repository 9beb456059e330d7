import { type Actor, isAdministrator, isAuditor } from '../../kernel/actor.js';
import { decodeCursor } from '../../kernel/pagination.js';
import type { ListingKind } from './content.schemas.js';
import { PENDING_STATES } from './listing.lifecycle.js';
import type { ListingQuery } from './listing.schemas.js';

type Bind = (value: unknown) => string;

/** The organization the actor acts for. */
export const actingFor = (actor: Actor): string | null => (actor.kind === 'person' ? (actor.organization?.id ?? null) : null);

/**
 * SQL of the ids of one page of a list, newest first; `$1` is the organization the actor acts for. It reads narrow rows in the order of an index and
 * stops at the limit, whatever the size of the exchange: the wide ones are joined afterwards.
 */
export function pageOfIds(actor: Actor, kinds: readonly ListingKind[], query: ListingQuery, bind: Bind): string {
  const { from, shown, where } = scope(actor, query, bind);
  // Of needs, a kind of offer means those that ask for it.
  const needs = query.kind !== undefined && !kinds.includes(query.kind);
  const conditions = [
    ...where,
    `l.kind = ANY(${bind(query.kind === undefined || needs ? kinds : [query.kind])})`,
    ...(needs ? [`r.content->'kinds' @> to_jsonb(${bind(query.kind)}::text)`] : []),
    ...(query.country === undefined ? [] : [`l.country = ${bind(query.country)}`]),
    ...(query.facility === undefined ? [] : [inFacility(bind(query.facility))]),
    ...after(query, bind),
  ];
  return `SELECT l.id, l.listed_at FROM ${from} ${needs ? `JOIN listing_revision r ON r.listing_id = l.id AND r.revision = ${shown}` : ''}
          WHERE ${conditions.join(' AND ')} ORDER BY l.listed_at DESC, l.id DESC LIMIT ${bind(query.limit + 1)}`;
}

interface Scope {
  from: string;
  /** The number of the revision that is shown. */
  shown: string;
  where: string[];
}

const SHOWN = 'coalesce(l.published_revision, l.latest_revision)';

function scope(actor: Actor, { state, mine }: ListingQuery, bind: Bind): Scope {
  if (mine) {
    const states = state ? [`(${inState(state, bind)} OR ${pendingIn(state, bind)})`] : [];
    return { from: 'listing l', shown: SHOWN, where: ['l.organization_id = $1::uuid', ...states] };
  }
  if (!state) return { from: 'catalogue_listing l', shown: 'l.revision', where: [] };
  const inside = insideScope(actor, bind);
  const seen = `${inState(state, bind)} AND (c.id IS NOT NULL OR ${inside})`;
  const where = state.some(isPending) ? `((${seen}) OR (${pendingIn(state, bind)} AND ${inside}))` : seen;
  return { from: 'listing l LEFT JOIN catalogue_listing c ON c.id = l.id', shown: SHOWN, where: [where] };
}

// One state by equality, so that the index on it gives the order too.
const inState = (states: readonly string[], bind: Bind): string =>
  states.length === 1 ? `l.state = ${bind(states[0])}` : `l.state = ANY(${bind(states)})`;

const isPending = (state: string): boolean => (PENDING_STATES as readonly string[]).includes(state);
const pendingIn = (states: readonly string[], bind: Bind): string =>
  `(l.pending_state = ANY(${bind(states)}) AND l.state IN ('published', 'expiring', 'paused'))`;

/** The rows that `insideView` gives this actor, in SQL. */
function insideScope(actor: Actor, bind: Bind): string {
  if (actor.kind === 'visitor') return 'false';
  if (actor.kind === 'system' || isAdministrator(actor) || isAuditor(actor)) return 'true';
  const own = 'l.organization_id = $1::uuid';
  if (actor.officerOf.length === 0) return `(${own})`;
  const countries = bind(actor.officerOf);
  // Until it is submitted no desk reviews it.
  return `(${own} OR l.review_country = ANY(${countries}) OR (l.owner_country = ANY(${countries}) AND (l.state <> 'draft' OR l.on_behalf)))`;
}

const inFacility = (code: string): string =>
  `l.id IN (SELECT id FROM listing WHERE facility = ${code} UNION ALL SELECT listing_id FROM listing_facility_tag WHERE facility = ${code})`;

function after({ after: cursor }: ListingQuery, bind: Bind): string[] {
  if (cursor === undefined) return [];
  const [at, id] = decodeCursor(cursor, ['time', 'id']);
  return [`(l.listed_at, l.id) < (${bind(at)}::timestamptz, ${bind(id)}::uuid)`];
}
