import { Injectable } from '@nestjs/common';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { MemberRole } from '../../kernel/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { keyHash } from './actor.reader.js';
import { KEY_PREFIX } from './auth.js';

export interface SessionRow {
  id: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}

export interface KeyRow {
  id: string;
  name: string | null;
  /** The first characters, to tell keys apart. */
  start: string | null;
  organizationId: string | null;
  role: MemberRole | null;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
}

export interface NewKey {
  personId: string;
  name: string;
  /** Null: a key of the person herself, with all she may do except for an organization. */
  organizationId: string | null;
  role: MemberRole | null;
  expiresAt?: Date | null;
}

const KEY_COLUMNS = `id, name, start, (metadata::jsonb ->> 'organizationId')::uuid AS "organizationId", metadata::jsonb ->> 'role' AS role,
  "createdAt", "lastRequest" AS "lastUsedAt", "expiresAt"`;

const resetIdentifier = (token: string): string => createHash('sha256').update(`reset-password:${token}`).digest('base64url');

/** Accounts, sessions and keys as rows of better-auth's tables, written in our own unit of work. The contract test reads them through it. */
@Injectable()
export class CredentialStore {
  constructor(private readonly uow: UnitOfWork) {}

  async accountIdOf(email: string): Promise<string | undefined> {
    return (await this.uow.query<{ id: string }>(`SELECT id FROM auth."user" WHERE email = $1`, [email.toLowerCase()]))[0]?.id;
  }

  async accountOf(personId: string): Promise<{ email: string; name: string } | undefined> {
    return (await this.uow.query<{ email: string; name: string }>(`SELECT email, name FROM auth."user" WHERE id = $1`, [personId]))[0];
  }

  /** An account for whoever is known to read its mail. Hash the password (passwords.ts) before opening the unit: it takes a while. */
  async createAccount(account: { email: string; name: string; passwordHash: string }): Promise<string> {
    const id = randomUUID();
    await this.uow.query(`INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ($1, $2, $3, true)`, [
      id,
      account.name,
      account.email.toLowerCase(),
    ]);
    await this.uow.query(
      `INSERT INTO auth.account ("accountId", "providerId", "userId", password, "updatedAt") VALUES ($1::text, 'credential', $1::uuid, $2, now())`,
      [id, account.passwordHash],
    );
    return id;
  }

  async setPassword(personId: string, passwordHash: string): Promise<void> {
    await this.uow.query(`UPDATE auth.account SET password = $2, "updatedAt" = now() WHERE "userId" = $1 AND "providerId" = 'credential'`, [
      personId,
      passwordHash,
    ]);
  }

  /** Whoever opened a link from a mail reads what is sent to the address. @returns false when it was known before. */
  async verifyEmail(personId: string): Promise<boolean> {
    const rows = await this.uow.query(
      `UPDATE auth."user" SET "emailVerified" = true, "updatedAt" = now() WHERE id = $1 AND NOT "emailVerified" RETURNING id`,
      [personId],
    );
    return rows.length > 0;
  }

  /** A permission to set a new password, as better-auth keeps it: it takes `token` once, until then. Others of the account end. */
  async permitReset(id: string, personId: string, token: string, seconds: number): Promise<void> {
    await this.uow.query(`DELETE FROM auth.verification WHERE value = $1`, [personId]);
    await this.uow.query(
      `INSERT INTO auth.verification (id, identifier, value, "expiresAt") VALUES ($1, $2, $3, now() + make_interval(secs => $4))`,
      [id, resetIdentifier(token), personId, seconds],
    );
  }

  /** Whose password a permission is for; undefined when it was used or has run out. */
  async resetOf(
    which: { id: string } | { token: string },
  ): Promise<{ personId: string; email: string; name: string; until: Date } | undefined> {
    const [row] = await this.uow.query<{ personId: string; email: string; name: string; until: Date }>(
      `SELECT a.id AS "personId", a.email, a.name, v."expiresAt" AS until
       FROM auth.verification v JOIN auth."user" a ON a.id::text = v.value
       WHERE v."expiresAt" > now() AND ${'id' in which ? 'v.id = $1' : 'v.identifier = $1'}`,
      ['id' in which ? which.id : resetIdentifier(which.token)],
    );
    return row;
  }

  sessionsOf(personId: string): Promise<SessionRow[]> {
    return this.uow.query<SessionRow>(
      `SELECT id, "createdAt", "updatedAt", "expiresAt", "ipAddress", "userAgent" FROM auth.session
        WHERE "userId" = $1 AND "expiresAt" > now() ORDER BY "updatedAt" DESC, id LIMIT 100`,
      [personId],
    );
  }

  /** @returns how many ended. */
  async endSessions(personId: string, which: { id?: string; except?: string | null } = {}): Promise<number> {
    const rows = await this.uow.query(
      `DELETE FROM auth.session WHERE "userId" = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3) RETURNING id`,
      [personId, which.id ?? null, which.except ?? null],
    );
    return rows.length;
  }

  /** @returns the key itself, which is not kept, and its row. */
  async createKey(key: NewKey): Promise<{ key: string; row: KeyRow }> {
    const secret = `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`;
    const [row] = await this.uow.query<KeyRow>(
      `INSERT INTO auth.apikey ("configId", name, start, "referenceId", prefix, key, enabled, "rateLimitEnabled", "requestCount", "expiresAt", "createdAt", "updatedAt", metadata)
       VALUES ('default', $1, $2, $3, $4, $5, true, false, 0, $6, now(), now(), $7) RETURNING ${KEY_COLUMNS}`,
      [
        key.name,
        secret.slice(0, KEY_PREFIX.length + 4),
        key.personId,
        KEY_PREFIX,
        keyHash(secret),
        key.expiresAt ?? null,
        JSON.stringify({ organizationId: key.organizationId, role: key.role }),
      ],
    );
    if (!row) throw new Error('an inserted key came back as nothing');
    return { key: secret, row };
  }

  keysOf(personId: string): Promise<KeyRow[]> {
    return this.uow.query<KeyRow>(`SELECT ${KEY_COLUMNS} FROM auth.apikey WHERE "referenceId" = $1 ORDER BY "createdAt" DESC, id`, [
      personId,
    ]);
  }

  /** @returns how many ended. */
  async endKeys(personId: string, id?: string): Promise<number> {
    const rows = await this.uow.query(`DELETE FROM auth.apikey WHERE "referenceId" = $1 AND ($2::uuid IS NULL OR id = $2) RETURNING id`, [
      personId,
      id ?? null,
    ]);
    return rows.length;
  }

  /** Forgets sessions and links that have expired and better-auth's counts of requests, a day afterwards. Keys stay: their person wants to see them. */
  async purge(): Promise<void> {
    await this.uow.query(`DELETE FROM auth.session WHERE "expiresAt" < now() - interval '1 day'`);
    await this.uow.query(`DELETE FROM auth.verification WHERE "expiresAt" < now() - interval '1 day'`);
    await this.uow.query(`DELETE FROM auth."rateLimit" WHERE "lastRequest" < extract(epoch FROM now() - interval '1 day') * 1000`);
  }
}
