import { Injectable } from '@nestjs/common';
import type { MemberRole } from '../../kernel/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';

/** What one statement tells of a caller. */
export interface CallerRow {
  accountId: string;
  email: string;
  name: string;
  /** Null until the person's row is made. */
  personId: string | null;
  language: string | null;
  administrator: boolean | null;
  auditor: boolean | null;
  organizationId: string | null;
  role: MemberRole | null;
  officerOf: string[];
  /** Not touched for a minute. */
  stale: boolean;
  /** A session that is due for renewal. */
  renew: boolean;
  sessionId: string | null;
  keyId: string | null;
}

const STALE = `p.last_seen_at IS NULL OR p.last_seen_at < now() - interval '1 minute'`;
const UNUSED = `k."lastRequest" IS NULL OR k."lastRequest" < now() - interval '1 minute'`;
const OFFICER_OF = `ARRAY(SELECT o.country FROM serving_officer o WHERE o.person_id = p.id ORDER BY o.country)`;

// She acts for the organization she chose while she is a member there, else for her only one, else for none.
const BY_SESSION = `
  SELECT u.id AS "accountId", u.email, u.name, p.id AS "personId", p.language, p.administrator, p.auditor,
         m.organization_id AS "organizationId", m.role, ${OFFICER_OF} AS "officerOf", (${STALE}) AS stale,
         s."updatedAt" < now() - interval '1 day' AS renew, s.id AS "sessionId", NULL AS "keyId"
    FROM auth.session s
    JOIN auth."user" u ON u.id = s."userId"
    LEFT JOIN person p ON p.id = u.id
    LEFT JOIN LATERAL (
      SELECT organization_id, role, count(*) OVER () AS memberships FROM membership WHERE person_id = p.id
       ORDER BY organization_id IS NOT DISTINCT FROM p.acting_organization_id DESC LIMIT 1
    ) m ON m.memberships = 1 OR m.organization_id = p.acting_organization_id
   WHERE s.token = $1 AND s."expiresAt" > now() AND p.disabled_at IS NULL`;

// A key that is bound to an organization acts for it and for nothing else: with the lower of its role and the person's present one (an
// auditor's only reads), and without what she is as officer, administrator or auditor. It ends with the membership.
const BY_KEY = `
  SELECT p.id AS "accountId", p.email, p.name, p.id AS "personId", p.language, bound.organization IS NULL AND p.administrator AS administrator,
         bound.organization IS NULL AND p.auditor AS auditor, m.organization_id AS "organizationId",
         (ARRAY['viewer', 'editor', 'manager'])[LEAST(bound.rank, array_position(ARRAY['viewer', 'editor', 'manager'], m.role),
           CASE WHEN p.auditor THEN 1 END)] AS role,
         CASE WHEN bound.organization IS NULL THEN ${OFFICER_OF} ELSE '{}' END AS "officerOf", (${STALE} OR ${UNUSED}) AS stale,
         false AS renew, NULL AS "sessionId", k.id AS "keyId"
    FROM auth.apikey k
    CROSS JOIN LATERAL (
      SELECT (k.metadata::jsonb ->> 'organizationId')::uuid AS organization,
             array_position(ARRAY['viewer', 'editor', 'manager'], k.metadata::jsonb ->> 'role') AS rank
    ) bound
    JOIN auth."user" u ON u.id = k."referenceId"::uuid
    JOIN person p ON p.id = u.id
    LEFT JOIN membership m ON m.person_id = p.id AND m.organization_id = bound.organization
   WHERE k.key = $1 AND k.enabled AND (k."expiresAt" IS NULL OR k."expiresAt" > now()) AND p.disabled_at IS NULL
     AND (bound.organization IS NULL OR m.organization_id IS NOT NULL)`;

/** Sessions and keys read by ourselves: better-auth takes twelve times the CPU. A contract test guards its upgrades. */
@Injectable()
export class ActorQueries {
  constructor(private readonly uow: UnitOfWork) {}

  async bySession(token: string): Promise<CallerRow | undefined> {
    return (await this.uow.query<CallerRow>(BY_SESSION, [token]))[0];
  }

  async byKey(keyHash: string): Promise<CallerRow | undefined> {
    return (await this.uow.query<CallerRow>(BY_KEY, [keyHash]))[0];
  }

  /** At most once a minute, however many requests come at once. */
  async touch(personId: string, keyId: string | null): Promise<void> {
    await this.uow.query(`UPDATE person AS p SET last_seen_at = now() WHERE id = $1 AND (${STALE})`, [personId]);
    if (keyId) await this.uow.query(`UPDATE auth.apikey AS k SET "lastRequest" = now() WHERE id = $1 AND (${UNUSED})`, [keyId]);
  }

  /** Slides a session's end; false when another request has just done so. */
  async renew(sessionId: string, seconds: number): Promise<boolean> {
    const rows = await this.uow.query(
      `UPDATE auth.session SET "updatedAt" = now(), "expiresAt" = now() + make_interval(secs => $2)
        WHERE id = $1 AND "updatedAt" < now() - interval '1 day' RETURNING id`,
      [sessionId, seconds],
    );
    return rows.length > 0;
  }
}
