import { randomUUID } from 'node:crypto';
import { at, type Case, organization, owner } from './case.js';
import type { Params, World } from './world.js';

const today = new Date().toISOString().slice(0, 10);
const consent = {
  kind: 'noted-call',
  person: { name: 'Amina Deng', phone: '+254 20 1234567' },
  givenOn: today,
  scopes: ['register'],
};

const recorded = async (world: World): Promise<Params> => {
  const { id } = owner(world);
  const made = await world.administrator.post(`/api/v1/organizations/${id}/consents`, consent);
  return { id: id!, consentId: made.body.id };
};

//                                                             visitor stranger viewer editor manager officer auditor disabled administrator
export const consentsCases: Record<string, Case> = {
  ...at('POST /api/v1/organizations/on-behalf', /*           */ '401 403 403 403 403 201 403 401 201', {
    make: () => ({ legalName: randomUUID() }),
    body: (_, { legalName }) => ({ ...organization, legalName, country: 'RW', consent }),
  }),
  ...at('GET /api/v1/organizations/:id/consents', /*         */ '401 403 200 200 200 403 200 401 200', { make: owner }),
  ...at('POST /api/v1/organizations/:id/consents', /*        */ '401 403 403 403 403 403 403 401 201', { make: owner, body: consent }),
  ...at('POST /api/v1/organizations/:id/consents/:consentId/withdraw', '401 403 403 403 200 403 403 401 200', { make: recorded }),
};
