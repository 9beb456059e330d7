import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { system } from '../../../src/kernel/actor.js';
import { AUDIT_HEAD_FILE, AuditAnchor } from '../../../src/platform/audit/audit-anchor.js';
import { AuditLog } from '../../../src/platform/audit/audit-log.js';
import { AuditRepository } from '../../../src/platform/audit/audit.repository.js';
import { AuditSealer } from '../../../src/platform/audit/audit.sealer.js';
import { AuditSeal } from '../../../src/platform/audit/audit-seal.js';
import { AuditVerifier } from '../../../src/platform/audit/audit.verifier.js';
import { connect } from '../../support/database.js';
import { type MediumContext, mediumContext } from '../../support/medium.js';
import { until } from '../../support/until.js';

describe('the audit trail', () => {
  let context: MediumContext;
  let sealer: AuditSealer;
  const verify = () => context.get(AuditVerifier).verify();
  const head = (): string => path.join(context.config.dataDir, AUDIT_HEAD_FILE);

  const record = (...ids: string[]): Promise<void> =>
    context.uow.run(async () => {
      for (const id of ids)
        await context.get(AuditLog).record(system('test'), {
          action: 'listing.publish',
          subject: { type: 'listing', id },
          data: { to: 'published', from: 'draft' },
        });
    });

  /** As somebody who owns the tables and forgets the rules. */
  const tamper = async (statement: string): Promise<void> => {
    await context.sql.query(`ALTER TABLE audit_entry DISABLE TRIGGER USER; ALTER TABLE audit_block DISABLE TRIGGER USER`);
    await context.sql.query(statement);
    await context.sql.query(`ALTER TABLE audit_entry ENABLE TRIGGER USER; ALTER TABLE audit_block ENABLE TRIGGER USER`);
  };

  /** Other test files' transactions in the same cluster may hold sealing up for a moment. */
  const sealAll = (): Promise<boolean> =>
    until('everything is sealed', async () => {
      await sealer.pass();
      return (await verify()).unsealed.count === 0;
    });

  // Six entries in three blocks.
  beforeEach(async () => {
    context = await mediumContext();
    sealer = context.get(AuditSealer);
    for (const ids of [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]) {
      await record(...ids);
      await sealAll();
    }
  });
  afterEach(() => context.close());

  it('is whole when nobody touched it', async () => {
    expect(await verify()).toEqual({
      blocks: 3,
      entries: 6,
      otherKeyBlocks: 0,
      fault: null,
      unsealed: { count: 0, oldestSeconds: 0 },
      anchoredBlock: '3',
    });
    expect(await sealer.pass()).toBe(0);
  });

  it('stays in order over more blocks than have one digit', async () => {
    for (let i = 0; i < 9; i++) {
      await record(`more-${i}`);
      await sealAll();
    }
    expect(await verify()).toMatchObject({ blocks: 12, entries: 15, fault: null, anchoredBlock: '12' });
  });

  it('refuses changes to the role that writes it, and to its owner', async () => {
    const app = await connect(context.database.url);
    await expect(app.query(`UPDATE audit_entry SET action = 'x'`)).rejects.toThrow('permission denied');
    await expect(app.query('DELETE FROM audit_block')).rejects.toThrow('permission denied');
    await app.end();
    await expect(context.sql.query('DELETE FROM audit_entry')).rejects.toThrow('append-only');
    await expect(context.sql.query('TRUNCATE audit_block')).rejects.toThrow('append-only');
  });

  it('is written only with the change it is about', async () => {
    await expect(context.get(AuditLog).record(system('test'), { action: 'x.y', subject: { type: 'x', id: '1' } })).rejects.toThrow(
      'outside a unit of work',
    );
  });

  it('waits for transactions that began before, and says how long entries have waited', async () => {
    const slow = await connect(context.database.url);
    await slow.query('BEGIN');
    await slow.query(
      `INSERT INTO audit_entry (actor_kind, action, subject_type, subject_id) VALUES ('system', 'listing.submit', 'listing', 'slow')`,
    );
    await record('g');
    expect(await sealer.pass()).toBe(0);
    expect((await verify()).unsealed).toMatchObject({ count: 1, oldestSeconds: expect.any(Number) });
    await slow.query('COMMIT');
    await slow.end();
    await sealAll();
    expect(await verify()).toMatchObject({ entries: 8, fault: null });
  });

  it.each([
    [
      'a changed entry',
      `UPDATE audit_entry SET action = 'listing.reject' WHERE seq = 4`,
      { reason: 'entry-changed', block: '2', seq: '4' },
    ],
    [
      'a changed time',
      `UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE seq = 1`,
      { reason: 'entry-changed', block: '1', seq: '1' },
    ],
    ['changed data', `UPDATE audit_entry SET data = '{"to": "draft"}' WHERE seq = 6`, { reason: 'entry-changed', block: '3', seq: '6' }],
    ['a removed entry', 'DELETE FROM audit_entry WHERE seq = 3', { reason: 'entry-missing', block: '2', seq: '3' }],
    [
      'two entries that changed places',
      `UPDATE audit_entry a SET subject_id = b.subject_id FROM audit_entry b WHERE (a.seq, b.seq) IN ((2, 5), (5, 2))`,
      { reason: 'entry-changed', block: '1', seq: '2' },
    ],
    [
      'an entry put in among sealed ones',
      `INSERT INTO audit_entry (actor_kind, action, subject_type, subject_id, xid) SELECT 'system', 'x.y', 'x', '1', xid FROM audit_entry WHERE seq = 3`,
      { reason: 'entry-inserted', block: '3', seq: '7' },
    ],
    [
      'a block that hides a removed entry',
      `UPDATE audit_block SET seqs = ARRAY[3], entry_seals = entry_seals[1:1] WHERE number = 2`,
      { reason: 'block-changed', block: '2' },
    ],
    ['a removed block', 'DELETE FROM audit_block WHERE number = 2', { reason: 'block-missing', block: '2' }],
    [
      'a tail cut off with its block',
      'DELETE FROM audit_block WHERE number = 3; DELETE FROM audit_entry WHERE seq > 4',
      { reason: 'tail-cut', block: '3' },
    ],
    ['everything cut off', 'DELETE FROM audit_block; DELETE FROM audit_entry', { reason: 'tail-cut', block: '1' }],
  ])('names %s', async (_, statement, fault) => {
    await tamper(statement);
    expect((await verify()).fault).toMatchObject(fault);
  });

  it('takes an entry that was removed and put back as it was for what it is', async () => {
    await tamper(
      `CREATE TEMP TABLE kept AS SELECT * FROM audit_entry WHERE seq = 3; DELETE FROM audit_entry WHERE seq = 3;
       INSERT INTO audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM kept`,
    );
    expect((await verify()).fault).toBeNull();
  });

  it('does not seal over a gap that this machine can see', async () => {
    await tamper('DELETE FROM audit_block WHERE number = 3; DELETE FROM audit_entry WHERE seq > 4');
    await record('h');
    await until('sealing is refused', () =>
      sealer.pass().then(
        () => false,
        (error: Error) => error.message.includes('nothing is sealed meanwhile'),
      ),
    );
    expect(await verify()).toMatchObject({ fault: { reason: 'tail-cut' }, unsealed: { count: 1 } });
  });

  it('seals no entry twice when two sealers run at once', async () => {
    await record('i');
    await until('everything is sealed', async () => {
      const passes = await Promise.allSettled([sealer.pass(), sealer.pass()]);
      expect(passes.some((pass) => pass.status === 'fulfilled')).toBe(true);
      return (await verify()).unsealed.count === 0;
    });
    expect(await verify()).toMatchObject({ blocks: 4, entries: 7, fault: null });
  });

  it('says so when its head file was changed, or is missing', async () => {
    writeFileSync(head(), readFileSync(head(), 'utf8').replace('"number":"3"', '"number":"2"'));
    await expect(verify()).rejects.toThrow('was changed');
    rmSync(head());
    expect(await verify()).toMatchObject({ fault: null, anchoredBlock: null });
  });

  it('tells blocks of another secret from changed ones, and goes on under the new one', async () => {
    const seal = new AuditSeal('another secret of at least 32 characters');
    const anchor = new AuditAnchor(context.config.dataDir, seal);
    const repository = context.get(AuditRepository);
    const renewed = new AuditVerifier(repository, seal, anchor);
    expect(await renewed.verify()).toMatchObject({ blocks: 0, otherKeyBlocks: 3, fault: null, anchoredBlock: null });
    await tamper(`UPDATE audit_block SET hash = 'forged' WHERE number = 2`);
    expect((await renewed.verify()).fault).toEqual({ reason: 'block-changed', block: '3', seq: null });
  });

  it('keeps its key out of the database and its head file', async () => {
    const { rows } = await context.sql.query<{ dump: string }>('SELECT string_agg(b::text, chr(10)) AS dump FROM audit_block b');
    expect(rows[0]!.dump).not.toContain(context.config.secret);
    expect(readFileSync(head(), 'utf8')).not.toContain(context.config.secret);
  });
});
