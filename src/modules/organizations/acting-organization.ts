import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** Which organization a person acts for after she founded, joined or left one: the one column of `person` written from here. */
@Injectable()
export class ActingOrganization {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Holds the person's row until the commit, so that her own second click waits.
   * @throws DomainError not found when she is gone or disabled.
   */
  async lockPerson(personId: string): Promise<{ email: string }> {
    const [person] = await this.uow.query<{ email: string }>(
      `SELECT lower(email) AS email FROM person WHERE id = $1 AND disabled_at IS NULL FOR NO KEY UPDATE`,
      [personId],
    );
    if (!person) throw notFound('person');
    return person;
  }

  /** The organization she founded is the one she acts for next. */
  async founded(personId: string, organizationId: string): Promise<void> {
    await this.uow.query(`UPDATE person SET acting_organization_id = $2, version = version + 1 WHERE id = $1`, [personId, organizationId]);
  }

  /** Joining changes nothing for somebody who acts for another organization already, said or unsaid. */
  async joined(personId: string): Promise<void> {
    await this.uow.query(
      `UPDATE person SET acting_organization_id = ${LONGEST_HELD}, version = version + 1 WHERE id = $1 AND acting_organization_id IS NULL`,
      [personId],
    );
  }

  /** Who acted for the organization she has left acts for the one she has been in longest, if any. */
  async left(personId: string, organizationId: string): Promise<void> {
    await this.uow.query(
      `UPDATE person SET acting_organization_id = ${LONGEST_HELD}, version = version + 1 WHERE id = $1 AND acting_organization_id = $2`,
      [personId, organizationId],
    );
  }
}

const LONGEST_HELD = `(SELECT m.organization_id FROM membership m WHERE m.person_id = $1 ORDER BY m.created_at, m.organization_id LIMIT 1)`;
