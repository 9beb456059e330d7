import { Injectable } from '@nestjs/common';
import { type Actor, MEMBER_ROLES, type MemberRole, personIdOf } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OrganizationLevel, OrganizationStanding } from './organization.lifecycle.js';
import type { OrganizationFacts } from './organization.policy.js';

/** What other modules need to know of an organization. The name is level 1: not for visitors, nor where a listing hides it. */
export interface OrganizationBrief {
  id: string;
  reference: string;
  legalName: string;
  country: string;
  type: string;
  level: OrganizationLevel;
  standing: OrganizationStanding;
  languages: string[];
  isExample: boolean;
  /** Held by screening: nothing of it is published or introduced until a person has decided. */
  held: boolean;
}

/** Questions other modules ask; people who have been disabled are in no answer. */
@Injectable()
export class OrganizationsQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those of the ids that exist, in no order. */
  async brief(ids: readonly string[]): Promise<OrganizationBrief[]> {
    if (ids.length === 0) return [];
    return this.uow.query<OrganizationBrief>(
      `SELECT id, reference, legal_name AS "legalName", country, type, level, standing, languages, is_example AS "isExample", held
       FROM organization WHERE id = ANY($1)`,
      [[...new Set(ids)]],
    );
  }

  /** By the reference people write (`ORG-KE-000012`) or by id. */
  async find(reference: string): Promise<OrganizationBrief | undefined> {
    const rows = await this.uow.query<{ id: string }>(`SELECT id FROM organization WHERE reference = $1 OR id::text = $1`, [reference]);
    return (await this.brief(rows.map((row) => row.id)))[0];
  }

  managersOf(organizationId: string): Promise<string[]> {
    return this.membersOf(organizationId, 'manager');
  }

  /** Ids of the members who hold at least this role, the longest-serving first. */
  async membersOf(organizationId: string, atLeast: MemberRole = 'viewer'): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT m.person_id AS id FROM membership m JOIN person p ON p.id = m.person_id AND p.disabled_at IS NULL
       WHERE m.organization_id = $1 AND m.role = ANY($2) ORDER BY m.created_at, m.person_id`,
      [organizationId, MEMBER_ROLES.slice(MEMBER_ROLES.indexOf(atLeast))],
    );
    return rows.map((row) => row.id);
  }

  /** Ids of the officers who serve a country now (not while its centre is without a letter in force); none: the global desk serves it. */
  async officersOf(country: string): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT person_id AS id FROM serving_officer WHERE country = $1 ORDER BY appointed_at, person_id`,
      [country],
    );
    return rows.map((row) => row.id);
  }

  /** Officers of its country who may decide on what waits of an organization: they neither belong to it nor handed in a paper that waits. */
  async officersFreeFor(organizationId: string): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT s.person_id AS id FROM serving_officer s JOIN organization o ON o.country = s.country AND o.id = $1
       WHERE NOT EXISTS (SELECT FROM membership m WHERE m.organization_id = o.id AND m.person_id = s.person_id)
         AND NOT EXISTS (SELECT FROM organization_document d WHERE d.organization_id = o.id AND d.outcome IS NULL AND d.uploaded_by = s.person_id)
       ORDER BY s.appointed_at, s.person_id`,
      [organizationId],
    );
    return rows.map((row) => row.id);
  }

  /** Those of the organizations that have consented to be answered for by the officers of their country. */
  async answeredByCentre(ids: readonly string[]): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      'SELECT organization_id AS id FROM answered_by_centre WHERE organization_id = ANY($1)',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether nobody belongs to it: the desk that serves its country keeps it. */
  async isKept(organizationId: string): Promise<boolean> {
    const members = await this.uow.query('SELECT FROM membership WHERE organization_id = $1 LIMIT 1', [organizationId]);
    return members.length === 0;
  }

  /** Whether the person belongs to the organization, whichever one she acts for now: the question behind four eyes. */
  async isMember(personId: string, organizationId: string): Promise<boolean> {
    const rows = await this.uow.query(`SELECT FROM membership WHERE organization_id = $1 AND person_id = $2`, [organizationId, personId]);
    return rows.length > 0;
  }

  /** What the rules of organization.policy.ts look at, for this actor. @throws DomainError not found when there is no such organization. */
  async facts(id: string, actor: Actor): Promise<OrganizationFacts> {
    const [facts] = await this.uow.query<OrganizationFacts>(
      `SELECT o.id, o.country, o.level, o.standing, m.role
       FROM organization o LEFT JOIN membership m ON m.organization_id = o.id AND m.person_id = $2 WHERE o.id = $1`,
      [id, personIdOf(actor)],
    );
    if (!facts) throw notFound('organization');
    return facts;
  }
}
