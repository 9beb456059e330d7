import { Injectable } from '@nestjs/common';
import { type PersonActor, isAdministrator, isOfficerOf } from '../../kernel/actor.js';
import { DomainError, invalid, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { OrganizationCodes, OrganizationLevels } from '../organizations/index.js';
import { DocumentsQueries } from './documents.queries.js';
import { OrganizationDocumentEntity } from './organization-document.entity.js';
import { paperRefused, papersHandedIn } from './verification.events.js';
import { type DocumentOutcome, isHandedIn, isProven } from './verification.policy.js';
import type { NewDocument } from './verification.schemas.js';

interface Words {
  reason?: string;
  note?: string | undefined;
}

/** Papers by which organizations are verified: handed in by managers, decided on one by one by the desk of their country. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly levels: OrganizationLevels,
    private readonly codes: OrganizationCodes,
    private readonly documents: DocumentsQueries,
    private readonly clock: BusinessClock,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /** @throws DomainError 404, `organization.manager-only` (403), `request.invalid` (400) for a paper that has run out. */
  add(actor: PersonActor, organizationId: string, input: NewDocument): Promise<{ id: string }> {
    return this.uow.run(async () => {
      await this.levels.openAsManager(actor, organizationId);
      await this.codes.require({ languages: [input.language] });
      const day = await this.today();
      if (input.issuedOn > day) throw invalid([{ path: 'issuedOn', code: 'future', message: 'It has not been issued yet.' }]);
      if (input.expiresOn !== undefined && input.expiresOn < day)
        throw invalid([{ path: 'expiresOn', code: 'past', message: 'It has run out: hand in one that is valid.' }]);
      const before = isHandedIn(await this.documents.of(organizationId), day);
      const { identifiers } = await this.uow.manager.insert(OrganizationDocumentEntity, {
        ...input,
        organizationId,
        uploadedBy: actor.personId,
      });
      const id = String(identifiers[0]?.id);
      await this.record(actor, organizationId, 'add-document', { document: id, kind: input.kind });
      if (!before && isHandedIn(await this.documents.of(organizationId), day)) {
        await this.levels.papersHandedIn(actor, organizationId);
        await this.events.publish(papersHandedIn, { organizationId });
      }
      return { id };
    });
  }

  /** While nobody has decided on it. @throws DomainError 404, 403, `document.decided` (409). */
  remove(actor: PersonActor, organizationId: string, id: string): Promise<void> {
    return this.uow.run(async () => {
      await this.levels.openAsManager(actor, organizationId);
      const document = await this.require(organizationId, id);
      if (document.outcome !== null) throw decided();
      await this.uow.manager.delete(OrganizationDocumentEntity, { id });
      await this.record(actor, organizationId, 'remove-document', { document: id, kind: document.kind });
    });
  }

  /** With the last paper of L1 accepted the organization is verified. @throws DomainError 404, 403, `document.decided` (409). */
  accept(actor: PersonActor, organizationId: string, id: string, words: Words): Promise<void> {
    return this.decide(actor, organizationId, id, 'accepted', words, async () => {
      if (isProven(await this.documents.of(organizationId), await this.today())) await this.levels.proven(actor, organizationId);
    });
  }

  refuse(actor: PersonActor, organizationId: string, id: string, words: Words & { reason: string }): Promise<void> {
    return this.decide(actor, organizationId, id, 'refused', words, async () => {
      await this.events.publish(paperRefused, { organizationId, reason: words.reason });
    });
  }

  private decide(
    actor: PersonActor,
    organizationId: string,
    id: string,
    outcome: DocumentOutcome,
    { reason, note }: Words,
    effect: () => Promise<void>,
  ): Promise<void> {
    return this.uow.run(async () => {
      const { country } = await this.levels.openAsDesk(actor, organizationId);
      if (!isAdministrator(actor) && !isOfficerOf(actor, country))
        throw new DomainError('forbidden', 'document.decide-forbidden', {
          detail: 'The officers of its country decide on papers, and administrators.',
        });
      const document = await this.require(organizationId, id);
      if (document.uploadedBy === actor.personId)
        throw new DomainError('forbidden', 'document.four-eyes', { detail: 'You handed it in: somebody else has to decide.' });
      if (document.outcome !== null) throw decided();
      await this.codes.requireReason(reason);
      const answer = { outcome, reason: reason ?? null, note: note ?? null, reviewerId: actor.personId, reviewedAt: () => 'gate_now()' };
      await this.uow.manager.update(OrganizationDocumentEntity, { id }, answer);
      await this.record(actor, organizationId, outcome === 'accepted' ? 'accept-document' : 'refuse-document', {
        document: id,
        kind: document.kind,
        reason: reason ?? null,
      });
      await effect();
    });
  }

  private async require(organizationId: string, id: string): Promise<OrganizationDocumentEntity> {
    const document = await this.uow.manager.findOneBy(OrganizationDocumentEntity, { id, organizationId });
    if (!document) throw notFound('document');
    return document;
  }

  private async today(): Promise<string> {
    return (await this.clock.now()).toISOString().slice(0, 10);
  }

  private record(actor: PersonActor, id: string, act: string, data: Record<string, string | null>): Promise<void> {
    return this.audit.record(actor, { action: `organization.${act}`, subject: { type: 'organization', id }, data });
  }
}

const decided = (): DomainError =>
  new DomainError('conflict', 'document.decided', { detail: 'It has been decided on and stays on record: hand in another one.' });
