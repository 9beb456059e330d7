import { randomUUID } from 'node:crypto';
import { ADMINS, at, type Case, STAFF } from './case.js';
import type { Params, World } from './world.js';

const hit = (world: World): Promise<Params> =>
  world.row(
    `INSERT INTO screening_hit (organization_id, name_key, entry_key, list_name, listed_name, likeness) VALUES ($1, $2, 'x', 'x', 'x', 1) RETURNING id`,
    [world.other.organizationId, randomUUID()],
  );
const list = (world: World): Promise<Params> =>
  world.row(`INSERT INTO screening_list (name, as_of, imported_by) VALUES ($1, '2026-01-01', $2) RETURNING id`, [
    randomUUID(),
    world.callers.administrator.id,
  ]);
const reason = { reason: 'another-of-that-name' };

export const screeningCases: Record<string, Case> = {
  ...at('GET /api/v1/admin/screening-lists', STAFF),
  ...at('POST /api/v1/admin/screening-lists', ADMINS.replace('200', '201'), {
    body: { name: 'Of a test', asOf: '2026-01-01', csv: 'name\nNobody at all' },
  }),
  ...at('DELETE /api/v1/admin/screening-lists/:id', ADMINS.replace('200', '204'), { make: list }),
  ...at('GET /api/v1/admin/screening-hits', STAFF),
  ...at('POST /api/v1/admin/screening-hits/:id/clear', ADMINS, { make: hit, body: reason }),
  ...at('POST /api/v1/admin/screening-hits/:id/confirm', ADMINS, { make: hit, body: reason }),
};
