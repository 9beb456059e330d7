import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isAuditor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { type Page, decodeCursor, pageOf } from '../../kernel/pagination.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { PageQuery } from '../../platform/http/index.js';
import { requireKeeperOf } from './claims.service.js';
import { invitationToken, invitationTokenHash } from './invitation-token.js';
import { type OrganizationFacts, requireManager } from './organization.policy.js';
import { OrganizationsQueries } from './organizations.queries.js';
import type { InvitationView, JoinedView } from './organizations.schemas.js';

type Row = Omit<InvitationView, 'createdAt' | 'expiresAt'> & { createdAt: Date; expiresAt: Date };

const STATE = `CASE WHEN accepted_at IS NOT NULL THEN 'accepted' WHEN expires_at <= gate_now() THEN 'expired'
    WHEN withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE 'open' END`;
const COLUMNS = `id, email, role, created_at AS "createdAt", expires_at AS "expiresAt", ${STATE} AS state`;

export interface OpenedInvitation extends Pick<InvitationView, 'email' | 'role' | 'state'> {
  /** It hands the organization over instead of inviting to join it. */
  claim: boolean;
  expiresAt: Date;
  /** Who has used it. */
  acceptedBy: string | null;
  organization: string;
  country: string;
  inviter: string;
}

/** Invitations for the managers of the organization, and what came of one for the person who accepted it. */
@Injectable()
export class InvitationsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsQueries,
    @Inject(CONFIG) private readonly config: Pick<Config, 'secret'>,
  ) {}

  /** Newest first. */
  async list(actor: Actor, organizationId: string, { limit, after }: PageQuery): Promise<Page<InvitationView>> {
    requireManager(actor, await this.organizations.facts(organizationId, actor));
    const [at = null, id = null] = after === undefined ? [] : decodeCursor(after, ['time', 'id']);
    const rows = await this.uow.query<Row & { cursor: string }>(
      `SELECT ${COLUMNS}, created_at::text AS cursor FROM invitation
       WHERE organization_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $4`,
      [organizationId, at, id, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.cursor, row.id]);
    return { items: page.items.map(present), next: page.next };
  }

  async one(actor: Actor, id: string): Promise<InvitationView> {
    const [row] = await this.uow.query<Row & { organizationId: string }>(
      `SELECT ${COLUMNS}, organization_id AS "organizationId" FROM invitation WHERE id = $1`,
      [id],
    );
    if (!row) throw notFound('invitation');
    requireManager(actor, await this.organizations.facts(row.organizationId, actor));
    return present(row);
  }

  /** Links that hand the organization over, for those who keep it and auditors. @throws DomainError 404, 403. */
  async claims(actor: Actor, organizationId: string): Promise<{ items: InvitationView[] }> {
    this.requireKeeper(actor, await this.organizations.facts(organizationId, actor));
    const rows = await this.uow.query<Row>(
      `SELECT ${COLUMNS} FROM invitation WHERE organization_id = $1 AND claim ORDER BY created_at DESC, id DESC LIMIT 100`,
      [organizationId],
    );
    return { items: rows.map(present) };
  }

  async claim(actor: Actor, id: string): Promise<InvitationView> {
    const [row] = await this.uow.query<Row & { organizationId: string }>(
      `SELECT ${COLUMNS}, organization_id AS "organizationId" FROM invitation WHERE id = $1 AND claim`,
      [id],
    );
    if (!row) throw notFound('invitation');
    this.requireKeeper(actor, await this.organizations.facts(row.organizationId, actor));
    return present(row);
  }

  /** What somebody is asked who opened the link in her mail, also before she has joined; undefined for a link that is not ours. */
  async byToken(token: string): Promise<OpenedInvitation | undefined> {
    const [row] = await this.uow.query<OpenedInvitation>(
      `SELECT i.email, i.role, i.claim, i.expires_at AS "expiresAt", i.accepted_by AS "acceptedBy", o.legal_name AS organization, o.country, p.name AS inviter,
              ${STATE} AS state
       FROM invitation i JOIN organization o ON o.id = i.organization_id JOIN person p ON p.id = i.invited_by WHERE i.token_hash = $1`,
      [invitationTokenHash(token)],
    );
    return row;
  }

  /** Open ones to the address of a person who has shown that it is hers, with the second half of their links. */
  async waitingFor(personId: string): Promise<(OpenedInvitation & { token: string })[]> {
    const rows = await this.uow.query<OpenedInvitation & { id: string }>(
      `SELECT i.id, i.email, i.role, i.claim, i.expires_at AS "expiresAt", i.accepted_by AS "acceptedBy", o.legal_name AS organization, o.country, p.name AS inviter, 'open' AS state
       FROM invitation i JOIN person me ON me.email = i.email AND me.id = $1
       JOIN organization o ON o.id = i.organization_id JOIN person p ON p.id = i.invited_by
       WHERE i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > gate_now()
         AND NOT EXISTS (SELECT FROM auth."user" a WHERE a.id = me.id AND NOT a."emailVerified")
       ORDER BY i.expires_at, i.id LIMIT 20`,
      [personId],
    );
    return rows.map((row) => ({ ...row, token: invitationToken(row.id, this.config.secret) }));
  }

  private requireKeeper(actor: Actor, facts: OrganizationFacts): void {
    if (!isAuditor(actor)) requireKeeperOf(actor, facts);
  }

  /** A person's own place in an organization. */
  async joined(organizationId: string, personId: string): Promise<JoinedView> {
    const [row] = await this.uow.query<JoinedView>(
      `SELECT o.id, o.id AS "organizationId", o.legal_name AS "legalName", m.role
       FROM membership m JOIN organization o ON o.id = m.organization_id WHERE m.organization_id = $1 AND m.person_id = $2`,
      [organizationId, personId],
    );
    if (!row) throw notFound('organization');
    return row;
  }
}

const present = ({ id, email, role, state, createdAt, expiresAt }: Row): InvitationView => ({
  id,
  email,
  role,
  state,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
