import { randomUUID } from 'node:crypto';
import { pdf, uploadForm } from '../../../support/uploads.js';
import { at } from './case.js';
import type { Params, Role, World } from './world.js';

const CONTENTS = pdf();
const announced = { name: 'letter.pdf', type: 'application/pdf', bytes: CONTENTS.length };

/** An upload of whoever calls; nobody's for those who cannot send anything. */
async function begun({ callers }: World, role: Role): Promise<Params> {
  const { body } = await callers[role].client.post('/api/v1/uploads', announced);
  return { id: typeof body.id === 'string' ? body.id : randomUUID() };
}

async function sent(world: World, role: Role): Promise<Params> {
  const { id } = await begun(world, role);
  await world.callers[role].client.send('PUT', `/api/v1/uploads/${id}/parts/0`, uploadForm(CONTENTS));
  return { id: id! };
}

export const uploadsCases = {
  ...at('POST /api/v1/uploads', '401 201 201 201 201 201 403 401 201', { body: announced }),
  ...at('GET /api/v1/uploads/:id', '401 200 200 200 200 200 404 401 200', { own: true, make: begun }),
  ...at('PUT /api/v1/uploads/:id/parts/:at', '401 200 200 200 200 200 403 401 200', {
    own: true,
    make: async (world, role) => ({ ...(await begun(world, role)), at: '0' }),
    body: () => uploadForm(CONTENTS),
  }),
  ...at('POST /api/v1/uploads/:id/finish', '401 201 201 201 201 201 403 401 201', { own: true, make: sent }),
};
