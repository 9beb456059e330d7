import { AuditLog } from '../../../src/platform/audit/audit-log.js';
import { system } from '../../../src/kernel/actor.js';
import { BusinessClock } from '../../../src/platform/database/business-clock.js';
import { assertReadyForApp, migrate } from '../../../src/platform/database/migrator.js';
import { cloneDatabase, connect } from '../../support/database.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';

describe('the ground', () => {
  let context: MediumContext;
  beforeAll(async () => (context = await mediumContext()));
  afterAll(() => context.close());

  it('runs as a role that owns nothing and may not touch the clock or the trail', async () => {
    const { uow } = context;
    expect(await uow.query('SELECT current_user AS name')).toEqual([{ name: 'gate_app' }]);
    expect(await uow.query(`SELECT tablename FROM pg_tables WHERE tableowner = current_user`)).toEqual([]);
    await expect(uow.query(`UPDATE business_clock SET shift = '1 day'`)).rejects.toThrow('permission denied');
    await expect(uow.query('CREATE TABLE intruder (id integer)')).rejects.toThrow('permission denied');
  });

  it('moves business time and nothing else', async () => {
    await context.shiftClock('40 days');
    const shifted = await context.get(BusinessClock).now();
    expect(shifted.getTime() - Date.now()).toBeGreaterThan(39 * 86_400_000);
    await context.shiftClock('0');
  });

  it('writes audit rows with the change, or neither', async () => {
    const { uow, sql } = context;
    const audit = context.get(AuditLog);
    const entry = { action: 'test.act', subject: { type: 'test', id: '1' } };
    await expect(
      uow.run(async () => {
        await audit.record(system('test'), entry);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await uow.run(() => audit.record(system('test'), entry));
    const { rows } = await sql.query(`SELECT actor_name, action FROM audit_entry WHERE action = 'test.act'`);
    expect(rows).toEqual([{ actor_name: 'test', action: 'test.act' }]);
  });
});

describe('the migrator', () => {
  it('lets three processes start at once: one migrates, the others find nothing to do', async () => {
    const database = await cloneDatabase({ empty: true });
    const ran = await Promise.all([1, 2, 3].map(() => migrate({ ownerUrl: database.ownerUrl })));
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    await expect(assertReadyForApp(database.url)).resolves.toBeUndefined();
    await database.drop();
  });

  it('calls for a backup only before changing a database that has data', async () => {
    const database = await cloneDatabase({ empty: true });
    let backups = 0;
    const beforeChange = async (): Promise<void> => void backups++;
    await migrate({ ownerUrl: database.ownerUrl, beforeChange });
    await migrate({ ownerUrl: database.ownerUrl, beforeChange });
    expect(backups).toBe(0);
    await database.drop();
  });

  it('refuses to run as a superuser, or before the migrations, in one sentence', async () => {
    const database = await cloneDatabase({ empty: true });
    await expect(assertReadyForApp(database.superUrl)).rejects.toThrow('signs in as the superuser gate');
    await expect(assertReadyForApp(database.url)).rejects.toThrow('set DATABASE_OWNER_URL');
    await database.drop();
  });

  it('gives the runtime role the queue tables', async () => {
    const database = await cloneDatabase();
    const app = await connect(database.url);
    await expect(app.query('SELECT count(*) FROM bullmq.job')).resolves.toBeDefined();
    await app.end();
    await database.drop();
  });
});
