import { randomUUID } from 'node:crypto';
import { ADMINS, anybody, at, type Case, PUBLIC, STAFF } from './case.js';
import type { Params, World } from './world.js';

const fields = {
  name: 'Centre of a test',
  host: 'Ministry of Planning',
  contact: { email: 'centre@example.org' },
  letter: { reference: 'NV 1', date: '2026-01-15' },
};

/** A centre of a country that nobody else here is of. */
const centre = async (world: World): Promise<Params> => {
  await world.gate.sql.query(`DELETE FROM centre_country WHERE country = 'TO'`);
  return { id: (await world.administrator.post('/api/v1/admin/centres', { ...fields, countries: ['TO'] })).body.id };
};
const withOfficer = async (world: World): Promise<Params> => {
  const [{ id }, person] = [await centre(world), await anybody(world)];
  await world.administrator.send('PUT', `/api/v1/admin/centres/${id}/officers/${person.id}`, { languages: ['en'] });
  return { id: id!, personId: person.id! };
};

export const centresCases: Record<string, Case> = {
  ...at('GET /api/v1/centres', PUBLIC),
  ...at('GET /api/v1/centres/:country', PUBLIC, { make: () => ({ country: 'KE' }) }),
  ...at('GET /api/v1/admin/centres', STAFF),
  ...at('GET /api/v1/admin/centres/:id', STAFF, { make: centre }),
  ...at('POST /api/v1/admin/centres', ADMINS.replace('200', '201'), {
    make: () => ({ name: randomUUID() }),
    body: (_, { name }) => ({ ...fields, name, countries: ['NR'] }),
  }),
  ...at('PATCH /api/v1/admin/centres/:id', ADMINS, { make: centre, body: { host: 'Ministry of Trade' } }),
  ...at('POST /api/v1/admin/centres/:id/end', ADMINS, { make: centre, body: { reason: 'timing' } }),
  ...at('PUT /api/v1/admin/centres/:id/officers/:personId', ADMINS, {
    make: async (world) => ({ ...(await centre(world)), personId: (await anybody(world)).id! }),
    body: { languages: ['en'] },
  }),
  ...at('GET /api/v1/facilities', PUBLIC),
  ...at('GET /api/v1/facilities/:code', PUBLIC, { make: () => ({ code: 'global' }) }),
  ...at('PUT /api/v1/facilities/:code', ADMINS, {
    make: () => ({ code: 'lldc' }),
    body: { names: { en: 'Landlocked' }, places: ['group:LLDC'] },
  }),
  ...at('PUT /api/v1/listings/:id/facilities', /**/ '401 404 403 200 200 404 403 401 200', {
    make: (world) => world.listing('needs', 'draft'),
    body: { home: 'global' },
  }),
  ...at('DELETE /api/v1/admin/centres/:id/officers/:personId', ADMINS, { make: withOfficer }),
};
