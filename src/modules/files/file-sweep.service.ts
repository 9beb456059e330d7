import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { BlobStore, discard } from '../../platform/storage/index.js';

/** Name of the recurring task. */
export const FILE_SWEEP = 'files.sweep';

const EVERY_MS = 60 * 60_000;
const KEPT_MS = 24 * 60 * 60_000;
const BATCH = 100;

/** Throws away files that have been part of nothing for a day, uploads that are as old, and what a broken upload has left behind. */
@Injectable()
export class FileSweep implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly blobs: BlobStore,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.every(FILE_SWEEP, EVERY_MS, () => this.run());
  }

  async run(): Promise<void> {
    while ((await this.uow.run(() => this.sweepFree())) === BATCH);
    await this.uow.run(async () => void (await this.uow.query(`DELETE FROM upload WHERE started_at < gate_now() - interval '1 day'`)));
    await this.sweepIncoming();
  }

  /** The row goes last, and only when the contents are gone: a run that is cut short is repeated. */
  private async sweepFree(): Promise<number> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT id FROM stored_file WHERE holder_id IS NULL AND uploaded_at < gate_now() - interval '1 day'
       ORDER BY uploaded_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    );
    for (const { id } of rows) await this.blobs.remove(id);
    await this.uow.query('DELETE FROM stored_file WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
    return rows.length;
  }

  private async sweepIncoming(): Promise<void> {
    const names = await fs.readdir(this.blobs.incoming).catch(() => []);
    for (const name of names) {
      const at = path.join(this.blobs.incoming, name);
      const stat = await fs.stat(at).catch(() => null);
      if (stat && stat.mtimeMs < Date.now() - KEPT_MS) await discard({ path: at });
    }
  }
}
