import { completeFields } from '../../../support/factories/listings.js';
import { type Case, PUBLIC, reason, SIGNED_IN, at } from './case.js';
import { draft, publish } from '../../../support/journey.js';
import { pdf, upload } from '../../../support/uploads.js';
import type { Params, World } from './world.js';

/** The state a listing is in when a transition is tried, who may, and what comes with it. */
const TRANSITIONS: [name: string, state: string, answers: string, body?: object][] = [
  //                                vis str vie edi man off aud dis adm
  ['submit', 'draft', /*        */ '401 404 403 200 200 404 403 401 403'],
  ['approve', 'submitted', /*   */ '401 404 403 403 403 404 403 401 200'],
  ['request-changes', 'submitted', '401 404 403 403 403 404 403 401 200', { note: 'Say more.' }],
  ['reject', 'submitted', /*    */ '401 404 403 403 403 404 403 401 200', reason],
  ['withdraw', 'published', /*  */ '401 403 403 200 200 403 403 401 403'],
  ['pause', 'published', /*     */ '401 403 403 200 200 403 403 401 403'],
  ['resume', 'paused', /*       */ '401 404 403 200 200 404 403 401 409'],
  ['renew', 'published', /*     */ '401 403 403 200 200 403 403 401 403'],
  ['fulfil', 'published', /*    */ '401 403 403 200 200 403 403 401 403'],
  ['suspend', 'published', /*   */ '401 403 403 403 403 403 403 401 200', reason],
  ['archive', 'withdrawn', /*   */ '401 404 403 200 200 404 403 401 403'],
];

const inLots = async (world: World): Promise<Params> => {
  const listed = await draft(world.owner, 'needs', {
    ...completeFields('need'),
    lots: ['pumps', 'pipes'].map((key) => ({ key, title: key })),
  });
  await publish(world.owner, world.administrator, listed);
  return { id: listed.id };
};
export const lotsCases = at('POST /api/v1/needs/:id/fill-lot', '401 403 403 200 200 403 403 401 403', {
  make: inLots,
  body: { lot: 'pumps' },
});

const waiting = (world: World): Promise<Params> => world.listing('offers', 'submitted');
export const reviewsCases = {
  ...at('GET /api/v1/reviews', SIGNED_IN),
  ...at('GET /api/v1/reviews/organizations', SIGNED_IN),
  ...at('POST /api/v1/reviews/:id/claim', '401 404 404 404 404 404 403 401 200', { make: waiting }),
  ...at('POST /api/v1/reviews/:id/release', '401 404 404 404 404 404 403 401 200', { make: waiting }),
  ...at('POST /api/v1/reviews/:id/assign', '401 404 404 404 404 404 403 401 200', {
    make: waiting,
    body: ({ callers }: World) => ({ personId: callers.administrator.id }),
  }),
};

/** A file that members may open. */
async function withFile(world: World): Promise<Params> {
  const { client } = world.owner;
  const listed = await draft(world.owner, 'offers', { kind: 'technology', ...completeFields('technology') });
  const { body } = await upload(client, pdf());
  const { headers } = await client.get(listed.path);
  await client.patch(listed.path, { attachments: [{ file: body.id, title: 'A file' }] }, { 'if-match': String(headers.etag) });
  await publish(world.owner, world.administrator, listed);
  return { id: listed.id, fileId: body.id };
}
export const listingFilesCases = at('GET /api/v1/listings/:id/files/:fileId', '404 200 200 200 200 200 200 404 200', { make: withFile });

export const triageCases = at('GET /api/v1/needs/triage', SIGNED_IN);

export const draftingCases = at('POST /api/v1/code-suggestions', '401 200 200 200 200 200 403 401 200', {
  body: { language: 'en', title: 'Pumps' },
});

export const listingsCases = (['offers', 'needs'] as const).map((collection): Record<string, Case> => {
  const path = `/api/v1/${collection}`;
  const kind = collection === 'offers' ? 'technology' : 'need';
  const body = ({ owner: { organizationId } }: World): object => ({
    organizationId,
    language: 'en',
    ...(kind !== 'need' && { kind }),
    ...completeFields(kind),
  });
  return {
    ...at(`GET ${path}`, PUBLIC),
    ...at(`GET ${path}/:id`, '404 404 200 200 200 404 200 404 200', { make: (world) => world.listing(collection, 'draft') }),
    ...at(`GET ${path}/:id/similar`, '401 404 200 200 200 404 200 401 200', { make: (world) => world.listing(collection, 'draft') }),
    ...at(`GET ${path}/:id/difference`, '401 404 200 200 200 404 200 401 200', {
      make: async (world) => {
        const made = await world.listing(collection, 'published');
        const { headers } = await world.owner.client.get(`${path}/${made.id}`);
        await world.owner.client.patch(`${path}/${made.id}`, { title: 'Another title' }, { 'if-match': String(headers.etag) });
        return made;
      },
    }),
    ...at(`POST ${path}/:id/change-requests/:requestId/answer`, '401 404 403 200 200 404 403 401 403', {
      make: async (world) => {
        const made = await world.listing(collection, 'submitted');
        const asked = await world.administrator.post(`${path}/${made.id}/request-changes`, {
          fields: [{ path: 'title', note: 'Shorter.' }],
        });
        return { ...made, requestId: String(asked.body.changeRequests[0].id) };
      },
      body: { answer: 'It has to be that long.' },
    }),
    ...at(`POST ${path}`, /*   */ '401 403 403 201 201 403 403 401 403', { body }),
    ...at(`PATCH ${path}/:id`, '401 404 403 200 200 404 403 401 403', {
      make: (world) => world.listing(collection, 'draft'),
      body: { title: 'Another title' },
    }),
    ...Object.fromEntries(
      TRANSITIONS.map(([name, state, answers, words]) => [
        `POST ${path}/:id/${name}`,
        // Only a need is fulfilled.
        {
          answers: kind !== 'need' && name === 'fulfil' ? answers.replaceAll('200', '409') : answers,
          make: (world) => world.listing(collection, state),
          body: words,
        } satisfies Case,
      ]),
    ),
  };
});
