import { upload } from '../../../support/uploads.js';
import { at, type Case, SIGNED_IN } from './case.js';
import type { Params, Role, World } from './world.js';

const TABLE = 'externalKey,kind,title\nA,solution,Wells\n';

async function table({ callers }: World, role: Role): Promise<string> {
  const { body } = await upload(callers[role].client, TABLE, { name: 'table.csv', type: 'text/csv' });
  return typeof body.id === 'string' ? body.id : '00000000-0000-4000-8000-000000000000';
}

/** An import of the manager, with a remembered mapping. */
async function run(world: World): Promise<Params> {
  const { client, organizationId } = world.owner;
  const input = { file: await table(world, 'manager'), collection: 'offers', organizationId, columns: {}, mapping: 'ours' };
  const { body } = await client.post('/api/v1/imports', input);
  return { id: body.id };
}
async function checked(world: World): Promise<Params> {
  const { id } = await run(world);
  // No worker runs here.
  await world.gate.sql.query(`UPDATE import_run SET state = 'checked', rows = 1 WHERE id = $1`, [id]);
  return { id: id! };
}
const mapping = async (world: World): Promise<Params> => {
  await run(world);
  return { id: (await world.owner.client.get('/api/v1/import-mappings')).body.items[0].id };
};

export const importsCases: Record<string, Case> = {
  ...at('GET /api/v1/import-templates/:kind', SIGNED_IN, { make: () => ({ kind: 'need' }) }),
  ...at('GET /api/v1/import-mappings', SIGNED_IN),
  ...at('DELETE /api/v1/import-mappings/:id', /*             */ '401 404 404 404 204 404 403 401 404', { make: mapping }),
  ...at('GET /api/v1/imports', SIGNED_IN),
  ...at('POST /api/v1/imports', /*                           */ '401 400 400 201 201 400 403 401 400', {
    own: true,
    make: async (world, role) => ({ file: await table(world, role) }),
    body: ({ owner: { organizationId } }, { file }) => ({ file, collection: 'offers', organizationId }),
  }),
  ...at('GET /api/v1/imports/:id', /*                        */ '401 404 404 404 200 404 200 401 200', { make: run }),
  ...at('GET /api/v1/imports/:id/errors', /*                 */ '401 404 404 404 200 404 200 401 200', { make: run }),
  ...at('POST /api/v1/imports/:id/start', /*                 */ '401 404 404 404 200 404 403 401 404', { make: checked }),
};
