import { Injectable } from '@nestjs/common';
import type { MemberRole, PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { DeskKeys } from './desk-keys.js';
import type { PeopleQuery } from './identity.schemas.js';

export interface Contact {
  id: string;
  name: string;
  email: string;
  language: string;
}

export interface PersonRow extends Contact {
  administrator: boolean;
  auditor: boolean;
  officerOf: string[];
  organizations: { id: string; role: MemberRole }[];
  disabledAt: Date | null;
  createdAt: Date;
  lastSeenAt: Date | null;
  version: number;
}

export interface Me extends Contact {
  /** Whether she has shown that she reads the mail of her address. */
  emailVerified: boolean;
  timeZone: string;
  deskKeys: DeskKeys | null;
  administrator: boolean;
  auditor: boolean;
  officerOf: readonly string[];
  organization: PersonActor['organization'];
  organizations: { id: string; reference: string; legalName: string; role: MemberRole }[];
  createdAt: Date;
  version: number;
}

const PERSON = `p.id, p.email, p.name, p.language, p.administrator, p.auditor, p.disabled_at AS "disabledAt", p.created_at AS "createdAt",
  p.last_seen_at AS "lastSeenAt", p.version,
  ARRAY(SELECT o.country FROM country_officer o WHERE o.person_id = p.id AND o.active ORDER BY o.country) AS "officerOf",
  COALESCE((SELECT json_agg(json_build_object('id', m.organization_id, 'role', m.role) ORDER BY m.created_at, m.organization_id)
              FROM membership m WHERE m.person_id = p.id), '[]') AS organizations`;

@Injectable()
export class PeopleQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** How to reach these people; those who are disabled are left out. */
  contact(personIds: readonly string[]): Promise<Contact[]> {
    return this.uow.query<Contact>(`SELECT id, name, email, language FROM person WHERE id = ANY($1) AND disabled_at IS NULL`, [personIds]);
  }

  /** Ids of all administrators who can sign in. */
  async administrators(): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(`SELECT id FROM person WHERE administrator AND disabled_at IS NULL ORDER BY id`);
    return rows.map((row) => row.id);
  }

  /** An administrator by mail address, acting for no organization: for commands that name who answers for them. */
  async administrator(email: string): Promise<PersonActor | undefined> {
    const [row] = await this.uow.query<{ id: string; language: string }>(
      `SELECT id, language FROM person WHERE lower(email) = lower($1) AND administrator AND disabled_at IS NULL`,
      [email],
    );
    const none = { sessionId: null, keyId: null, organization: null, officerOf: [], auditor: false };
    return row && { kind: 'person', personId: row.id, language: row.language, administrator: true, ...none };
  }

  /** What the actor is in this request: a key may be less than its person. */
  async me(actor: PersonActor): Promise<Me> {
    const [row] = await this.uow.query<Omit<Me, 'organization'>>(
      `SELECT p.id, p.email, NOT EXISTS (SELECT FROM auth."user" a WHERE a.id = p.id AND NOT a."emailVerified") AS "emailVerified",
              p.name, p.language, p.time_zone AS "timeZone", p.desk_keys AS "deskKeys", p.created_at AS "createdAt", p.version,
              COALESCE((SELECT json_agg(json_build_object('id', o.id, 'reference', o.reference, 'legalName', o.legal_name, 'role', m.role) ORDER BY o.number)
                          FROM membership m JOIN organization o ON o.id = m.organization_id
                         WHERE m.person_id = p.id AND ($2::uuid IS NULL OR o.id = $2)), '[]') AS organizations
         FROM person p WHERE p.id = $1`,
      [actor.personId, actor.keyId ? (actor.organization?.id ?? null) : null],
    );
    if (!row) throw notFound('person');
    const { administrator, auditor, officerOf, organization } = actor;
    return { ...row, administrator, auditor, officerOf, organization };
  }

  async page(query: PeopleQuery): Promise<Page<PersonRow>> {
    const [createdAt, id] = query.after ? decodeCursor(query.after, ['time', 'id']) : [null, null];
    const rows = await this.uow.query<PersonRow & { cursor: string }>(
      `SELECT ${PERSON}, p.created_at::text AS cursor FROM person p
        WHERE ($1::text IS NULL OR p.name ILIKE $1 OR p.email ILIKE $1)
          AND ($2::boolean IS NULL OR p.administrator = $2)
          AND ($3::boolean IS NULL OR p.auditor = $3)
          AND ($4::boolean IS NULL OR (p.disabled_at IS NOT NULL) = $4)
          AND ($5::timestamptz IS NULL OR (p.created_at, p.id) < ($5::timestamptz, $6::uuid))
        ORDER BY p.created_at DESC, p.id DESC LIMIT $7`,
      [
        query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null,
        query.administrator ?? null,
        query.auditor ?? null,
        query.disabled ?? null,
        createdAt,
        id,
        query.limit + 1,
      ],
    );
    const page = pageOf(rows, query.limit, (row) => [row.cursor, row.id]);
    return { ...page, items: page.items.map(({ cursor: _, ...row }) => row) };
  }

  async one(personId: string): Promise<PersonRow> {
    const [row] = await this.uow.query<PersonRow>(`SELECT ${PERSON} FROM person p WHERE p.id = $1`, [personId]);
    if (!row) throw notFound('person');
    return row;
  }
}
