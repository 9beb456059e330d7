import { Injectable } from '@nestjs/common';
import { type MemberRole, MEMBER_ROLES, type PersonActor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { CredentialStore, type KeyRow, type SessionRow } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { NewKeyRequest } from './identity.schemas.js';

const KEYS_MAX = 50;
const DAY = 86_400_000;

/** A person's own API keys and sessions. */
@Injectable()
export class KeysService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly credentials: CredentialStore,
  ) {}

  keys(actor: PersonActor): Promise<KeyRow[]> {
    return this.credentials.keysOf(actor.personId);
  }

  /**
   * Makes a key for an organization she belongs to, with her role there at most.
   * @throws DomainError 403 when a key asks for a key or for a higher role, 404 for an organization she is no member of.
   */
  async createKey(actor: PersonActor, request: NewKeyRequest): Promise<KeyRow & { key: string }> {
    requireSession(actor);
    const organizationId = request.organizationId === undefined ? (actor.organization?.id ?? null) : request.organizationId;
    return this.uow.run(async () => {
      const [person] = await this.uow.query(`SELECT id FROM person WHERE id = $1 AND disabled_at IS NULL FOR UPDATE`, [actor.personId]);
      if (!person) throw new DomainError('unauthenticated', 'auth.required', { detail: 'This account is disabled.' });
      const role = organizationId === null ? null : await this.roleFor(actor.personId, organizationId, request.role);
      if ((await this.credentials.keysOf(actor.personId)).length >= KEYS_MAX)
        throw new DomainError('conflict', 'key.too-many', { detail: `You have ${KEYS_MAX} keys: revoke one that is not used any more.` });
      const expiresAt = request.expiresInDays ? new Date(Date.now() + request.expiresInDays * DAY) : null;
      const { key, row } = await this.credentials.createKey({
        personId: actor.personId,
        name: request.name,
        organizationId,
        role,
        expiresAt,
      });
      await this.audit.record(actor, { action: 'key.create', subject: { type: 'key', id: row.id }, data: { organizationId, role } });
      return { ...row, key };
    });
  }

  /** A key may end itself, so that whoever finds it leaked can close it. */
  async revokeKey(actor: PersonActor, keyId: string): Promise<void> {
    if (actor.keyId !== keyId) requireSession(actor);
    await this.uow.run(async () => {
      if ((await this.credentials.endKeys(actor.personId, keyId)) === 0) throw notFound('key');
      await this.audit.record(actor, { action: 'key.revoke', subject: { type: 'key', id: keyId } });
    });
  }

  async sessions(actor: PersonActor): Promise<(SessionRow & { current: boolean })[]> {
    const rows = await this.credentials.sessionsOf(actor.personId);
    return rows.map((row) => ({ ...row, current: row.id === actor.sessionId }));
  }

  async revokeSession(actor: PersonActor, sessionId: string): Promise<void> {
    requireSession(actor);
    await this.uow.run(async () => {
      if ((await this.credentials.endSessions(actor.personId, { id: sessionId })) === 0) throw notFound('session');
      await this.audit.record(actor, { action: 'session.revoke', subject: { type: 'session', id: sessionId } });
    });
  }

  /** All sessions but the one that asks. */
  async revokeOtherSessions(actor: PersonActor): Promise<void> {
    requireSession(actor);
    await this.uow.run(async () => {
      const ended = await this.credentials.endSessions(actor.personId, { except: actor.sessionId });
      await this.audit.record(actor, { action: 'session.revoke-others', subject: { type: 'person', id: actor.personId }, data: { ended } });
    });
  }

  private async roleFor(personId: string, organizationId: string, asked: MemberRole | undefined): Promise<MemberRole> {
    const [membership] = await this.uow.query<{ role: MemberRole }>(
      `SELECT role FROM membership WHERE person_id = $1 AND organization_id = $2`,
      [personId, organizationId],
    );
    if (!membership) throw notFound('organization');
    const role = asked ?? membership.role;
    if (MEMBER_ROLES.indexOf(role) > MEMBER_ROLES.indexOf(membership.role))
      throw new DomainError('forbidden', 'key.role-too-high', { detail: `You are ${membership.role} there, so a key can be no ${role}.` });
    return role;
  }
}

function requireSession(actor: PersonActor): void {
  if (!actor.sessionId)
    throw new DomainError('forbidden', 'key.session-required', { detail: 'Keys and sessions are managed signed in, not by an API key.' });
}
