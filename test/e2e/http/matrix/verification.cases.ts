import { randomUUID } from 'node:crypto';
import { at, owner } from './case.js';
import { pdf, upload } from '../../../support/uploads.js';
import type { Params, Role, World } from './world.js';

/** Each another one: the same one waits once. */
const paper = () => ({ kind: 'founding-act', title: `Statutes ${randomUUID()}`, language: 'en', issuedOn: '2020-01-01' });
const path = '/api/v1/organizations/:id/documents';

/** A paper that waits, handed in by the manager of the owner. */
async function waiting(world: World, change: object = {}): Promise<Params> {
  const { client, organizationId } = world.owner;
  const { body } = await client.post(`/api/v1/organizations/${organizationId}/documents`, { ...paper(), ...change });
  return { id: organizationId, documentId: String(body.items.at(-1).id) };
}

/** A file of whoever calls; nobody's for those who cannot send one. */
export async function sent({ callers }: World, role: Role): Promise<string> {
  const { body } = await upload(callers[role].client, pdf());
  return typeof body.id === 'string' ? body.id : randomUUID();
}

/** One with its copy. */
async function copied(world: World): Promise<Params> {
  const { id, documentId } = await waiting(world);
  await world.owner.client.send('PUT', `/api/v1/organizations/${id}/documents/${documentId}/file`, { file: await sent(world, 'manager') });
  return { id: id!, documentId: documentId! };
}

/** One that the desk has accepted. */
async function accepted(world: World): Promise<Params> {
  const params = await waiting(world, { title: `Statutes ${randomUUID()}` });
  await world.administrator.post(`/api/v1/organizations/${params.id}/documents/${params.documentId}/accept`, {});
  return params;
}

/** An organization whose papers of due diligence have been accepted. */
async function accepting(world: World): Promise<Params> {
  const { organizationId, personId } = world.owner;
  await world.gate.sql.query(
    `INSERT INTO organization_document (organization_id, kind, title, language, issued_on, uploaded_by, outcome)
     SELECT $1, kind, kind, 'en', '2020-01-01', $2, 'accepted'
     FROM unnest(ARRAY['financial-statement', 'ownership', 'reference', 'reference', 'reference']) AS kind`,
    [organizationId, personId],
  );
  return owner(world);
}

export const verificationCases = {
  ...at(`GET ${path}`, '401 403 200 200 200 403 200 401 200', { make: owner }),
  ...at(`POST ${path}`, '401 403 403 403 201 403 403 401 403', { make: owner, body: paper }),
  ...at(`DELETE ${path}/:documentId`, '401 403 403 403 204 403 403 401 403', { make: (world) => waiting(world) }),
  ...at(`PUT ${path}/:documentId/file`, '401 403 403 403 200 403 403 401 200', {
    own: true,
    make: async (world, role) => ({ ...(await waiting(world)), file: await sent(world, role) }),
    body: (_, { file }) => ({ file }),
  }),
  ...at(`PUT ${path}/:documentId/copy-by`, '401 403 403 403 200 403 403 401 403', {
    make: (world) => waiting(world),
    body: { by: 'centre' },
  }),
  ...at(`GET ${path}/:documentId/file`, '401 403 200 200 200 403 200 401 200', { make: copied }),
  ...at(`POST ${path}/:documentId/hand-in-again`, '401 403 403 403 201 403 403 401 403', { make: accepted }),
  ...at(`POST ${path}/:documentId/accept`, '401 403 403 403 403 403 403 401 200', { make: (world) => waiting(world), body: {} }),
  ...at(`POST ${path}/:documentId/refuse`, '401 403 403 403 403 403 403 401 200', {
    make: (world) => waiting(world),
    body: { reason: 'incomplete' },
  }),
  ...at('POST /api/v1/organizations/:id/pass-due-diligence', '401 403 403 403 403 403 403 401 200', { make: accepting }),
  ...at('POST /api/v1/organizations/:id/end-due-diligence', '401 403 403 403 403 403 403 401 200', {
    make: async (world) => {
      await world.gate.sql.query(`UPDATE organization SET level = 'due_diligence' WHERE id = $1`, [world.owner.organizationId]);
      return owner(world);
    },
    body: { reason: 'other' },
  }),
};
