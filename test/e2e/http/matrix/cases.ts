import { randomUUID } from 'node:crypto';
import { completeFields } from '../../../support/factories/listings.js';
import type { Params, Role, World } from './world.js';

export interface Case {
  /** One status for each of ROLES. */
  answers: string;
  /** What the call is about: made for the route, and again after each call that changed something. */
  make?: (world: World, role: Role) => Promise<Params> | Params;
  /** It is made for each caller: her own. */
  own?: boolean;
  body?: object | ((world: World, made: Params) => object);
}

const nobody = (): Params => ({ id: randomUUID(), personId: randomUUID(), country: 'KE' });
const owner = ({ owner: { organizationId } }: World): Params => ({ id: organizationId, organizationId });
const anybody = async (world: World): Promise<Params> => ({ id: (await world.person()).id });

const registered = async (world: World): Promise<Params> => {
  const { client } = await world.person();
  return { id: (await client.post('/api/v1/organizations', organization)).body.id };
};
const suspended = async (world: World): Promise<Params> => {
  const { id } = await registered(world);
  await world.administrator.post(`/api/v1/organizations/${id}/suspend`, { reason: 'rules-broken' });
  return { id: id! };
};
const member = async (world: World): Promise<Params> => ({ id: world.owner.organizationId, personId: (await world.member('viewer')).id });
const organization = { legalName: 'Yet another one', country: 'KE', type: '70', languages: ['en'] };
const reason = { reason: 'rules-broken' };

//                                        visitor stranger viewer editor manager officer auditor disabled administrator
const PUBLIC /* */ = '200 200 200 200 200 200 200 200 200';
const SIGNED_IN /**/ = '401 200 200 200 200 200 200 401 200';
const STAFF /*  */ = '401 403 403 403 403 403 200 401 200';
const ADMINS /* */ = '401 403 403 403 403 403 403 401 200';

const at = (path: string, answers: string, rest: Omit<Case, 'answers'> = {}): Record<string, Case> => ({ [path]: { answers, ...rest } });

const accounts: Record<string, Case> = {
  ...at('GET /api/openapi.json', PUBLIC),
  ...at('GET /api/docs', PUBLIC),
  ...at('GET /api/docs/style.css', PUBLIC),
  ...at('GET /', PUBLIC),
  ...at('GET /health/live', PUBLIC),
  ...at('GET /health/ready', PUBLIC),
  ...at('GET /metrics', PUBLIC),
  ...at('GET /welcome', PUBLIC.replaceAll('200', '410')),
  ...at('POST /welcome', PUBLIC.replaceAll('200', '410'), { body: { token: 'none' } }),
  ...at('POST /api/auth/sign-up/email', PUBLIC, {
    own: true,
    make: () => ({ email: `${randomUUID()}@test.invalid` }),
    body: (_, { email }) => ({ email, name: 'New', password: 'correct horse battery staple 9' }),
  }),
  ...at('POST /api/auth/sign-in/email', PUBLIC.replaceAll('200', '401'), {
    own: true,
    make: () => ({ email: `${randomUUID()}@test.invalid` }),
    body: (_, { email }) => ({ email, password: 'wrong horse battery staple 9' }),
  }),
  ...at('POST /api/auth/change-password', '401 400 400 400 400 400 400 401 400', {
    body: { currentPassword: 'wrong horse battery staple 9', newPassword: 'another horse battery staple 9' },
  }),
  ...at('GET /api/v1/me', SIGNED_IN),
  ...at('PATCH /api/v1/me', SIGNED_IN, { body: { timeZone: 'Africa/Nairobi' } }),
  ...at('POST /api/v1/me/organization', '401 404 200 200 200 404 404 401 404', {
    body: (world) => ({ organizationId: world.owner.organizationId }),
  }),
  ...at('GET /api/v1/me/keys', SIGNED_IN),
  ...at('POST /api/v1/me/keys', SIGNED_IN.replaceAll('200', '201'), { body: { name: 'mine' } }),
  ...at('DELETE /api/v1/me/keys/:id', SIGNED_IN.replaceAll('200', '204'), {
    own: true,
    make: async ({ callers }, role) => ({
      id: String((await callers[role].client.post('/api/v1/me/keys', { name: 'k' })).body.id ?? randomUUID()),
    }),
  }),
  ...at('GET /api/v1/me/sessions', SIGNED_IN),
  ...at('DELETE /api/v1/me/sessions', SIGNED_IN.replaceAll('200', '204')),
  ...at('DELETE /api/v1/me/sessions/:id', SIGNED_IN.replaceAll('200', '204'), {
    own: true,
    make: (world, role) =>
      world.row(
        `INSERT INTO auth.session ("userId", token, "expiresAt", "updatedAt")
         SELECT coalesce((SELECT id FROM auth."user" WHERE id = $1), $2), $3, now() + interval '1 day', now() RETURNING id`,
        [world.callers[role].id, world.owner.personId, randomUUID()],
      ),
  }),
  ...at('GET /api/v1/me/notification-preferences', SIGNED_IN),
  ...at('PATCH /api/v1/me/notification-preferences', SIGNED_IN),
  ...at('GET /api/v1/notifications', SIGNED_IN),
  ...at('POST /api/v1/notifications/:id/read', SIGNED_IN, {
    own: true,
    make: (world, role) =>
      world.row(
        `INSERT INTO notification (person_id, kind, subject_type, subject_id, params, link, dedup_key, mail)
         SELECT coalesce((SELECT id FROM person WHERE id = $1), $2), 'published', 'listing', gen_random_uuid(), '{"title": "A", "reference": "B"}', '/', $3, 'none' RETURNING id`,
        [world.callers[role].id, world.owner.personId, randomUUID()],
      ),
  }),
};

const staff: Record<string, Case> = {
  ...at('GET /api/v1/admin/jobs', STAFF),
  ...at('GET /api/v1/admin/jobs/:id', STAFF, { make: (world) => world.deadJob() }),
  ...at('POST /api/v1/admin/jobs/:id/requeue', ADMINS, { make: (world) => world.deadJob() }),
  ...at('GET /api/v1/admin/people', STAFF),
  ...at('GET /api/v1/admin/people/:id', STAFF, { make: anybody }),
  ...at('POST /api/v1/admin/people/:id/disable', ADMINS, { make: anybody }),
  ...at('POST /api/v1/admin/people/:id/enable', ADMINS, {
    make: async (world) => {
      const { id } = await anybody(world);
      await world.administrator.post(`/api/v1/admin/people/${id}/disable`);
      return { id: id! };
    },
  }),
  ...at('POST /api/v1/admin/people/:id/grant', ADMINS, { make: anybody, body: { role: 'auditor' } }),
  ...at('POST /api/v1/admin/people/:id/revoke', ADMINS, {
    make: async (world) => {
      const { id } = await anybody(world);
      await world.administrator.post(`/api/v1/admin/people/${id}/grant`, { role: 'auditor' });
      return { id: id! };
    },
    body: { role: 'auditor' },
  }),
  ...at('GET /api/v1/admin/officers', STAFF),
  ...at('POST /api/v1/admin/officers', ADMINS.replace('200', '201'), {
    make: anybody,
    body: (_, { id }) => ({ personId: id, country: 'KE' }),
  }),
  ...at('DELETE /api/v1/admin/officers/:personId/:country', ADMINS.replace('200', '204'), {
    make: async (world) => {
      const { id } = await anybody(world);
      await world.administrator.post('/api/v1/admin/officers', { personId: id, country: 'KE' });
      return { personId: id!, country: 'KE' };
    },
  }),
  ...at('GET /api/v1/code-lists', PUBLIC),
  ...at('GET /api/v1/code-lists/:scheme', PUBLIC, { make: () => ({ scheme: 'country' }) }),
  ...at('PUT /api/v1/code-lists/:scheme/:code', ADMINS.replace('200', '204'), {
    make: () => ({ scheme: 'attribute', code: 'test-attribute' }),
    body: { names: { en: 'Of a test' }, source: 'a test' },
  }),
  ...at('POST /api/v1/code-lists/currency/rates', ADMINS.replace('200', '204'), {
    body: { rates: [{ currency: 'KES', from: '2026-11-01', usdPerUnit: 0.0077, source: 'a test' }] },
  }),
  ...at('GET /api/v1/search', PUBLIC),
};

//                                                       vis str vie edi man off aud dis adm
const organizations: Record<string, Case> = {
  ...at('GET /api/v1/organizations', SIGNED_IN),
  ...at('GET /api/v1/organizations/:id', /*          */ '401 200 200 200 200 200 200 401 200', { make: owner }),
  ...at('PATCH /api/v1/organizations/:id', /*        */ '401 403 403 403 200 403 403 401 200', {
    make: owner,
    body: { website: 'https://a.example' },
  }),
  ...at('POST /api/v1/organizations/:id/verify', /*  */ '401 404 404 404 404 404 403 401 200', { make: registered }),
  ...at('POST /api/v1/organizations/:id/reject', /*  */ '401 404 404 404 404 404 403 401 200', { make: registered, body: reason }),
  ...at('POST /api/v1/organizations/:id/suspend', /* */ '401 404 404 404 404 404 403 401 200', { make: registered, body: reason }),
  ...at('POST /api/v1/organizations/:id/resume', /*  */ '401 404 404 404 404 404 403 401 200', { make: suspended }),
  ...at('GET /api/v1/organizations/:id/members', /*  */ '401 403 200 200 200 403 200 401 200', { make: owner }),
  ...at('PATCH /api/v1/organizations/:id/members/:personId', '401 403 403 403 200 403 403 401 403', {
    make: member,
    body: { role: 'editor' },
  }),
  ...at('DELETE /api/v1/organizations/:id/members/:personId', '401 403 403 403 204 403 403 401 403', { make: member }),
  ...at('GET /api/v1/organizations/:id/invitations', '401 403 403 403 200 403 403 401 403', { make: owner }),
  ...at('POST /api/v1/organizations/:id/invitations', '401 403 403 403 201 403 403 401 403', {
    make: (world) => ({ ...owner(world), email: `${randomUUID()}@test.invalid` }),
    body: (_, { email }) => ({ email, role: 'viewer' }),
  }),
  ...at('DELETE /api/v1/organizations/:id/invitations/:invitationId', '401 403 403 403 204 403 403 401 403', {
    make: (world) => world.invitation(`${randomUUID()}@test.invalid`),
  }),
  ...at('POST /api/v1/invitations/accept', /*        */ '401 404 404 404 404 404 403 401 404', { body: { token: 'x'.repeat(43) } }),
  ...at('GET /api/v1/providers', PUBLIC),
  ...at('GET /api/v1/providers/:organizationId', PUBLIC, {
    make: async (world) => (await world.listing('offers', 'published'), owner(world)),
  }),
  ...at('PATCH /api/v1/providers/:organizationId', /**/ '401 403 403 200 200 403 403 401 403', { make: owner, body: { sectors: ['140'] } }),
  ...at('GET /api/v1/seekers/:organizationId', PUBLIC, {
    make: async (world) => (await world.listing('needs', 'published'), owner(world)),
  }),
  ...at('PATCH /api/v1/seekers/:organizationId', /*  */ '401 403 403 200 200 403 403 401 403', { make: owner, body: { sectors: ['140'] } }),
};

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

const listings = (['offers', 'needs'] as const).map((collection): Record<string, Case> => {
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

const inState = (state: string) => (world: World) => world.match(state);
//                                                             vis str vie edi man off aud dis adm
const matches: Record<string, Case> = {
  ...at('GET /api/v1/matches', SIGNED_IN),
  ...at('GET /api/v1/matches/:id', /*                      */ '401 404 200 200 200 404 200 401 200', { make: inState('suggested') }),
  ...at('POST /api/v1/matches', /*                         */ '401 403 403 201 201 403 403 401 201', {
    make: (world) => world.pair(),
    body: (_, made) => made,
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
  ...at('POST /api/v1/matches/:id/release', /*             */ '401 404 404 404 404 404 403 401 200', { make: inState('held') }),
  ...at('POST /api/v1/matches/:id/report-outcome', /*      */ '401 404 403 200 200 404 403 401 403', {
    make: inState('introduced'),
    body: { status: 'talking' },
  }),
};

/** Every route but the style sheet, whose address changes with its content. */
export const CASES: Record<string, Case> = Object.assign(
  {},
  accounts,
  staff,
  organizations,
  ...listings,
  matches,
  // Late, because it changes for which organization they act.
  at('POST /api/v1/organizations', /*             */ '401 201 201 201 201 201 403 401 201', {
    own: true,
    make: () => ({ legalName: randomUUID() }),
    body: (_, { legalName }) => ({ ...organization, legalName }),
  }),
  // Last, because it ends the sessions of those who call.
  at('POST /api/auth/sign-out', PUBLIC, { make: nobody }),
) as Record<string, Case>;
