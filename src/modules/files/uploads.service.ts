import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { PersonActor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type SentFile, UPLOAD_LIMIT } from '../../platform/http/index.js';
import { BlobStore, discard, namedFile, receive } from '../../platform/storage/index.js';
import type { FileView, NewUpload, UploadView } from './files.schemas.js';
import { FilesService, refused, TOO_LARGE } from './files.service.js';
import { StoredFileEntity } from './stored-file.entity.js';
import { UploadPartEntity } from './upload-part.entity.js';
import { UploadEntity } from './upload.entity.js';

/** Bytes of one part: on a line of 45 kbit/s it takes less than a minute. */
export const PART_LIMIT = 256 * 1024;

/** Files over lines that break: begun, sent part by part, gone on with where they stopped, and finished like any other. */
@Injectable()
export class Uploads {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly blobs: BlobStore,
    private readonly files: FilesService,
  ) {}

  /** @throws DomainError `file.refused` (400) for what would be refused in the end, `file.waiting-full` (409). */
  begin(actor: PersonActor, { name, type, bytes }: NewUpload): Promise<UploadView> {
    return this.uow.run(async () => {
      const named = namedFile(name, type);
      if ('code' in named) throw refused(named);
      if (bytes > UPLOAD_LIMIT) throw refused(TOO_LARGE);
      await this.files.requireRoom(actor, bytes);
      const row = this.uow.manager.create(UploadEntity, { personId: actor.personId, name, type, bytes, received: 0 });
      await this.uow.manager.insert(UploadEntity, row);
      return viewOf(row);
    });
  }

  /** @throws DomainError `upload.not-found` (404), also for another person's. */
  async one(actor: PersonActor, id: string): Promise<UploadView> {
    return viewOf(await this.require(actor, id));
  }

  /**
   * Takes the next part. One that has arrived already is answered as if it had now: its sender may not know.
   * @throws DomainError 404, `upload.out-of-step` (409) for one that is not the next, `file.refused` (400) for what is too much.
   */
  async add(actor: PersonActor, id: string, at: number, contents: Readable): Promise<UploadView> {
    const part = await readPart(contents);
    return this.uow.run(async () => {
      const upload = await this.require(actor, id, true);
      if (at + part.length <= upload.received) return viewOf(upload);
      if (at !== upload.received) throw new DomainError('conflict', 'upload.out-of-step', { detail: `Go on at byte ${upload.received}.` });
      if (at + part.length > upload.bytes) throw refused({ code: 'too-large', message: 'This is more than was announced.' });
      await this.uow.manager.insert(UploadPartEntity, { uploadId: id, at, contents: part });
      await this.uow.manager.update(UploadEntity, { id }, { received: at + part.length });
      return viewOf({ ...upload, received: at + part.length });
    });
  }

  /**
   * Makes a file of its parts, by the rules of every file and under the id of the upload; asked for again, it answers the same.
   * @throws DomainError 404, `upload.incomplete` (409), and as `FilesService.upload` does.
   */
  async finish(actor: PersonActor, id: string): Promise<FileView> {
    const upload = await this.find(actor, id);
    const known = await this.finished(actor, id);
    if (known) return known;
    if (!upload) throw notFound('upload');
    const named = namedFile(upload.name, upload.type);
    if ('code' in named) throw refused(named);
    const whole = await receive(Readable.from(this.partsOf(id)), this.blobs.incoming);
    if (whole.bytes < upload.bytes) {
      await discard(whole);
      // Its parts go once somebody else has finished it.
      const file = await this.finished(actor, id);
      if (file) return file;
      throw new DomainError('conflict', 'upload.incomplete', { detail: `Send the rest first, from byte ${whole.bytes} on.` });
    }
    try {
      const file = await this.files.keep(actor, named, whole, id);
      await this.forget(id);
      return file;
    } catch (error) {
      if (error instanceof DomainError) await this.forget(id);
      throw error;
    }
  }

  /** The file of a form: the one in it, or the one whose parts have arrived before it. */
  async take(actor: PersonActor, sent: SentFile): Promise<FileView> {
    if ('fault' in sent) throw sent.fault;
    return 'part' in sent ? this.files.upload(actor, sent.part) : this.finish(actor, sent.upload);
  }

  private async *partsOf(id: string): AsyncGenerator<Buffer> {
    const places = await this.uow.query<{ at: number }>('SELECT at FROM upload_part WHERE upload_id = $1 ORDER BY at', [id]);
    for (const { at } of places) {
      const part = await this.uow.manager.findOneBy(UploadPartEntity, { uploadId: id, at });
      if (part) yield part.contents;
    }
  }

  private async finished({ personId }: PersonActor, id: string): Promise<FileView | null> {
    const file = await this.uow.manager.findOneBy(StoredFileEntity, { id, uploadedBy: personId });
    return file && { id, name: file.name, type: file.type, bytes: file.bytes, sha256: file.sha256 };
  }

  private find({ personId }: PersonActor, id: string, isToChange = false): Promise<UploadEntity | null> {
    const lock = isToChange ? { lock: { mode: 'pessimistic_write' as const } } : {};
    return this.uow.manager.findOne(UploadEntity, { where: { id, personId }, ...lock });
  }

  private async require(actor: PersonActor, id: string, isToChange = false): Promise<UploadEntity> {
    const upload = await this.find(actor, id, isToChange);
    if (!upload) throw notFound('upload');
    return upload;
  }

  private async forget(id: string): Promise<void> {
    await this.uow.run(async () => void (await this.uow.manager.delete(UploadEntity, { id })));
  }
}

const viewOf = ({ id, bytes, received }: UploadEntity): UploadView => ({ id, bytes, received });

/** Read to its end in any case: a sender that is cut off while it sends hears nothing. */
async function readPart(contents: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of contents as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes <= PART_LIMIT) pieces.push(piece);
  }
  if (bytes > PART_LIMIT) throw refused({ code: 'too-large', message: `A part has at most ${PART_LIMIT / 1024} kB.` });
  if (bytes === 0) throw refused({ code: 'empty', message: 'It is empty.' });
  return Buffer.concat(pieces);
}
