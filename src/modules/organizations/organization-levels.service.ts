import { Injectable } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { consentRequired } from './consents.js';
import { OrganizationEntity } from './organization.entity.js';
import { organizationChanged } from './organization.events.js';
import { hasLevel, type LevelTransition, takeTransition } from './organization.lifecycle.js';
import { type OrganizationFacts, requireFourEyes, requireManager, requireSight, rolesTowards } from './organization.policy.js';
import { OrganizationsRepository } from './organizations.repository.js';

/** What the papers of an organization show together: all of L1 accepted, all of it handed in, or less. */
export type ShownByPapers = 'proven' | 'handed-in' | 'too-little';

/** Those that others hear of as decisions. */
const DECIDED = ['verify', 'renew', 'end-due-diligence'] as const;

/** What papers do to the level of an organization. All join the caller's unit of work and lock the organization's row. */
@Injectable()
export class OrganizationLevels {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /**
   * For its managers, and for one without users the desk that keeps it with its consent; with `orDesk` for the desk that serves its country anyway.
   * @throws DomainError 404, 403.
   */
  async openAsManager(actor: PersonActor, id: string, { orDesk = false }: { orDesk?: boolean } = {}): Promise<OrganizationFacts> {
    const { facts } = await this.organizations.lock(id, actor);
    requireSight(actor, facts);
    if (rolesTowards(actor, facts).some((role) => role !== 'manager')) {
      const { custodial, scopes } = await this.organizations.standing(id);
      if (custodial && !scopes.includes('register')) throw consentRequired(id, ['register']);
      if (custodial || orDesk) return facts;
    }
    requireManager(actor, facts);
    return facts;
  }

  /** For those who review it and do not belong to it. @throws DomainError 404, 403. */
  async openAsDesk(actor: PersonActor, id: string): Promise<OrganizationFacts> {
    const { facts } = await this.organizations.lock(id, actor);
    requireSight(actor, facts, 'full');
    requireFourEyes(actor, facts);
    return facts;
  }

  /**
   * Brings the level in line with what the papers that count show now. An organization that nobody has checked yet stays as it is when papers are
   * handed in: papers alone let nobody list. Out of good standing nothing changes until it is back.
   */
  async follow(actor: Actor, id: string, shown: ShownByPapers): Promise<void> {
    const { row } = await this.organizations.lock(id, actor);
    if (row.standing !== 'good') return;
    if (shown === 'proven') await this.take(actor, row, hasLevel(row.level, 'verified') ? 'renew' : 'verify');
    if (shown === 'handed-in' && row.level === 'basic') await this.take(actor, row, 'hand-in');
    if (shown === 'too-little' && row.level === 'documents_submitted') await this.take(actor, row, 'fall-short');
  }

  /** The verification has run out. False when it has been renewed meanwhile. */
  async runOut(actor: Actor, id: string): Promise<boolean> {
    const { row } = await this.organizations.lock(id, actor);
    const [due] = await this.uow.query('SELECT FROM organization WHERE id = $1 AND verified_until <= gate_now()', [id]);
    if (!due || !hasLevel(row.level, 'verified')) return false;
    await this.uow.manager.update(OrganizationEntity, { id }, { level: 'basic', version: row.version + 1 });
    // Due diligence rests on it: after the next verification somebody has to decide on that anew.
    await this.uow.query('UPDATE organization SET due_diligence_until = gate_now() WHERE id = $1 AND due_diligence_until > gate_now()', [
      id,
    ]);
    await this.tell(actor, id, 'run-out', row.level, 'basic');
    return true;
  }

  /** Due diligence has run out; the verification goes on. Nothing when it has been passed anew meanwhile. */
  async endDueDiligence(actor: Actor, id: string): Promise<void> {
    const { row } = await this.organizations.lock(id, actor);
    const [due] = await this.uow.query('SELECT FROM organization WHERE id = $1 AND due_diligence_until <= gate_now()', [id]);
    if (!due || row.level !== 'due_diligence') return;
    await this.uow.manager.update(OrganizationEntity, { id }, { level: 'verified', version: row.version + 1 });
    await this.tell(actor, id, 'end-due-diligence', row.level, 'verified');
  }

  private async take(actor: Actor, row: OrganizationEntity, name: LevelTransition): Promise<void> {
    const { level } = takeTransition(name, row, ['papers']);
    await this.uow.manager.update(OrganizationEntity, { id: row.id }, { level, version: row.version + 1 });
    await this.tell(actor, row.id, name, row.level, level);
  }

  private async tell(actor: Actor, id: string, name: LevelTransition, from: string, to: string): Promise<void> {
    await this.audit.record(actor, { action: `organization.${name}`, subject: { type: 'organization', id }, data: { from, to } });
    const decision = DECIDED.find((one) => one === name);
    await this.events.publish(organizationChanged, { organizationId: id, ...(decision && { decision }) });
  }
}
