import { mediumContext, type MediumContext } from '../../support/medium.js';
import { until } from '../../support/until.js';

describe('a unit of work', () => {
  let context: MediumContext;
  beforeAll(async () => {
    context = await mediumContext();
    await context.sql.query(`CREATE TABLE purse (id integer PRIMARY KEY, coins integer NOT NULL); GRANT ALL ON purse TO gate_app`);
  });
  afterAll(() => context.close());
  beforeEach(async () => void (await context.sql.query(`TRUNCATE purse; INSERT INTO purse VALUES (1, 10), (2, 10)`)));

  const coins = async (): Promise<number[]> =>
    (await context.sql.query<{ coins: number }>('SELECT coins FROM purse ORDER BY id')).rows.map((row) => row.coins);
  const put = (id: number, by: number) => context.uow.query('UPDATE purse SET coins = coins + $2 WHERE id = $1', [id, by]);

  it('is joined by units inside it: all of them commit, or none', async () => {
    const { uow } = context;
    const transactions = await uow.run(async () => {
      const of = () => uow.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id');
      return [await of(), await uow.run(of), await uow.run(() => uow.run(of))].map(([row]) => row?.id);
    });
    expect(new Set(transactions).size).toBe(1);
    const failed = uow.run(async () => {
      await put(1, -5);
      await uow.run(() => put(2, 5));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await coins()).toEqual([10, 10]);
  });

  it('is each caller’s own, though many run at once', async () => {
    const { uow } = context;
    const ids = await Promise.all(
      [1, 2, 3].map(() => uow.run(async () => (await uow.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id'))[0]?.id)),
    );
    expect(new Set(ids).size).toBe(3);
    expect(uow.isOpen).toBe(false);
  });

  it('runs its hooks after the commit and outside of it, in their order, and never after a rollback', async () => {
    const { uow } = context;
    const heard: unknown[] = [];
    await uow.run(async () => {
      await put(1, 1);
      uow.afterCommit(async () => void heard.push([uow.isOpen, await coins()]));
      await uow.run(async () => uow.afterCommit(() => void heard.push('second')));
      heard.push('body');
    });
    expect(heard).toEqual(['body', [false, [11, 10]], 'second']);
    const failed = uow.run(async () => {
      uow.afterCommit(() => void heard.push('after a rollback'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(heard).toHaveLength(3);
    expect(() => uow.afterCommit(() => undefined)).toThrow('outside a unit of work');
  });

  it('is done though a hook fails, and the other hooks run', async () => {
    const { uow } = context;
    const heard: string[] = [];
    const done = uow.run(async () => {
      await put(1, 1);
      uow.afterCommit(() => Promise.reject(new Error('a hint that failed')));
      uow.afterCommit(() => void heard.push('second'));
      return 'done';
    });
    await expect(done).resolves.toBe('done');
    expect([heard, await coins()]).toEqual([['second'], [11, 10]]);
  });

  it('is repeated as a whole after a deadlock, with the hooks of the last attempt only', async () => {
    const { uow } = context;
    const attempts = { there: 0, back: 0 };
    const hooks: string[] = [];
    const move = (name: 'there' | 'back', from: number, to: number) =>
      uow.run(async () => {
        uow.afterCommit(() => void hooks.push(name));
        await put(from, -1);
        attempts[name]++;
        // Each waits until the other holds its first row as well; the one that comes again finds it so.
        await until('both hold a row', () => attempts.there > 0 && attempts.back > 0);
        await put(to, 1);
      });
    await Promise.all([move('there', 1, 2), move('back', 2, 1)]);
    expect(attempts.there + attempts.back).toBeGreaterThan(2);
    expect(hooks.sort()).toEqual(['back', 'there']);
    expect(await coins()).toEqual([10, 10]);
  });

  it('is repeated after a serialization failure, four times at most', async () => {
    const { uow } = context;
    let attempts = 0;
    const fails = (times: number, code: string) =>
      uow.run(async () => {
        await put(1, 1);
        if (++attempts <= times) await uow.query(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '${code}'; END $$`);
      });
    await fails(3, '40001');
    expect([attempts, await coins()]).toEqual([4, [11, 10]]);
    attempts = 0;
    await expect(fails(4, '40001')).rejects.toThrow('again');
    expect([attempts, await coins()]).toEqual([4, [11, 10]]);
    attempts = 0;
    await expect(fails(1, '23514')).rejects.toThrow('again');
    expect([attempts, await coins()]).toEqual([1, [11, 10]]);
  });
});
