import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type Actor, isAdministrator, isOfficerOf, type PersonActor, personIdOf, system } from '../../kernel/actor.js';
import { DomainError, invalid, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import {
  Consents,
  type ConsentScope,
  isManager,
  organizationClaimed,
  OrganizationsQueries,
  OrganizationsService,
} from '../organizations/index.js';
import { ConsentEntity } from './consent.entity.js';
import { type ConsentEnding, lastDay, requireKeeper } from './consent.policy.js';
import { consentEnded } from './consents.events.js';
import type { NewConsent, NewKeptOrganization } from './consents.schemas.js';

/** Keeps the consents by which officers act for organizations, and enters organizations that have no user. */
@Injectable()
export class ConsentRecords implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: BusinessClock,
    private readonly organizations: OrganizationsService,
    private readonly queries: OrganizationsQueries,
    private readonly consents: Consents,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.events.on(organizationClaimed, ({ organizationId }) => this.handOver(organizationId));
  }

  /**
   * An organization without any user and the consent to enter it, in one.
   * @throws DomainError `organization.other-country` (403), `consent.scope-missing` and other faults (400), `organization.already-registered` (409).
   */
  enterOrganization(actor: PersonActor, { consent, ...organization }: NewKeptOrganization): Promise<{ id: string }> {
    return this.uow.run(async () => {
      // Where no centre serves, the global desk does: its administrators enter what has nobody nearer.
      if (!isOfficerOf(actor, organization.country) && !isAdministrator(actor))
        throw new DomainError('forbidden', 'organization.other-country', {
          detail: 'Officers enter organizations of the countries they serve.',
        });
      if (!consent.scopes.includes('register'))
        throw invalid([
          { path: 'consent.scopes', code: 'scope-missing', message: 'Entering the organization itself needs the scope "register".' },
        ]);
      const { id } = await this.organizations.registerFor(actor, organization);
      await this.store(actor, id, consent);
      return { id };
    });
  }

  /** @throws DomainError 404, `consent.keepers-only` (403), `consent.exists` (409), `request.invalid` (400). */
  record(actor: Actor, organizationId: string, consent: NewConsent): Promise<{ id: string }> {
    return this.uow.run(async () => {
      requireKeeper(actor, await this.queries.facts(organizationId, actor));
      await this.refuseSecond(organizationId, consent);
      return { id: await this.store(actor, organizationId, consent) };
    });
  }

  /** The person has taken it back. @throws DomainError 404, 403, `consent.ended` (409). */
  withdraw(actor: Actor, organizationId: string, id: string): Promise<void> {
    return this.uow.run(async () => {
      const facts = await this.queries.facts(organizationId, actor);
      // Its own manager may take back what officers do in its name.
      if (!isManager(actor, facts)) requireKeeper(actor, facts);
      const [row] = await this.uow.query<{ open: boolean }>(
        'SELECT ended_at IS NULL AS open FROM consent WHERE id = $1 AND organization_id = $2 FOR UPDATE',
        [id, organizationId],
      );
      if (!row) throw notFound('consent');
      if (!row.open) throw new DomainError('conflict', 'consent.ended', { detail: 'This consent has ended already.' });
      await this.end(actor, organizationId, id, 'withdrawn');
    });
  }

  /** Joins the caller's unit of work. */
  async end(actor: Actor, organizationId: string, id: string, ending: ConsentEnding): Promise<void> {
    const [ended] = await this.uow.query<{ scopes: ConsentScope[] }>(
      `UPDATE consent SET ended_at = gate_now(), ending = $2 WHERE id = $1 AND ended_at IS NULL RETURNING scopes`,
      [id, ending],
    );
    if (!ended) return;
    const left = await this.consents.inForce(organizationId);
    const lost = ended.scopes.filter((scope) => !left.includes(scope));
    await this.recordAct(actor, 'consent.end', organizationId, { consentId: id, ending, lost });
    await this.events.publish(consentEnded, { organizationId, consentId: id, ending, lost });
  }

  /** Its own people do it from now on; a later consent of theirs is a new one. */
  private async handOver(organizationId: string): Promise<void> {
    const open = await this.uow.query<{ id: string }>('SELECT id FROM consent WHERE organization_id = $1 AND ended_at IS NULL', [
      organizationId,
    ]);
    for (const { id } of open) await this.end(system('organization.claimed'), organizationId, id, 'handed-over');
  }

  /** A form that is sent twice is one consent. */
  private async refuseSecond(organizationId: string, { kind, person, givenOn, scopes }: NewConsent): Promise<void> {
    await this.uow.query('SELECT FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
    const same = await this.uow.query(
      `SELECT FROM consent WHERE organization_id = $1 AND ended_at IS NULL AND kind = $2 AND person_name = $3 AND given_on = $4
         AND scopes @> $5 AND scopes <@ $5`,
      [organizationId, kind, person.name, givenOn, scopes],
    );
    if (same.length > 0)
      throw new DomainError('conflict', 'consent.exists', {
        detail: 'This consent is on record already: it is in the list of the organization.',
      });
  }

  private async store(actor: Actor, organizationId: string, { person, givenOn, until, ...consent }: NewConsent): Promise<string> {
    const today = (await this.clock.now()).toISOString().slice(0, 10);
    const days = lastDay({ givenOn, until }, today);
    if (days.until === null) throw invalid(days.faults);
    const id = randomUUID();
    await this.uow.manager.insert(ConsentEntity, {
      ...consent,
      id,
      organizationId,
      personName: person.name,
      personPosition: person.position ?? null,
      personPhone: person.phone,
      givenOn,
      validUntil: days.until,
      recordedBy: personIdOf(actor),
    });
    await this.recordAct(actor, 'consent.record', organizationId, {
      consentId: id,
      kind: consent.kind,
      scopes: consent.scopes,
      until: days.until,
    });
    return id;
  }

  private recordAct(actor: Actor, action: string, organizationId: string, data: Record<string, string | string[]>): Promise<void> {
    return this.audit.record(actor, { action, subject: { type: 'organization', id: organizationId }, data });
  }
}
