import type { MultipartFile } from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type Actor, type PersonActor, personIdOf } from '../../kernel/actor.js';
import { DomainError, type Fault, invalid, notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { UPLOAD_LIMIT } from '../../platform/http/index.js';
import {
  BlobStore,
  contentFault,
  contentsOf,
  discard,
  type FileFault,
  type NamedFile,
  namedFile,
  receive,
  type ReceivedFile,
} from '../../platform/storage/index.js';
import { Rules } from '../rules/index.js';
import { organizationMegabytes, waitingMegabytes } from './files.rules.js';
import type { FileView } from './files.schemas.js';
import { type FileHolderKind, StoredFileEntity } from './stored-file.entity.js';

const MB = 1_048_576;
export const TOO_LARGE: FileFault = {
  code: 'too-large',
  message: `A file has at most ${UPLOAD_LIMIT / MB} MB: make it smaller or divide it.`,
};

/** What a file becomes part of, and on whose quota it counts. */
export interface FileHolder {
  kind: FileHolderKind;
  id: string;
  /** Null: nobody's quota, for what a desk brings for several. */
  organizationId: string | null;
}

/** Takes files from people, makes them part of something, and gives them up. */
@Injectable()
export class FilesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly blobs: BlobStore,
    private readonly rules: Rules,
  ) {}

  /**
   * Keeps an upload: only when name, declared type and contents agree. It belongs to nothing yet, and goes after a day if that stays so.
   * @throws DomainError `file.refused` (400) with the remedy, `file.too-large` (400), `file.waiting-full` (409).
   */
  async upload(actor: PersonActor, part: MultipartFile): Promise<FileView> {
    const named = namedFile(part.filename, part.mimetype);
    if ('code' in named) {
      part.file.resume();
      throw refused(named);
    }
    const received = await receive(part.file, this.blobs.incoming).catch(brokenOff);
    if (!part.file.truncated) return this.keep(actor, named, received);
    await discard(received);
    throw refused(TOO_LARGE);
  }

  /**
   * Of a file that has arrived whole on this disk, which is gone from there afterwards.
   * @param id under which it is kept; when it is there already, that is the end of it
   * @throws DomainError as `upload` does.
   */
  async keep(actor: PersonActor, named: NamedFile, received: ReceivedFile, id: string = randomUUID()): Promise<FileView> {
    try {
      if (received.bytes === 0) throw refused({ code: 'empty', message: 'It is empty.' });
      const { found, isText } = await contentsOf(received);
      const fault = contentFault(named, found, isText);
      if (fault) throw refused(fault);
      const { bytes, sha256 } = received;
      await this.enter(actor, id, named, { bytes, sha256 });
      await this.blobs.put(id, received.path, named.type);
      return { id, name: named.name, type: named.type, bytes, sha256 };
    } finally {
      await discard(received);
    }
  }

  /**
   * Makes files part of a holder, which keeps those it has already. Joins the caller's unit of work.
   * @param path where the ids stand in what the actor sent, such as `attachments.*.file`; a star is the place in the list
   * @returns the files in the order of `ids`
   * @throws DomainError `request.invalid` (400) for a file that is not hers or is part of something else, `file.quota` (409).
   */
  async hold(actor: Actor, holder: FileHolder, ids: readonly string[], path: string): Promise<StoredFileEntity[]> {
    if (ids.length === 0) return [];
    const rows = await this.uow.manager
      .createQueryBuilder(StoredFileEntity, 'f')
      .where('f.id = ANY(:ids)', { ids })
      .setLock('pessimistic_write')
      .orderBy('f.id')
      .getMany();
    const files = new Map(rows.map((row) => [row.id, row]));
    const isFree = (file: StoredFileEntity): boolean => file.holderId === null && file.uploadedBy === personIdOf(actor);
    const faults = ids.flatMap((id, at): Fault[] => {
      const file = files.get(id);
      if (file && (isHeldBy(file, holder) || isFree(file)) && ids.indexOf(id) === at) return [];
      return [{ path: path.replace('*', String(at)), code: 'unknown-file', message: 'There is no such file of yours: send it first.' }];
    });
    if (faults.length > 0) throw invalid(faults);
    const taken = rows.filter((file) => !isHeldBy(file, holder));
    if (taken.length > 0) {
      if (holder.organizationId !== null) await this.requireQuota(holder.organizationId, taken);
      const { kind, id: holderId, organizationId } = holder;
      await this.uow.manager.update(
        StoredFileEntity,
        taken.map(({ id }) => id),
        { holder: kind, holderId, organizationId },
      );
    }
    return ids.map((id) => files.get(id)!);
  }

  /** Gives up what a holder keeps beside `kept`: it goes with the next sweep. Joins the caller's unit of work. */
  async release({ kind, id }: Pick<FileHolder, 'kind' | 'id'>, kept: readonly string[] = []): Promise<void> {
    await this.uow.query(
      `UPDATE stored_file SET holder = NULL, holder_id = NULL, organization_id = NULL, uploaded_at = gate_now()
       WHERE holder = $1 AND holder_id = $2 AND NOT id = ANY($3)`,
      [kind, id, kept],
    );
  }

  /** A file of a holder. @throws DomainError `file.not-found` (404). */
  async facts(holder: Pick<FileHolder, 'kind' | 'id'>, id: string): Promise<StoredFileEntity> {
    const file = await this.uow.manager.findOneBy(StoredFileEntity, { id });
    if (!file || !isHeldBy(file, holder)) throw notFound('file');
    return file;
  }

  /** In a unit of its own, so that a file whose contents are being kept is known before they are. */
  private enter(actor: PersonActor, id: string, named: NamedFile, measured: { bytes: number; sha256: string }): Promise<void> {
    return this.uow.run(async () => {
      await this.requireRoom(actor, measured.bytes, id);
      const row = { id, ...named, ...measured, uploadedBy: actor.personId };
      await this.uow.manager.createQueryBuilder().insert().into(StoredFileEntity).values(row).orIgnore().execute();
    });
  }

  /**
   * Whether a person may send so much more, of which what she has begun to send is a part. Joins the caller's unit of work.
   * @param id of the file itself, which does not count twice
   * @throws DomainError `file.waiting-full` (409).
   */
  async requireRoom({ personId }: PersonActor, bytes: number, id: string | null = null): Promise<void> {
    await this.lock(`file-waiting:${personId}`);
    const [row] = await this.uow.query<{ bytes: string }>(
      `SELECT coalesce(sum(bytes), 0) AS bytes FROM (
         SELECT id, bytes FROM stored_file WHERE uploaded_by = $1 AND holder_id IS NULL UNION ALL SELECT id, bytes FROM upload WHERE person_id = $1
       ) AS waiting WHERE id IS DISTINCT FROM $2`,
      [personId, id],
    );
    if (Number(row?.bytes) + bytes > (await this.rules.get(waitingMegabytes)) * MB)
      throw new DomainError('conflict', 'file.waiting-full', {
        detail: 'You have sent much that is not part of anything yet: use it first. What is not used goes after a day.',
      });
  }

  private async requireQuota(organizationId: string, more: readonly StoredFileEntity[]): Promise<void> {
    await this.lock(`file-quota:${organizationId}`);
    const quota = await this.rules.get(organizationMegabytes);
    const [row] = await this.uow.query<{ bytes: string }>(
      'SELECT coalesce(sum(bytes), 0) AS bytes FROM stored_file WHERE organization_id = $1',
      [organizationId],
    );
    if (Number(row?.bytes) + more.reduce((sum, { bytes }) => sum + bytes, 0) > quota * MB)
      throw new DomainError('conflict', 'file.quota', {
        detail: `The files of this organization may hold ${quota} MB together: remove some first.`,
      });
  }

  private async lock(what: string): Promise<void> {
    await this.uow.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [what]);
  }
}

const isHeldBy = (file: StoredFileEntity, { kind, id }: Pick<FileHolder, 'kind' | 'id'>): boolean =>
  file.holder === kind && file.holderId === id;

/** What went wrong on this machine's disk is our fault; anything else is a line that broke. */
function brokenOff(error: Error): never {
  if ('syscall' in error) throw error;
  throw refused({ code: 'broken-off', message: 'It did not arrive whole: send it again.' });
}

export const refused = ({ code, message }: FileFault): DomainError =>
  new DomainError('invalid', 'file.refused', { detail: message, errors: [{ path: 'file', code, message }] });
