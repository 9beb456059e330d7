import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileAnswers, FilesService } from '../files/index.js';
import { LISTING_KINDS } from './content.schemas.js';
import type { ShownEndorsement } from './endorsement.projection.js';
import { ListingEndorsementEntity } from './listing-endorsement.entity.js';
import { ListingEndorsements } from './listing-endorsements.service.js';
import { ListingViews } from './listing-views.queries.js';

/** Letters by which governments endorse listings, as pictures or scans: what the record of an endorsement rests on. */
@Injectable()
export class EndorsementLetters {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly endorsements: ListingEndorsements,
    private readonly views: ListingViews,
    private readonly files: FilesService,
    private readonly answers: FileAnswers,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Once for each endorsement, by those who may record one.
   * @throws DomainError 404, 403, `endorsement.has-letter`, `endorsement.withdrawn`, `file.quota` (409), `request.invalid` (400).
   */
  attach(actor: PersonActor, listingId: string, id: string, file: string): Promise<void> {
    return this.uow.run(async () => {
      const { organizationId } = await this.endorsements.open(actor, listingId);
      const row = await this.uow.manager.findOne(ListingEndorsementEntity, {
        where: { id, listingId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!row) throw notFound('endorsement');
      if (row.withdrawnAt !== null) throw conflict('withdrawn', 'This endorsement has been withdrawn: its record stays as it was.');
      if (row.fileId !== null)
        throw conflict('has-letter', 'Its letter is on record: record a new endorsement where there is another one.');
      await this.files.hold(actor, { kind: 'endorsement', id, organizationId }, [file], 'file');
      await this.uow.manager.update(ListingEndorsementEntity, { id }, { fileId: file });
      await this.audit.record(actor, {
        action: 'listing.attach-letter',
        subject: { type: 'listing', id: listingId },
        data: { endorsementId: id },
      });
    });
  }

  /** For whoever sees it named in the listing. @throws DomainError `listing.not-found`, `file.not-found` (404). */
  async open(actor: Actor, listingId: string, id: string): Promise<StreamableFile> {
    const view = (await this.views.one(actor, listingId, LISTING_KINDS)) as { endorsements?: ShownEndorsement[] };
    const shown = view.endorsements?.find((one) => one.id === id);
    const row = shown?.letter ? await this.uow.manager.findOneBy(ListingEndorsementEntity, { id, listingId }) : null;
    if (!row?.fileId) throw notFound('file');
    return this.answers.of({ kind: 'endorsement', id }, row.fileId);
  }
}

const conflict = (code: string, detail: string): DomainError => new DomainError('conflict', `endorsement.${code}`, { detail });
