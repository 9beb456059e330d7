import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { UnitOfWork } from '../database/unit-of-work.js';

/** Whose key it is: the same key of another person, organization or route is another key. */
export interface KeyScope {
  actorId: string;
  organizationId: string | null;
  method: string;
  path: string;
  key: string;
}

export interface StoredAnswer {
  bodyHash: string;
  status: number;
  resourceId: string | null;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
const KEPT = `interval '48 hours'`;

const values = (scope: KeyScope): string[] => [scope.actorId, scope.organizationId ?? NOBODY, scope.method, scope.path, scope.key];

/** Rows of `idempotency_key`. They commit with the work they stand for, so only what succeeded is remembered. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly uow: UnitOfWork) {}

  /** Takes the key; waits for a concurrent holder to end. False when it was used before (within 48 hours). */
  async take(scope: KeyScope, bodyHash: string): Promise<boolean> {
    const rows = await this.uow.query<{ key: string }>(
      `INSERT INTO idempotency_key (actor_id, organization_id, method, path, key, body_hash) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (actor_id, organization_id, method, path, key) DO UPDATE
          SET body_hash = EXCLUDED.body_hash, status = NULL, resource_id = NULL, created_at = now()
        WHERE idempotency_key.created_at < now() - ${KEPT}
       RETURNING key`,
      [...values(scope), bodyHash],
    );
    return rows.length > 0;
  }

  async answered(scope: KeyScope, status: number, resourceId: string | null): Promise<void> {
    await this.uow.query(
      `UPDATE idempotency_key SET status = $6, resource_id = $7
        WHERE actor_id = $1 AND organization_id = $2 AND method = $3 AND path = $4 AND key = $5`,
      [...values(scope), status, resourceId],
    );
  }

  async find(scope: KeyScope): Promise<StoredAnswer | undefined> {
    const [row] = await this.uow.query<StoredAnswer>(
      `SELECT body_hash AS "bodyHash", status, resource_id AS "resourceId" FROM idempotency_key
        WHERE actor_id = $1 AND organization_id = $2 AND method = $3 AND path = $4 AND key = $5`,
      values(scope),
    );
    return row;
  }

  /** Forgets what is older than 48 hours. */
  async purge(): Promise<void> {
    await this.uow.query(`DELETE FROM idempotency_key WHERE created_at < now() - ${KEPT}`);
  }
}

/** The same for two bodies that mean the same: the order of keys does not count. */
export const bodyHash = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(body)) ?? '')
    .digest('base64url');

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};
