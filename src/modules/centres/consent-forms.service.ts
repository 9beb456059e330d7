import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileAnswers, FilesService } from '../files/index.js';
import { OrganizationsQueries, requireSight } from '../organizations/index.js';
import { ConsentEntity } from './consent.entity.js';
import { requireKeeper } from './consent.policy.js';

/** Signed forms, as pictures or scans: what the record of a consent rests on. */
@Injectable()
export class ConsentForms {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsQueries,
    private readonly files: FilesService,
    private readonly answers: FileAnswers,
    private readonly audit: AuditLog,
  ) {}

  /** Once for each consent. @throws DomainError 404, 403, `consent.has-form`, `consent.no-form`, `file.quota` (409), `request.invalid` (400). */
  attach(actor: Actor, organizationId: string, id: string, file: string): Promise<void> {
    return this.uow.run(async () => {
      requireKeeper(actor, await this.organizations.facts(organizationId, actor));
      const consent = await this.uow.manager.findOne(ConsentEntity, { where: { id, organizationId }, lock: { mode: 'pessimistic_write' } });
      if (!consent) throw notFound('consent');
      if (consent.kind !== 'signed-form') throw conflict('no-form', 'This consent was said in a call: there is no form of it.');
      if (consent.fileId !== null) throw conflict('has-form', 'Its form is on record: record a new consent where another was signed.');
      await this.files.hold(actor, { kind: 'consent', id, organizationId }, [file], 'file');
      await this.uow.manager.update(ConsentEntity, { id }, { fileId: file });
      await this.audit.record(actor, {
        action: 'consent.attach-form',
        subject: { type: 'organization', id: organizationId },
        data: { consentId: id },
      });
    });
  }

  /** For whoever reads the consents; a reading by office is audited. @throws DomainError 404, 403. */
  open(actor: Actor, organizationId: string, id: string): Promise<StreamableFile> {
    return this.uow.run(async () => {
      const facts = await this.organizations.facts(organizationId, actor);
      requireSight(actor, facts, 'full');
      const consent = await this.uow.manager.findOneBy(ConsentEntity, { id, organizationId });
      if (!consent?.fileId) throw notFound('file');
      if (facts.role === null)
        await this.audit.record(actor, { action: 'consent.read', subject: { type: 'organization', id: organizationId } });
      return this.answers.of({ kind: 'consent', id }, consent.fileId);
    });
  }
}

const conflict = (code: string, detail: string): DomainError => new DomainError('conflict', `consent.${code}`, { detail });
