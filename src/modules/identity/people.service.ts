import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, type PersonActor, personIdOf, system } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { TERMS_VERSION } from '../../kernel/terms.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { ActorReader, CredentialStore, type Newcomer } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { requireVersion } from '../../platform/http/index.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { sendVerification } from './account-mail.jobs.js';
import { personDisabled, personJoined } from './identity.events.js';
import type { MeChange, StaffRole } from './identity.schemas.js';
import { PersonEntity } from './person.entity.js';
import { preferredLanguage } from './preferred-language.js';

/** People and what they are as staff; who they are for an organization is the organizations' business. */
@Injectable()
export class PeopleService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly credentials: CredentialStore,
    private readonly reader: ActorReader,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.reader.onNewcomer((newcomer) => this.welcome(newcomer));
  }

  /** Makes the row of an account that acts for the first time; a second request at the same time finds it made. */
  async welcome({ id, email, name, languages }: Newcomer): Promise<void> {
    const language = preferredLanguage(languages);
    await this.uow.run(async () => {
      if (!(await this.join({ id, email, name, language }))) return;
      await this.acceptTerms(id);
      await this.jobs.add(sendVerification, { personId: id, language, issuedAt: Date.now() });
    });
  }

  /** The same for an account that is made with its language, in the unit that is open. @returns whether it was not there before. */
  async join(person: { id: string; email: string; name: string; language: string }): Promise<boolean> {
    const made = await this.uow.query(
      `INSERT INTO person (id, email, name, language) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [person.id, person.email.toLowerCase(), person.name, person.language],
    );
    if (made.length === 0) return false;
    await this.audit.record(system('identity'), { action: 'person.join', subject: { type: 'person', id: person.id } });
    await this.events.publish(personJoined, { personId: person.id });
    return true;
  }

  /** Whoever joins, or sets her password by a link, has had the terms before her. In the unit that is open. */
  async acceptTerms(personId: string): Promise<void> {
    await this.uow.query(
      `UPDATE person SET terms_version = $2, terms_accepted_at = gate_now() WHERE id = $1 AND terms_version IS DISTINCT FROM $2`,
      [personId, TERMS_VERSION],
    );
  }

  /** @throws DomainError 412 when the profile changed since. */
  async change(actor: PersonActor, change: MeChange, seen: number | null): Promise<void> {
    await this.uow.run(async () => {
      const person = await this.lock(actor.personId);
      requireVersion(seen, person.version, 'person');
      await this.update(person, change);
      await this.audit.record(actor, {
        action: 'person.edit',
        subject: { type: 'person', id: person.id },
        data: { fields: Object.keys(change).sort() },
      });
    });
  }

  /** @throws DomainError 404 for an organization she is no member of, 403 for an API key, which is bound. */
  async actFor(actor: PersonActor, organizationId: string | null): Promise<void> {
    if (actor.keyId)
      throw new DomainError('forbidden', 'key.bound', {
        detail: 'An API key is bound to its organization: make another key for another one.',
      });
    await this.uow.run(async () => {
      const person = await this.lock(actor.personId);
      const member =
        organizationId === null ||
        (await this.uow.query(`SELECT FROM membership WHERE person_id = $1 AND organization_id = $2`, [person.id, organizationId])).length >
          0;
      if (!member) throw notFound('organization');
      if (person.actingOrganizationId === organizationId) return;
      await this.update(person, { actingOrganizationId: organizationId });
      await this.audit.record(actor, { action: 'person.act-for', subject: { type: 'person', id: person.id }, data: { organizationId } });
    });
  }

  /** Ends every session and key at once; nobody disables herself. */
  async disable(actor: Actor, personId: string): Promise<void> {
    await this.asAdministrator(actor, personId, async (person) => {
      if (person.disabledAt) throw stateConflict('This person is disabled already.', ['enable']);
      await this.uow.query(`UPDATE person SET disabled_at = gate_now(), version = version + 1 WHERE id = $1`, [personId]);
      const sessions = await this.credentials.endSessions(personId);
      const keys = await this.credentials.endKeys(personId);
      await this.audit.record(actor, { action: 'person.disable', subject: { type: 'person', id: personId }, data: { sessions, keys } });
      await this.events.publish(personDisabled, { personId });
    });
  }

  async enable(actor: Actor, personId: string): Promise<void> {
    await this.asAdministrator(actor, personId, async (person) => {
      if (!person.disabledAt) throw stateConflict('This person is not disabled.', ['disable']);
      // A sign-in that passed the check just before she was disabled may have left a session.
      await this.credentials.endSessions(personId);
      await this.update(person, { disabledAt: null });
      await this.audit.record(actor, { action: 'person.enable', subject: { type: 'person', id: personId } });
    });
  }

  /** Signs her out everywhere; her keys stay. */
  async endSessions(actor: Actor, personId: string): Promise<void> {
    await this.asAdministrator(actor, personId, async () => {
      const sessions = await this.credentials.endSessions(personId);
      await this.audit.record(actor, { action: 'person.end-sessions', subject: { type: 'person', id: personId }, data: { sessions } });
    });
  }

  /** Makes somebody administrator or auditor, or ends it; nobody does so for herself. */
  async setStaffRole(actor: Actor, personId: string, role: StaffRole, holds: boolean): Promise<void> {
    await this.asAdministrator(actor, personId, async (person) => {
      if (person[role] === holds) throw stateConflict(`This person is ${holds ? 'already' : 'no'} ${role}.`, [holds ? 'revoke' : 'grant']);
      await this.update(person, { [role]: holds });
      await this.audit.record(actor, {
        action: holds ? 'person.grant' : 'person.revoke',
        subject: { type: 'person', id: personId },
        data: { role },
      });
    });
  }

  /** Locks both people in one order and looks again: of two administrators who revoke or disable each other at once, one is too late. */
  private async asAdministrator(actor: Actor, personId: string, work: (person: PersonEntity) => Promise<void>): Promise<void> {
    const own = personIdOf(actor);
    await this.uow.run(async () => {
      await this.uow.query(`SELECT id FROM person WHERE id = ANY($1) ORDER BY id FOR UPDATE`, [
        [personId, own].filter((id) => id !== null),
      ]);
      const person = await this.lock(personId);
      const self = own === null ? null : await this.lock(own);
      if (self && (!self.administrator || self.disabledAt))
        throw new DomainError('forbidden', 'auth.not-allowed', { detail: 'You are no administrator any more.' });
      if (own === personId)
        throw new DomainError('forbidden', 'person.not-oneself', { detail: 'Another administrator has to do this to your account.' });
      await work(person);
    });
  }

  private async lock(personId: string): Promise<PersonEntity> {
    const person = await this.uow.manager.findOne(PersonEntity, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
    if (!person) throw notFound('person');
    return person;
  }

  private async update(person: PersonEntity, change: Partial<PersonEntity>): Promise<void> {
    await this.uow.manager.update(PersonEntity, { id: person.id }, { ...change, version: person.version + 1 });
  }
}

const stateConflict = (detail: string, allowed: string[]): DomainError =>
  new DomainError('conflict', 'person.transition-not-allowed', { detail, allowed });
