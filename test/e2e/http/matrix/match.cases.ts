import { type Case, reason, SIGNED_IN, at } from './case.js';
import type { World } from './world.js';

const inState = (state: string) => (world: World) => world.match(state);
//                                                             vis str vie edi man off aud dis adm
export const matchesCases: Record<string, Case> = {
  ...at('GET /api/v1/matches', SIGNED_IN),
  ...at('GET /api/v1/matches/:id', /*                      */ '401 404 200 200 200 404 200 401 200', { make: inState('suggested') }),
  ...at('POST /api/v1/matches', /*                         */ '401 403 403 201 201 403 403 401 201', {
    make: (world) => world.pair(),
    body: (_, made) => ({ ...made, note: 'They fit.' }),
  }),
  ...at('POST /api/v1/matches/:id/express-interest', /*    */ '401 404 403 200 200 404 403 401 403', { make: inState('suggested') }),
  ...at('POST /api/v1/matches/:id/decline', /*             */ '401 404 403 200 200 404 403 401 403', {
    make: inState('suggested'),
    body: { reason: 'price' },
  }),
  ...at('POST /api/v1/matches/:id/withdraw', /*            */ '401 404 403 200 200 404 403 401 403', { make: inState('under_review') }),
  ...at('POST /api/v1/matches/:id/approve', /*             */ '401 404 403 403 403 404 403 401 200', { make: inState('under_review') }),
  ...at('POST /api/v1/matches/:id/reject', /*              */ '401 404 403 403 403 404 403 401 200', {
    make: inState('under_review'),
    body: reason,
  }),
  ...at('POST /api/v1/matches/:id/appeal', /*              */ '401 404 403 200 200 404 403 401 403', {
    make: async (world) => {
      const made = await world.match('under_review');
      await world.administrator.post(`/api/v1/matches/${made.id}/reject`, reason);
      return made;
    },
  }),
  ...at('POST /api/v1/matches/:id/undo', /*                */ '401 404 403 409 200 404 403 401 409', {
    make: async (world) => {
      const made = await world.match('suggested');
      await world.owner.client.post(`/api/v1/matches/${made.id}/decline`, { reason: 'price' });
      return made;
    },
  }),
  ...at('GET /api/v1/matches/:id/questions', /*            */ '401 404 200 200 200 404 200 401 200', { make: inState('suggested') }),
  ...at('POST /api/v1/matches/:id/questions', /*           */ '401 404 403 201 201 404 403 401 409', {
    make: inState('suggested'),
    body: { question: 'How deep are the wells?' },
  }),
  ...at('POST /api/v1/matches/:id/questions/:questionId/answer', '401 404 403 200 200 404 403 401 403', {
    make: async (world) => {
      const made = await world.match('suggested');
      const asked = await world.other.client.post(`/api/v1/matches/${made.id}/questions`, { question: 'How many can you make in a year?' });
      return { ...made, questionId: String(asked.body.items[0].id) };
    },
    body: { answer: 'Two hundred.' },
  }),
  ...at('GET /api/v1/matches/:id/outcomes', /*             */ '401 404 200 200 200 404 200 401 200', { make: inState('introduced') }),
  ...at('POST /api/v1/match-reviews/:id/claim', /*         */ '401 404 403 403 403 404 403 401 200', { make: inState('under_review') }),
  ...at('POST /api/v1/match-reviews/:id/release', /*       */ '401 404 403 403 403 404 403 401 200', { make: inState('under_review') }),
  ...at('POST /api/v1/match-reviews/:id/assign', /*        */ '401 404 403 403 403 404 403 401 200', {
    make: async (world) => ({ ...(await world.match('under_review')), personId: world.callers.administrator.id }),
    body: (_, { personId }) => ({ personId }),
  }),
  ...at('POST /api/v1/matches/:id/release', /*             */ '401 404 404 404 404 404 403 401 200', { make: inState('held') }),
  ...at('POST /api/v1/matches/:id/report-outcome', /*      */ '401 404 403 200 200 404 403 401 403', {
    make: inState('introduced'),
    body: { status: 'talking' },
  }),
};
