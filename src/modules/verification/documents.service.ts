import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, type PersonActor, isAdministrator, isOfficerOf } from '../../kernel/actor.js';
import { DomainError, invalid, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { hasLevel, OrganizationCodes, type OrganizationLevel, OrganizationLevels, type ShownByPapers } from '../organizations/index.js';
import { DocumentFiles } from './document-files.service.js';
import { DocumentsQueries } from './documents.queries.js';
import { OrganizationDocumentEntity } from './organization-document.entity.js';
import { dueDiligenceReady, paperRefused, papersHandedIn } from './verification.events.js';
import { type DocumentOutcome, dueDiligencePartOf, shownBy } from './verification.policy.js';
import type { NewDocument } from './verification.schemas.js';

type Contents = Pick<OrganizationDocumentEntity, 'kind' | 'title' | 'language' | 'translated' | 'issuedOn'> & {
  reference?: string | null | undefined;
  expiresOn?: string | null | undefined;
  fileId?: string | null;
};

const DECIDED = 'It has been decided on and stays on record: hand in another one.';

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
    private readonly files: DocumentFiles,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /** @throws DomainError 404, `organization.manager-only` (403), `document.waiting` (409), `request.invalid` (400) for a paper that has run out. */
  add(actor: PersonActor, organizationId: string, input: NewDocument): Promise<{ id: string }> {
    return this.uow.run(async () => {
      const { level } = await this.levels.openAsManager(actor, organizationId);
      await this.codes.require({ languages: [input.language] });
      return { id: await this.enter(actor, organizationId, level, input) };
    });
  }

  /**
   * An accepted paper that still holds, to be looked at once more: what was true two years ago is confirmed rather than sent again.
   * @throws DomainError 404, 403, `document.not-accepted` and `document.waiting` (409), `request.invalid` (400) when it has run out.
   */
  handInAgain(actor: PersonActor, organizationId: string, id: string): Promise<void> {
    return this.uow.run(async () => {
      const { level } = await this.levels.openAsManager(actor, organizationId);
      const { kind, title, reference, language, translated, issuedOn, expiresOn, fileId, outcome } = await this.require(organizationId, id);
      if (outcome !== 'accepted') throw conflict('not-accepted', 'Only a paper that was accepted is handed in again: hand in another one.');
      await this.enter(actor, organizationId, level, { kind, title, reference, language, translated, issuedOn, expiresOn, fileId });
    });
  }

  private async enter(actor: PersonActor, organizationId: string, level: OrganizationLevel, input: Contents): Promise<string> {
    const day = await this.documents.today();
    if (input.issuedOn > day) throw invalid([{ path: 'issuedOn', code: 'future', message: 'It has not been issued yet.' }]);
    if (input.expiresOn && input.expiresOn < day)
      throw invalid([{ path: 'expiresOn', code: 'past', message: 'It has run out: hand in one that is valid.' }]);
    await this.refuseSecond(organizationId, input);
    const before = await this.shown(organizationId);
    const { identifiers } = await this.uow.manager.insert(OrganizationDocumentEntity, {
      ...input,
      organizationId,
      uploadedBy: actor.personId,
    });
    const id = String(identifiers[0]?.id);
    await this.record(actor, organizationId, 'add-document', { document: id, kind: input.kind });
    const isComplete = (await this.follow(actor, organizationId)) === 'handed-in' && before === 'too-little';
    // Of a verified organization each new paper is somebody's business: a new signatory must not wait for the next renewal.
    if (isComplete || hasLevel(level, 'verified')) await this.events.publish(papersHandedIn, { organizationId });
    return id;
  }

  /** A form that is sent twice is one paper. */
  private async refuseSecond(organizationId: string, { kind, title, language, issuedOn, reference, expiresOn }: Contents): Promise<void> {
    const isWaiting = await this.uow.manager.existsBy(OrganizationDocumentEntity, {
      organizationId,
      kind,
      title,
      language,
      issuedOn,
      outcome: IsNull(),
      reference: reference ?? IsNull(),
      expiresOn: expiresOn ?? IsNull(),
    });
    if (isWaiting) throw conflict('waiting', 'It is before the desk already.');
  }

  /** While nobody has decided on it. @throws DomainError 404, 403, `document.decided` (409). */
  remove(actor: PersonActor, organizationId: string, id: string): Promise<void> {
    return this.uow.run(async () => {
      await this.levels.openAsManager(actor, organizationId);
      const document = await this.require(organizationId, id);
      if (document.outcome !== null) throw conflict('decided', DECIDED);
      await this.uow.manager.delete(OrganizationDocumentEntity, { id });
      await this.files.release(organizationId);
      await this.record(actor, organizationId, 'remove-document', { document: id, kind: document.kind });
      await this.follow(actor, organizationId);
    });
  }

  /** With the last paper of L1 accepted the organization is verified. @throws DomainError 404, 403, `document.decided` (409). */
  accept(actor: PersonActor, organizationId: string, id: string, words: Words): Promise<void> {
    return this.decide(actor, organizationId, id, 'accepted', words);
  }

  refuse(actor: PersonActor, organizationId: string, id: string, words: Words & { reason: string }): Promise<void> {
    return this.decide(actor, organizationId, id, 'refused', words);
  }

  private decide(actor: PersonActor, organizationId: string, id: string, outcome: DocumentOutcome, { reason, note }: Words): Promise<void> {
    return this.uow.run(async () => {
      const { country } = await this.levels.openAsDesk(actor, organizationId);
      if (!isAdministrator(actor) && !isOfficerOf(actor, country))
        throw new DomainError('forbidden', 'document.decide-forbidden', {
          detail: 'The officers of its country decide on papers, and administrators.',
        });
      const document = await this.require(organizationId, id);
      if (document.uploadedBy === actor.personId)
        throw new DomainError('forbidden', 'document.four-eyes', { detail: 'You handed it in: somebody else has to decide.' });
      if (document.outcome !== null) throw conflict('decided', DECIDED);
      await this.codes.requireReason(reason);
      const answer = { outcome, reason: reason ?? null, note: note ?? null, reviewerId: actor.personId, reviewedAt: () => 'gate_now()' };
      await this.uow.manager.update(OrganizationDocumentEntity, { id }, answer);
      await this.record(actor, organizationId, outcome === 'accepted' ? 'accept-document' : 'refuse-document', {
        document: id,
        kind: document.kind,
        reason: reason ?? null,
      });
      await this.follow(actor, organizationId);
      if (outcome === 'accepted' && dueDiligencePartOf(document.kind) !== null) await this.tellWhenReady(organizationId);
      if (outcome === 'refused') await this.events.publish(paperRefused, { organizationId, reason: reason ?? '' });
    });
  }

  /** With the last paper of due diligence accepted, or a verification after them, an administrator has to decide on the whole. */
  async tellWhenReady(organizationId: string): Promise<void> {
    const { readySince } = await this.documents.dueDiligence(organizationId);
    if (readySince !== null) await this.events.publish(dueDiligenceReady, { organizationId });
  }

  /** Brings the level in line with the papers. Joins the caller's unit of work. */
  async follow(actor: Actor, organizationId: string): Promise<ShownByPapers> {
    const shown = await this.shown(organizationId);
    await this.levels.follow(actor, organizationId, shown);
    return shown;
  }

  private async shown(organizationId: string): Promise<ShownByPapers> {
    return shownBy(await this.documents.counting(organizationId), await this.documents.today());
  }

  private async require(organizationId: string, id: string): Promise<OrganizationDocumentEntity> {
    const document = await this.uow.manager.findOneBy(OrganizationDocumentEntity, { id, organizationId });
    if (!document) throw notFound('document');
    return document;
  }

  private record(actor: PersonActor, id: string, act: string, data: Record<string, string | null>): Promise<void> {
    return this.audit.record(actor, { action: `organization.${act}`, subject: { type: 'organization', id }, data });
  }
}

const conflict = (code: string, detail: string): DomainError => new DomainError('conflict', `document.${code}`, { detail });
