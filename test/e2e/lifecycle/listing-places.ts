import {
  allowedTransitions,
  isLive,
  LISTING_STATES,
  listingLifecycle,
  type ListingRole,
  type ListingState,
  type ListingTransition,
  PENDING_STATES,
  pendingLifecycle,
  type PendingState,
  type ReviewTransition,
} from '../../../src/modules/listings/listing.lifecycle.js';
import type { TestApp } from '../../support/e2e.js';
import { completeFields } from '../../support/factories/listings.js';
import { draft, type Listed } from '../../support/journey.js';
import type { Cast } from './cast.js';

export type Collection = 'needs' | 'offers';
/** A state of a listing, or of the revision that waits beside a published one. */
export interface Place {
  state: ListingState;
  pendingState: PendingState | null;
}

/** Every code of the list "reason" is one for every transition. */
export const WORDS = { reason: 'other', note: 'So it is.' };

/** How a new listing comes to each state: the acts of those who may, or what timers do. */
const WAYS: Record<ListingState, { acts: string[]; on?: 'island'; needOnly?: true; by?: 'timer' }> = {
  draft: { acts: [] },
  submitted: { acts: [], by: 'timer' },
  centre_review: { acts: ['submit'] },
  global_review: { acts: ['submit'], on: 'island' },
  changes_requested: { acts: ['submit', 'request-changes'] },
  published: { acts: ['submit', 'approve'] },
  expiring: { acts: ['submit', 'approve'], by: 'timer' },
  paused: { acts: ['submit', 'approve', 'pause'] },
  suspended: { acts: ['submit', 'approve', 'suspend'] },
  fulfilled: { acts: ['submit', 'approve', 'fulfil'], needOnly: true },
  expired: { acts: ['submit', 'approve'], by: 'timer' },
  withdrawn: { acts: ['submit', 'approve', 'withdraw'] },
  rejected: { acts: ['submit', 'reject'] },
  archived: { acts: ['withdraw', 'archive'] },
};
const PENDING_WAYS: Record<Exclude<PendingState, 'accepted' | 'dropped'>, { acts: string[]; on?: 'island'; by?: 'timer' }> = {
  draft: { acts: [] },
  submitted: { acts: [], by: 'timer' },
  centre_review: { acts: ['submit'] },
  global_review: { acts: ['submit'], on: 'island' },
  changes_requested: { acts: ['submit', 'request-changes'] },
};
const BY_ADMINISTRATOR = ['approve', 'request-changes', 'reject', 'suspend'];

export const placesOf = (collection: Collection): Place[] => [
  ...LISTING_STATES.filter((state) => collection === 'needs' || !WAYS[state].needOnly).map((state) => ({ state, pendingState: null })),
  ...PENDING_STATES.filter((state) => state in PENDING_WAYS).map((pendingState) => ({ state: 'published' as const, pendingState })),
];

export const nameOf = ({ state, pendingState }: Place): string => (pendingState ? `${state}, with a revision in ${pendingState}` : state);

export const isOnIsland = ({ state, pendingState }: Place): boolean => [state, pendingState].includes('global_review');

/** A listing brought to a place. */
export async function listingAt(gate: TestApp, cast: Cast, collection: Collection, { state, pendingState }: Place): Promise<Listed> {
  const owner = isOnIsland({ state, pendingState }) ? cast.islander : cast.owner;
  const kind = collection === 'needs' ? 'need' : 'technology';
  const listed = await draft(owner, collection, { ...(kind !== 'need' && { kind }), ...completeFields(kind) });
  const take = async (acts: readonly string[]): Promise<void> => {
    for (const act of acts) {
      const answer = await (BY_ADMINISTRATOR.includes(act) ? cast.administrators[0] : owner.client).post(`${listed.path}/${act}`, WORDS);
      if (answer.status !== 200) throw new Error(`${act} on the way to ${state} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
  };
  const set = (column: string, value: string) => gate.sql.query(`UPDATE listing SET ${column} = $2 WHERE id = $1`, [listed.id, value]);
  await take(WAYS[state].acts);
  if (WAYS[state].by === 'timer') await set('state', state);
  if (pendingState === null) return listed;
  const { headers } = await owner.client.get(listed.path);
  await owner.client.patch(listed.path, { title: 'Another title' }, { 'if-match': String(headers.etag) });
  const way = PENDING_WAYS[pendingState as keyof typeof PENDING_WAYS];
  await take(way.acts);
  if (way.by === 'timer') await set('pending_state', pendingState);
  return listed;
}

/** What the tables open to roles over HTTP; an import is no route, and only a need is ever fulfilled. */
export const openTo = (collection: Collection, place: Place, roles: readonly ListingRole[]): ListingTransition[] =>
  allowedTransitions(place, roles).filter((name) => name !== 'publish-imported' && (name !== 'fulfil' || collection === 'needs'));

/** Where the tables lead: a submission goes on to the review at once, an accepted or dropped revision is none any more. */
export function placeAfter(place: Place, name: ListingTransition, roles: readonly ListingRole[], island: boolean): Place {
  const review = island ? 'global_review' : 'centre_review';
  const { state, pendingState } = place;
  if (pendingState !== null && isLive(state) && pendingLifecycle.allowed(pendingState, roles).some((open) => open === name)) {
    const { to } = pendingLifecycle.take(name as ReviewTransition, pendingState, roles, WORDS.reason);
    return { state, pendingState: to === 'submitted' ? review : to === 'accepted' || to === 'dropped' ? null : to };
  }
  const { to } = listingLifecycle.take(name, state, roles, WORDS.reason);
  return {
    state: to === 'submitted' ? review : to,
    pendingState: ['fulfilled', 'withdrawn', 'archived'].includes(to) ? null : pendingState,
  };
}
