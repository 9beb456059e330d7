import { randomUUID } from 'node:crypto';
import { type Case, PUBLIC, SIGNED_IN, at } from './case.js';

export const accountsCases: Record<string, Case> = {
  ...at('GET /api/openapi.json', PUBLIC),
  ...at('GET /api/docs', PUBLIC),
  ...at('GET /api/docs/style.css', PUBLIC),
  ...at('GET /robots.txt', PUBLIC),
  ...at('GET /sitemap.xml', PUBLIC),
  ...at('GET /sitemap/:part', PUBLIC, { make: () => ({ part: 'pages' }) }),
  ...at('GET /feeds/:language/:file', PUBLIC, { make: () => ({ language: 'fr', file: 'needs.xml' }) }),
  ...at('GET /insights/:language/:file', PUBLIC, { make: () => ({ language: 'ar', file: 'goals.csv' }) }),
  ...at('GET /health/live', PUBLIC),
  ...at('GET /health/ready', PUBLIC),
  ...at('GET /metrics', PUBLIC),
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
