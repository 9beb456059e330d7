import {
  LISTING_STATES,
  listingLifecycle,
  type ListingRole,
  type ListingTransition,
  OPEN_STATES,
} from '../../../src/modules/listings/listing.lifecycle.js';
import { RouteInventory } from '../../../src/platform/http/index.js';
import type { Client } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { actsOf, type Cast, castOf, statuses, timesDone } from './cast.js';
import { type Collection, isOnIsland, listingAt, nameOf, openTo, type Place, placeAfter, placesOf, WORDS } from './listing-places.js';

let gate: TestApp;
let cast: Cast;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  cast = await castOf(gate);
});
afterAll(() => gate.close());

/** What people do by themselves; the rest comes with time, or with an import. */
const ACTS = [
  ...new Set(
    listingLifecycle.definition.transitions.flatMap(({ name, actors }) =>
      actors.some((actor) => actor !== 'system') && name !== 'publish-imported' ? [name] : [],
    ),
  ),
].sort();

/** Two people of each sort who acts, and what they are to a listing. */
const people = (onIsland: boolean): { sort: string; roles: ListingRole[]; two: [Client, Client] }[] => [
  onIsland
    ? { sort: 'manager', roles: ['manager'], two: [cast.islander.client, cast.islander.client] }
    : { sort: 'members', roles: ['editor'], two: [cast.editor, cast.owner.client] },
  { sort: 'administrators', roles: ['administrator'], two: cast.administrators },
  ...(onIsland ? [] : [{ sort: 'officers', roles: ['officer'] as ListingRole[], two: cast.officers }]),
];

const placeOf = async (id: string): Promise<Place & { version: number }> => {
  const { rows } = await gate.sql.query<Place & { version: number }>(
    'SELECT state, pending_state AS "pendingState", version FROM listing WHERE id = $1',
    [id],
  );
  return rows[0]!;
};
const isOpen = ({ state }: Place): boolean => (OPEN_STATES as readonly string[]).includes(state);

/** What is posted to a listing and moves it nowhere by itself. */
const OTHER = ['attachments', 'change-requests', 'endorsements', 'fill-lot'];

it.each(['offers', 'needs'] as const)('%s have a route for each act of the table, and for nothing else', (collection) => {
  const acts = actsOf(gate.get(RouteInventory).routes, collection).filter((name) => !OTHER.includes(name));
  expect(acts.sort()).toEqual(ACTS);
  expect(new Set(placesOf('needs').map(({ state }) => state))).toEqual(new Set(LISTING_STATES));
});

const every = (['needs', 'offers'] as const).flatMap((collection) =>
  placesOf(collection).map((place) => ({ collection, place, name: nameOf(place) })),
);

describe.each(every)('one of the $collection in $name', ({ collection, place }) => {
  const onIsland = isOnIsland(place);

  it('refuses what the table does not allow: 409 with what is possible, or 403 to whom it never is', async () => {
    const listed = await listingAt(gate, cast, collection, place);
    const before = await placeOf(listed.id);
    expect(before).toMatchObject(place);
    // A draft is no officer's yet.
    for (const { roles, two } of people(onIsland).filter(({ sort }) => sort !== 'officers' || place.state !== 'draft')) {
      const open = openTo(collection, place, roles);
      for (const act of ACTS.filter((name) => !open.includes(name))) {
        const { status, body } = await two[0].post(`${listed.path}/${act}`, WORDS);
        const ever = listingLifecycle.mayEver(act, roles);
        const expected = ever
          ? { status: 409, code: 'listing.transition-not-allowed', allowed: open }
          : { status: 403, code: 'listing.transition-forbidden' };
        expect({ act, roles, status, code: body.code, ...(ever && { allowed: body.allowed }) }).toEqual({ act, roles, ...expected });
      }
    }
    expect(await placeOf(listed.id)).toEqual(before);
  });

  it('is nobody else’s: 401, 404 while it is not public, else 403', async () => {
    const listed = await listingAt(gate, cast, collection, place);
    const before = await placeOf(listed.id);
    const hidden = isOpen(place) ? 403 : 404;
    const viewer = onIsland ? [] : [{ client: cast.viewer, expected: 403 }];
    for (const { client, expected } of [{ client: gate.visitor, expected: 401 }, { client: cast.outsider, expected: hidden }, ...viewer])
      for (const act of ACTS)
        expect({ act, status: (await client.post(`${listed.path}/${act}`, WORDS)).status }).toEqual({ act, status: expected });
    for (const client of [gate.visitor, cast.outsider]) {
      expect((await client.get(listed.path)).status).toBe(isOpen(place) ? 200 : 404);
      const listedTo = await client.get(`/api/v1/${collection}?state=${place.state}&limit=100`);
      expect(JSON.stringify(listedTo.body.items).includes(listed.id)).toBe(isOpen(place));
    }
    expect(await placeOf(listed.id)).toEqual(before);
  });

  it('goes where the table leads, once: for two people at the same moment, and for one who clicks twice', async () => {
    for (const { roles, two } of people(onIsland).filter(({ sort }) => sort !== 'officers' || place.state !== 'draft'))
      for (const act of openTo(collection, place, roles)) {
        const after = placeAfter(place, act, roles, onIsland);
        await takesOneEffect(collection, { place, after, act }, two);
        await takesOneClick(collection, { place, after, act }, two[0]);
      }
  });
});

interface Move {
  place: Place;
  after: Place;
  act: ListingTransition;
}

async function takesOneEffect(collection: Collection, { place, after, act }: Move, two: readonly Client[]): Promise<void> {
  const listed = await listingAt(gate, cast, collection, place);
  const { version } = await placeOf(listed.id);
  const before = await timesDone(gate, listed.id, `listing.${act}`);
  // Renewing what is not yet running out confirms it again, and leads back to where it was.
  const again = openTo(collection, after, ['editor', 'officer', 'administrator']).includes(act);
  const answers = await Promise.all(two.map((client) => client.post(`${listed.path}/${act}`, WORDS)));
  const times = again ? 2 : 1;
  expect({ act, answers: statuses(answers) }).toEqual({ act, answers: again ? [200, 200] : [200, 409] });
  expect(await placeOf(listed.id)).toEqual({ ...after, version: version + times });
  expect(await timesDone(gate, listed.id, `listing.${act}`)).toBe(before + times);
}

async function takesOneClick(collection: Collection, { place, after, act }: Move, client: Client): Promise<void> {
  const listed = await listingAt(gate, cast, collection, place);
  const { version } = await placeOf(listed.id);
  const key = { 'idempotency-key': `${act}-${listed.id}` };
  const answers = await Promise.all([1, 2].map(() => client.post(`${listed.path}/${act}`, WORDS, key)));
  expect({ act, answers: statuses(answers) }).toEqual({ act, answers: [200, 200] });
  expect(answers.map(({ body }) => body.state)).toEqual([after.state, after.state]);
  expect(await placeOf(listed.id)).toEqual({ ...after, version: version + 1 });
}
