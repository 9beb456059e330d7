import { AccountsService, IdentityModule } from '../../../src/modules/identity/index.js';
import { AuthModule, CredentialStore } from '../../../src/platform/auth/index.js';
import { HttpModule } from '../../../src/platform/http/index.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { refusalOf } from '../../support/refusal.js';

let ctx: MediumContext;
let credentials: CredentialStore;
beforeAll(async () => {
  ctx = await mediumContext({ modules: [HttpModule, AuthModule, IdentityModule] });
  credentials = ctx.get(CredentialStore);
});
afterAll(() => ctx.close());

const account = (change: { email?: string } = {}) =>
  ctx
    .get(AccountsService)
    .create({ email: `${crypto.randomUUID()}@example.org`, name: 'Some Body', password: 'correct horse battery staple 9', ...change });

describe('credentials in store', () => {
  it('are made once for an address, however it is written', async () => {
    await account({ email: 'Ana@Example.org' });
    expect(await refusalOf(account({ email: 'ana@example.ORG' }))).toBe('conflict account.email-taken');
    expect(await credentials.accountIdOf('ANA@example.org')).toMatch(/^[\da-f-]{36}$/);
  });

  it('are gone with the unit that was to make them', async () => {
    const undone = ctx.uow.run(async () => {
      await account({ email: 'undone@example.org' });
      throw new Error('cut short');
    });
    await expect(undone).rejects.toThrow('cut short');
    expect(await credentials.accountIdOf('undone@example.org')).toBeUndefined();
  });

  it('lose what has expired for a day, and nothing else', async () => {
    const personId = await account();
    for (const age of ['2 days', '1 hour', '-1 hour'])
      await ctx.sql.query(
        `INSERT INTO auth.session ("userId", token, "expiresAt", "updatedAt") VALUES ($1, $2::text, now() - $2::text::interval, now())`,
        [personId, age],
      );
    await ctx.sql.query(
      `INSERT INTO auth."rateLimit" (key, count, "lastRequest") VALUES ('old', 1, 0), ('new', 1, extract(epoch FROM now()) * 1000)`,
    );
    await credentials.createKey({ personId, organizationId: null, role: null, name: 'k', expiresAt: new Date(0) });
    await credentials.purge();
    const { rows } = await ctx.sql.query(`SELECT token AS left FROM auth.session UNION SELECT key FROM auth."rateLimit" ORDER BY 1`);
    expect(rows.map(({ left }) => left)).toEqual(['-1 hour', '1 hour', 'new']);
    expect(await credentials.keysOf(personId)).toHaveLength(1);
  });
});
