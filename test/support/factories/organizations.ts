// Foreign keys name their target by its class, so the entity has to be known to the data source.
import '../../../src/modules/identity/person.entity.js';
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { MemberRole, PersonActor } from '../../../src/kernel/actor.js';

/** What a factory needs of a medium context: rows are made straight in the database, valid by default. */
export interface Rows {
  readonly sql: Client;
}

export interface PersonValues {
  id?: string;
  name?: string;
  email?: string;
  language?: string;
  administrator?: boolean;
  auditor?: boolean;
  officerOf?: string[];
  disabled?: boolean;
}

/** A person signed in by a session who belongs to no organization yet. */
export async function newPerson({ sql }: Rows, values: PersonValues = {}): Promise<PersonActor> {
  const { id = randomUUID(), administrator = false, auditor = false, officerOf = [], disabled = false, language = 'en' } = values;
  await sql.query(
    `INSERT INTO person (id, email, name, language, administrator, auditor, disabled_at) VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $7 THEN gate_now() END)`,
    [id, values.email ?? `${id}@example.org`, values.name ?? `Person ${id.slice(0, 8)}`, language, administrator, auditor, disabled],
  );
  for (const country of officerOf) await sql.query(`INSERT INTO country_officer (person_id, country) VALUES ($1, $2)`, [id, country]);
  return {
    kind: 'person',
    personId: id,
    sessionId: randomUUID(),
    keyId: null,
    organization: null,
    officerOf,
    administrator,
    auditor,
    language,
  };
}

export interface OrganizationValues {
  legalName?: string;
  country?: string;
  type?: string;
  level?: string;
  standing?: string;
  isExample?: boolean;
  /** Its first manager; made when not given. */
  manager?: PersonActor;
}

export interface NewOrganizationRow {
  id: string;
  reference: string;
  country: string;
  /** Acts for it as manager. */
  manager: PersonActor;
}

/** An organization with one manager, verified and in good standing unless told otherwise. */
export async function newOrganization(rows: Rows, values: OrganizationValues = {}): Promise<NewOrganizationRow> {
  const { country = 'KE', type = '70', level = 'verified', standing = 'good', isExample = false } = values;
  const person = values.manager ?? (await newPerson(rows));
  const id = randomUUID();
  const made = await rows.sql.query<{ reference: string }>(
    `WITH numbered AS (SELECT nextval('organization_number')::integer AS number)
     INSERT INTO organization (id, number, reference, legal_name, country, type, languages, contact_person_id, created_by, level, standing, is_example)
     SELECT $1, number, 'ORG-' || $2 || '-' || lpad(number::text, 6, '0'), $3, $2::text, $4, '{en}', $5, $5, $6, $7, $8 FROM numbered RETURNING reference`,
    [id, country, values.legalName ?? `Organization ${id.slice(0, 8)}`, type, person.personId, level, standing, isExample],
  );
  const manager = await newMember(rows, id, 'manager', person);
  return { id, reference: made.rows[0]?.reference ?? '', country, manager };
}

/** Makes a person (a new one when not given) a member who acts for the organization from now on. */
export async function newMember(rows: Rows, organizationId: string, role: MemberRole, person?: PersonActor): Promise<PersonActor> {
  const member = person ?? (await newPerson(rows));
  await rows.sql.query(`INSERT INTO membership (organization_id, person_id, role) VALUES ($1, $2, $3)`, [
    organizationId,
    member.personId,
    role,
  ]);
  await rows.sql.query(`UPDATE person SET acting_organization_id = $2 WHERE id = $1`, [member.personId, organizationId]);
  return actingFor(member, organizationId, role);
}

/** The same person as she acts for one of her organizations. */
export const actingFor = (person: PersonActor, id: string, role: MemberRole): PersonActor => ({ ...person, organization: { id, role } });

/** The same person calling by an API key that is bound to the organization she acts for. */
export const byKey = (person: PersonActor): PersonActor => ({
  ...person,
  sessionId: null,
  keyId: randomUUID(),
  officerOf: [],
  administrator: false,
  auditor: false,
});

/** A consent in force by which officers act for an organization. */
export async function newConsent({ sql }: Rows, organizationId: string, scopes: readonly string[], days = 100): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO consent (id, organization_id, kind, person_name, person_phone, given_on, valid_until, scopes)
     VALUES (gen_random_uuid(), $1, 'noted-call', 'Amina Deng', '+254 20 1234567', gate_now()::date, gate_now()::date + $3::integer, $2) RETURNING id`,
    [organizationId, scopes, days],
  );
  return rows[0]?.id ?? '';
}
