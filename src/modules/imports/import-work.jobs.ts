import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Handles, type JobRun } from '../../platform/queue/handles.js';
import { defineJob } from '../../platform/queue/job.js';
import { ImportPeople } from './import-people.queries.js';
import { ImportRunEntity } from './import-run.entity.js';
import { ImportTable, type ReadRow } from './import-table.service.js';
import { ImportTaking } from './import-taking.service.js';
import type { RowFault } from './row-reader.js';

const payload = z.strictObject({ runId: z.uuid() });
/** Reads a table and says what is wrong with it; nothing goes in. */
export const checkImportJob = defineJob({ name: 'imports.check', queue: 'maintenance', payload });
/** Takes the good rows of a checked table in. */
export const takeImportJob = defineJob({ name: 'imports.take', queue: 'maintenance', payload });

type Run = { runId: string };
type GoodRow = Extract<ReadRow, { row: object }>;

/** Faults that are kept of one run; who has more will not read them. */
const FAULTS_KEPT = 5_000;
const BATCH = 100;

/** The work of a run, in the background. */
@Injectable()
export class ImportWork {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: ImportPeople,
    private readonly table: ImportTable,
    private readonly taking: ImportTaking,
  ) {}

  @Handles(checkImportJob)
  async check({ runId }: Run, job: JobRun): Promise<void> {
    const run = await this.find(runId, 'checking');
    if (!run) return;
    const actor = await this.people.actor(run.createdBy, run.organizationId);
    if (!actor) return void (await job.complete(() => this.taking.fail(runId)));
    let [rows, faultyRows] = [0, 0];
    const faults: RowFault[] = [];
    for await (const read of this.table.read(run, actor, job.signal)) {
      rows++;
      if (!('faults' in read)) continue;
      faultyRows++;
      faults.push(...read.faults.slice(0, FAULTS_KEPT - faults.length));
    }
    await job.complete(() => this.taking.checked(runId, { rows, faultyRows }, faults));
  }

  @Handles(takeImportJob)
  async take({ runId }: Run, job: JobRun): Promise<void> {
    const run = await this.find(runId, 'running');
    if (!run) return;
    const actor = await this.people.actor(run.createdBy, run.organizationId);
    if (!actor) return void (await job.complete(() => this.taking.fail(runId)));
    let batch: GoodRow[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length > 0) await this.taking.take(actor, run, batch);
      batch = [];
    };
    for await (const read of this.table.read(run, actor, job.signal)) {
      if ('faults' in read || read.line <= run.takenLine) continue;
      if (run.submit) await this.submit(actor, run, read);
      else if (batch.push(read) === BATCH) await flush();
    }
    await flush();
    await job.complete(() => this.taking.finish(actor, run));
  }

  /** Each row by itself: what may not be handed in does not go in, and its reason is told. */
  private async submit(actor: Parameters<ImportTaking['take']>[0], run: ImportRunEntity, read: GoodRow): Promise<void> {
    try {
      await this.taking.take(actor, run, [read]);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { errors = [] } = error.details;
      const faults =
        errors.length > 0
          ? errors.map(({ path, message }) => ({ column: path, reason: message }))
          : [{ column: '', reason: error.message }];
      await this.taking.refuse(
        run,
        faults.map((fault) => ({ line: read.line, ...fault })),
      );
    }
  }

  private find(id: string, state: ImportRunEntity['state']): Promise<ImportRunEntity | null> {
    return this.uow.manager.findOneBy(ImportRunEntity, { id, state });
  }
}
