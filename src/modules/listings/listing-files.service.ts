import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileAnswers, type FileHolder, FilesService } from '../files/index.js';
import { type Attachment, LISTING_KINDS } from './content.schemas.js';
import type { AnyContent } from './listing-kinds.js';
import { ListingViews } from './listing-views.queries.js';

interface Owned {
  id: string;
  organizationId: string;
}

const holderOf = ({ id, organizationId }: Owned): FileHolder => ({ kind: 'listing', id, organizationId });

/** Files of listings: part of the content, so that each revision has its own, and readers get those their level opens. */
@Injectable()
export class ListingFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FilesService,
    private readonly answers: FileAnswers,
    private readonly views: ListingViews,
  ) {}

  /**
   * Makes the files of a content the listing's. Joins the caller's unit of work.
   * @returns the content with name, type and size of each.
   * @throws DomainError `request.invalid` (400) for a file that is not the actor's, `file.quota` (409).
   */
  async hold(actor: Actor, listing: Owned, content: AnyContent): Promise<AnyContent> {
    const { attachments = [] } = content;
    const held = await this.files.hold(
      actor,
      holderOf(listing),
      attachments.map(({ file }) => file),
      'attachments.*.file',
    );
    return { ...content, attachments: attachments.map((one, i) => ({ ...one, ...factsOf(held[i]!) })) };
  }

  /** Gives up what no revision names any more. Joins the caller's unit of work. */
  async release(listing: Owned): Promise<void> {
    const rows = await this.uow.query<{ file: string }>(
      `SELECT DISTINCT a->>'file' AS file FROM listing_revision r, jsonb_array_elements(r.content->'attachments') a WHERE r.listing_id = $1`,
      [listing.id],
    );
    await this.files.release(
      holderOf(listing),
      rows.map(({ file }) => file),
    );
  }

  /**
   * A file that the reader sees named in the listing.
   * @throws DomainError `listing.not-found`, `file.not-found` (404).
   */
  async open(actor: Actor, id: string, fileId: string): Promise<StreamableFile> {
    const view = (await this.views.one(actor, id, LISTING_KINDS)) as Partial<WithFiles> & {
      reference: string;
      pending?: Partial<WithFiles> | null;
    };
    const seen = [...(view.attachments ?? []), ...(view.pending?.attachments ?? [])];
    const at = seen.findIndex(({ file }) => file === fileId);
    if (at < 0) throw notFound('file');
    return this.answers.of({ kind: 'listing', id }, fileId, seen[at]?.name === undefined ? `${view.reference}-${at + 1}` : undefined);
  }
}

interface WithFiles {
  attachments: Attachment[];
}

const factsOf = ({ name, type, bytes }: { name: string; type: string; bytes: number }): Pick<Attachment, 'name' | 'type' | 'bytes'> => ({
  name,
  type,
  bytes,
});
