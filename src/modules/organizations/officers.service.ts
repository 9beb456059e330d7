import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ActingOrganization } from './acting-organization.js';
import { OrganizationCodes } from './organization.codes.js';
import type { NewOfficer } from './organizations.schemas.js';

/** Appoints and ends the officers of country centres; who may is the route's policy (administrators). */
@Injectable()
export class OfficersService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly acting: ActingOrganization,
    private readonly codes: OrganizationCodes,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError not found for an unknown or disabled person, `officer.exists` (409). */
  appoint(actor: Actor, { personId, country, languages = [] }: NewOfficer): Promise<void> {
    return this.uow.run(async () => {
      await this.codes.require({ country, languages });
      await this.acting.lockPerson(personId);
      const appointed = await this.uow.query(
        `INSERT INTO country_officer AS o (person_id, country, languages, appointed_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT pk_country_officer
         DO UPDATE SET active = true, languages = excluded.languages, appointed_by = excluded.appointed_by, appointed_at = gate_now(), ended_at = NULL WHERE NOT o.active
         RETURNING person_id`,
        [personId, country, languages, personIdOf(actor)],
      );
      if (appointed.length === 0)
        throw new DomainError('conflict', 'officer.exists', { detail: 'This person is an officer of that country already.' });
      await this.handOver(country);
      await this.record(actor, 'officer.appoint', personId, country);
    });
  }

  /** Her sessions and keys stay; the country is no longer hers from the next request on. */
  end(actor: Actor, personId: string, country: string): Promise<void> {
    return this.uow.run(async () => {
      const ended = await this.uow.query(
        `UPDATE country_officer SET active = false, ended_at = gate_now() WHERE person_id = $1 AND country = $2 AND active RETURNING person_id`,
        [personId, country],
      );
      if (ended.length === 0) throw notFound('officer');
      await this.handOver(country);
      await this.record(actor, 'officer.end', personId, country);
    });
  }

  /** The same everywhere, where an account was closed or a letter has run out since. */
  async keepContacts(): Promise<void> {
    const stranded = await this.uow.query<{ country: string }>(
      `SELECT DISTINCT o.country FROM organization o WHERE o.entered_by = 'centre'
         AND NOT EXISTS (SELECT FROM membership m WHERE m.organization_id = o.id)
         AND NOT EXISTS (SELECT FROM serving_officer s WHERE s.country = o.country AND s.person_id = o.contact_person_id)`,
    );
    for (const { country } of stranded) await this.handOver(country);
  }

  /** Contact of an organization without users is an officer who serves: the longest-serving one where the former no longer does. */
  private async handOver(country: string): Promise<void> {
    await this.uow.query(
      `UPDATE organization o SET contact_person_id = next.person_id, version = o.version + 1
       FROM (SELECT person_id FROM serving_officer WHERE country = $1 ORDER BY appointed_at, person_id LIMIT 1) AS next
       WHERE o.country = $1 AND o.entered_by = 'centre' AND NOT EXISTS (SELECT FROM membership m WHERE m.organization_id = o.id)
         AND NOT EXISTS (SELECT FROM serving_officer s WHERE s.country = $1 AND s.person_id = o.contact_person_id)`,
      [country],
    );
  }

  private record(actor: Actor, action: string, personId: string, country: string): Promise<void> {
    return this.audit.record(actor, { action, subject: { type: 'person', id: personId }, data: { country } });
  }
}
