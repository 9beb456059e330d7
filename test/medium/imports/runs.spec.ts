import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { ImportsModule } from '../../../src/modules/imports/index.js';
import { ImportWork } from '../../../src/modules/imports/import-work.jobs.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { JobRun } from '../../../src/platform/queue/handles.js';
import { BlobStore } from '../../../src/platform/storage/index.js';
import { newOrganization, type NewOrganizationRow } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';

const ROWS = 250;

describe('a run of an import', () => {
  let context: MediumContext;
  let owner: NewOrganizationRow;
  let runId: string;
  beforeAll(async () => {
    context = await mediumContext({ modules: [ImportsModule] });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    owner = await newOrganization(context);
    [runId] = [randomUUID()];
    const fileId = randomUUID();
    const lines = Array.from({ length: ROWS }, (_, at) => `K${at},solution,Title ${at}`);
    const file = path.join(tmpdir(), `gate-run-${runId}.csv`);
    writeFileSync(file, ['externalKey,kind,title', ...lines].join('\n'));
    await context.get(BlobStore).put(fileId, file, 'text/csv');
    await context.sql.query(
      `INSERT INTO import_run (id, collection, organization_id, file_id, file_name, columns, submit, state, rows, created_by)
       VALUES ($1, 'offers', $2, $3, 'table.csv', '{}', false, 'running', $4, $5)`,
      [runId, owner.id, fileId, ROWS, owner.manager.personId],
    );
  });

  /** One start of the job; `stopAt` makes it die at that row, or at the end. */
  const start = (stopAt?: number): Promise<void> => {
    let read = 0;
    const signal = {
      throwIfAborted: () => {
        if (++read === stopAt) throw new Error('killed');
      },
    } as AbortSignal;
    const complete: JobRun['complete'] = async (work) => {
      if (stopAt !== undefined) throw new Error('killed');
      return context.get(UnitOfWork).run(work);
    };
    return context.get(ImportWork).take({ runId }, { outboxId: runId, signal, complete });
  };
  const counts = async (): Promise<unknown> => {
    const { rows } = await context.sql.query(
      `SELECT state, added, known, (SELECT count(*)::int FROM listing WHERE organization_id = $2) AS listings FROM import_run WHERE id = $1`,
      [runId, owner.id],
    );
    return rows[0];
  };

  it('that is cut short goes on where it was, and counts each row once', async () => {
    await expect(start(150)).rejects.toThrow('killed');
    expect(await counts()).toEqual({ state: 'running', added: 100, known: 0, listings: 100 });
    await expect(start(ROWS + 1)).rejects.toThrow('killed');
    expect(await counts()).toEqual({ state: 'running', added: ROWS, known: 0, listings: ROWS });
    await start();
    expect(await counts()).toEqual({ state: 'finished', added: ROWS, known: 0, listings: ROWS });
  });

  it('takes each row once when the job runs twice at the same time', async () => {
    await Promise.all([start(), start()]);
    expect(await counts()).toEqual({ state: 'finished', added: ROWS, known: 0, listings: ROWS });
  });

  it('ends without rows when whoever asked for it has left meanwhile', async () => {
    await context.sql.query('UPDATE person SET disabled_at = gate_now() WHERE id = $1', [owner.manager.personId]);
    await start();
    expect(await counts()).toEqual({ state: 'failed', added: 0, known: 0, listings: 0 });
  });

  it('lists for nobody she may not list for any more', async () => {
    await context.sql.query(`UPDATE membership SET role = 'viewer' WHERE organization_id = $1`, [owner.id]);
    await start();
    expect(await counts()).toEqual({ state: 'finished', added: 0, known: 0, listings: 0 });
  });
});
