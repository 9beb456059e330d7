import { randomUUID } from 'node:crypto';
import { type Case, member, owner, PUBLIC, reason, registered, SIGNED_IN, suspended, at } from './case.js';

//                                                       vis str vie edi man off aud dis adm
export const organizationsCases: Record<string, Case> = {
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
