import { randomUUID } from 'node:crypto';
import { at, type Case, organization, owner } from './case.js';
import { sent } from './verification.cases.js';
import type { Params, World } from './world.js';

const today = new Date().toISOString().slice(0, 10);
/** Each of somebody else: the same one is recorded once. */
const consent = () => ({
  kind: 'noted-call',
  person: { name: `Amina Deng ${randomUUID()}`, phone: '+254 20 1234567' },
  givenOn: today,
  scopes: ['register'],
});

const recorded = async (world: World): Promise<Params> => {
  const { id } = owner(world);
  const made = await world.administrator.post(`/api/v1/organizations/${id}/consents`, consent());
  return { id: id!, consentId: made.body.id };
};

/** Signed, with a form that an administrator has added. */
const signed = async (world: World): Promise<Params> => {
  const { id } = owner(world);
  const made = await world.administrator.post(`/api/v1/organizations/${id}/consents`, { ...consent(), kind: 'signed-form' });
  return { id: id!, consentId: made.body.id };
};
const withForm = async (world: World): Promise<Params> => {
  const { id, consentId } = await signed(world);
  const file = await sent(world, 'administrator');
  await world.administrator.send('PUT', `/api/v1/organizations/${id}/consents/${consentId}/form`, { file });
  return { id: id!, consentId: consentId! };
};

/** Kept by the centre of RW, whose officer calls; nobody else may know of it yet. */
const keptByOfficer = async (world: World): Promise<Params> => {
  const made = await world.callers.officer.client.post('/api/v1/organizations/on-behalf', {
    ...organization,
    legalName: randomUUID(),
    country: 'RW',
    consent: consent(),
  });
  return { id: made.body.id };
};

/** Of an owner in RW, whose officer calls. */
const ofRwanda = async (world: World): Promise<Params> => {
  const listed = await world.listing('needs', 'published');
  await world.gate.sql.query(`UPDATE listing SET owner_country = 'RW' WHERE id = $1`, [listed.id]);
  return listed;
};
const letter = {
  institution: 'Ministry of Water',
  person: 'Dr Wanjiru Njoroge',
  position: 'Principal Secretary',
  document: 'MW/7/2026',
  on: today,
};

//                                                             visitor stranger viewer editor manager officer auditor disabled administrator
/** A listing of Rwanda that its government endorses. */
async function endorsed(world: World): Promise<Params> {
  const { id } = await ofRwanda(world);
  const made = await world.callers.officer.client.post(`/api/v1/listings/${id}/endorsements`, letter);
  return { id: id!, endorsementId: made.body.endorsements[0].id };
}

export const consentsCases: Record<string, Case> = {
  ...at('POST /api/v1/organizations/on-behalf', /*           */ '401 403 403 403 403 201 403 401 201', {
    make: () => ({ legalName: randomUUID() }),
    body: (_, { legalName }) => ({ ...organization, legalName, country: 'RW', consent: consent() }),
  }),
  ...at('GET /api/v1/consents', /*                           */ '401 403 403 403 403 200 200 401 200'),
  ...at('GET /api/v1/organizations/:id/consents', /*         */ '401 403 200 200 200 403 200 401 200', { make: owner }),
  ...at('POST /api/v1/organizations/:id/consents', /*        */ '401 403 403 403 403 403 403 401 201', { make: owner, body: consent }),
  ...at('PUT /api/v1/organizations/:id/consents/:consentId/form', '401 403 403 403 403 403 403 401 200', {
    own: true,
    make: async (world, role) => ({ ...(await signed(world)), file: await sent(world, role) }),
    body: (_, { file }) => ({ file }),
  }),
  ...at('GET /api/v1/organizations/:id/consents/:consentId/form', '401 403 200 200 200 403 200 401 200', { make: withForm }),
  ...at('POST /api/v1/organizations/:id/claim-links', /*     */ '401 404 404 404 404 201 403 401 201', {
    make: keptByOfficer,
    body: { email: 'first@example.org' },
  }),
  ...at('GET /api/v1/organizations/:id/claim-links', /*      */ '401 404 404 404 404 200 200 401 200', { make: keptByOfficer }),
  ...at('DELETE /api/v1/organizations/:id/claim-links/:invitationId', '401 404 404 404 404 204 403 401 204', {
    make: async (world) => {
      const { id } = await keptByOfficer(world);
      const made = await world.administrator.post(`/api/v1/organizations/${id}/claim-links`, { email: `${randomUUID()}@example.org` });
      return { id: id!, invitationId: made.body.id };
    },
  }),
  ...at('POST /api/v1/listings/:id/endorsements', /*         */ '401 403 403 403 403 201 403 401 403', { make: ofRwanda, body: letter }),
  ...at('POST /api/v1/listings/:id/endorsements/:endorsementId/withdraw', '401 403 403 403 403 200 403 401 403', {
    make: endorsed,
    body: { reason: 'timing' },
  }),
  ...at('PUT /api/v1/listings/:id/endorsements/:endorsementId/letter', '401 403 403 403 403 200 403 401 403', {
    own: true,
    make: async (world, role) => ({ ...(await endorsed(world)), file: await sent(world, role) }),
    body: (_, { file }) => ({ file }),
  }),
  ...at('GET /api/v1/listings/:id/endorsements/:endorsementId/letter', '401 404 200 200 200 200 200 401 200', {
    make: async (world) => {
      const { id, endorsementId } = await endorsed(world);
      const file = await sent(world, 'officer');
      await world.callers.officer.client.send('PUT', `/api/v1/listings/${id}/endorsements/${endorsementId}/letter`, { file });
      return { id: id!, endorsementId: endorsementId! };
    },
  }),
  ...at('POST /api/v1/organizations/:id/consents/:consentId/withdraw', '401 403 403 403 200 403 403 401 200', { make: recorded }),
};
