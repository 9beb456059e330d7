import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { FileAnswers, FilesService } from '../files/index.js';
import { OrganizationLevels } from '../organizations/index.js';
import { DocumentsQueries } from './documents.queries.js';
import { OrganizationDocumentEntity } from './organization-document.entity.js';
import { copyAwaited } from './verification.events.js';
import type { CopyBy } from './verification.policy.js';

/** Copies of papers. They are the organization's: a paper that is handed in again shows the same one. */
@Injectable()
export class DocumentFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly levels: OrganizationLevels,
    private readonly documents: DocumentsQueries,
    private readonly files: FilesService,
    private readonly answers: FileAnswers,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Adds the copy of a paper, or another one, while nobody has decided: its managers do, or the desk that was given it on paper.
   * @throws DomainError 404, 403, `document.decided`, `file.quota` (409), `request.invalid` (400) for a file that is not hers.
   */
  attach(actor: PersonActor, organizationId: string, id: string, file: string): Promise<void> {
    return this.uow.run(async () => {
      await this.levels.openAsManager(actor, organizationId, { orDesk: true });
      await this.requireOpen(organizationId, id);
      await this.files.hold(actor, holderOf(organizationId), [file], 'file');
      await this.uow.manager.update(OrganizationDocumentEntity, { id }, { fileId: file, copyBy: null });
      await this.release(organizationId);
      await this.record(actor, organizationId, 'attach-document', { document: id });
    });
  }

  /**
   * Who is to bring a copy that cannot be sent now. Its centre is told when the answer is new.
   * @throws DomainError 404, 403, `document.decided`, `document.copied` (409).
   */
  promise(actor: PersonActor, organizationId: string, id: string, by: CopyBy): Promise<void> {
    return this.uow.run(async () => {
      await this.levels.openAsManager(actor, organizationId);
      const document = await this.requireOpen(organizationId, id);
      if (document.fileId !== null) throw conflict('copied', 'Its copy is there already.');
      if (document.copyBy === by) return;
      await this.uow.manager.update(OrganizationDocumentEntity, { id }, { copyBy: by });
      await this.record(actor, organizationId, 'promise-copy', { document: id, by });
      if (by === 'centre') await this.events.publish(copyAwaited, { organizationId });
    });
  }

  /** For whoever reads the papers; a reading by office is audited. @throws DomainError 404, 403. */
  async read(actor: Actor, organizationId: string, id: string): Promise<StreamableFile> {
    await this.documents.list(actor, organizationId);
    const document = await this.uow.manager.findOneBy(OrganizationDocumentEntity, { id, organizationId });
    if (!document?.fileId) throw notFound('file');
    return this.answers.of(holderOf(organizationId), document.fileId);
  }

  /** Gives up copies that no paper shows any more. Joins the caller's unit of work. */
  async release(organizationId: string): Promise<void> {
    const rows = await this.uow.query<{ id: string }>(
      'SELECT file_id AS id FROM organization_document WHERE organization_id = $1 AND file_id IS NOT NULL',
      [organizationId],
    );
    await this.files.release(
      holderOf(organizationId),
      rows.map(({ id }) => id),
    );
  }

  private async requireOpen(organizationId: string, id: string): Promise<OrganizationDocumentEntity> {
    const document = await this.uow.manager.findOneBy(OrganizationDocumentEntity, { id, organizationId });
    if (!document) throw notFound('document');
    if (document.outcome !== null) throw conflict('decided', 'It has been decided on and stays as it was: hand in another one.');
    return document;
  }

  private record(actor: PersonActor, id: string, act: string, data: Record<string, string>): Promise<void> {
    return this.audit.record(actor, { action: `organization.${act}`, subject: { type: 'organization', id }, data });
  }
}

const conflict = (code: string, detail: string): DomainError => new DomainError('conflict', `document.${code}`, { detail });

const holderOf = (organizationId: string) => ({ kind: 'document', id: organizationId, organizationId }) as const;
