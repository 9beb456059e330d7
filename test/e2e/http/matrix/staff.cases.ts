import { ADMINS, anybody, type Case, PUBLIC, STAFF, at } from './case.js';

export const staffCases: Record<string, Case> = {
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
  ...at('GET /api/v1/code-lists/:scheme/:code/versions', STAFF, { make: () => ({ scheme: 'reason', code: 'price' }) }),
  ...at('DELETE /api/v1/code-lists/:scheme/:code/versions/:id', ADMINS.replace('200', '204'), {
    make: async (world) => ({
      scheme: 'reason',
      code: 'timing',
      ...(await world.row(
        `INSERT INTO code_list_version (scheme, code, effective, names, source) VALUES ('reason', 'timing', '2099-01-01', '{"en": "T"}', 'T') RETURNING id`,
      )),
    }),
  }),
  ...at('PUT /api/v1/country-groups/:group/members/:country', ADMINS.replace('200', '204'), {
    make: () => ({ group: 'LDC', country: 'KH' }),
    body: { periods: [{ to: '2099-01-01' }], source: 'a test' },
  }),
  ...at('GET /api/v1/country-groups/:group/members/:country/versions', STAFF, { make: () => ({ group: 'LDC', country: 'KH' }) }),
  ...at('DELETE /api/v1/country-groups/:group/members/:country/versions/:id', ADMINS.replace('200', '204'), {
    make: async (world) => ({
      group: 'SIDS',
      country: 'KE',
      ...(await world.row(
        `INSERT INTO country_group_version (group_code, country, periods, source) VALUES ('SIDS', 'KE', '[]', 'a test') RETURNING id`,
      )),
    }),
  }),
  ...at('POST /api/v1/code-lists/currency/rates', ADMINS.replace('200', '204'), {
    body: { rates: [{ currency: 'KES', from: '2026-11-01', usdPerUnit: 0.0077, source: 'a test' }] },
  }),
  ...at('GET /api/v1/search', PUBLIC),
};
