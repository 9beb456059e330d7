import { at, SIGNED_IN } from './case.js';
import type { Params, Role, World } from './world.js';

const body = { name: 'Pumps', query: 'q=pump&kind=technology' };

/** One of the caller's own. */
async function own(world: World, role: Role): Promise<Params> {
  const made = await world.callers[role].client.post('/api/v1/searches', body);
  return { id: String(made.body.id ?? world.owner.organizationId) };
}

export const searchesCases = {
  ...at('GET /api/v1/searches', SIGNED_IN),
  ...at('POST /api/v1/searches', '401 201 201 201 201 201 403 401 201', { body }),
  ...at('PATCH /api/v1/searches/:id', '401 200 200 200 200 200 403 401 200', { own: true, make: own, body: { rhythm: 'weekly' } }),
  ...at('DELETE /api/v1/searches/:id', '401 204 204 204 204 204 403 401 204', { own: true, make: own }),
};
