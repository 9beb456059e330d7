import { AuthModule, CredentialStore } from '../../../src/platform/auth/index.js';
import { AccountsService, IdentityModule, PeopleService } from '../../../src/modules/identity/index.js';
import { KeysService } from '../../../src/modules/identity/keys.service.js';
import { HttpModule } from '../../../src/platform/http/index.js';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

let ctx: MediumContext;
let people: PeopleService;
let credentials: CredentialStore;
let administrator: PersonActor;

beforeAll(async () => {
  ctx = await mediumContext({ modules: [HttpModule, AuthModule, IdentityModule] });
  people = ctx.get(PeopleService);
  credentials = ctx.get(CredentialStore);
  administrator = await newPerson(ctx, { administrator: true });
});
afterAll(() => ctx.close());

/** Somebody with an account, two sessions and two keys. */
async function somebody(): Promise<PersonActor> {
  const email = `${crypto.randomUUID()}@example.org`;
  const personId = await ctx.get(AccountsService).create({ email, name: 'Some Body', password: 'correct horse battery staple 9' });
  await sessionOf(personId);
  await sessionOf(personId);
  for (const name of ['one', 'two']) await ctx.get(AccountsService).createKey({ personId, organizationId: null, role: null, name });
  const none = { keyId: null, organization: null, officerOf: [], administrator: false, auditor: false };
  return { kind: 'person', personId, sessionId: crypto.randomUUID(), language: 'en', ...none };
}

const sessionOf = (personId: string) =>
  ctx.sql.query(`INSERT INTO auth.session ("userId", token, "expiresAt", "updatedAt") VALUES ($1, $2, now() + interval '1 day', now())`, [
    personId,
    crypto.randomUUID(),
  ]);

const credentialsOf = async ({ personId }: PersonActor): Promise<[sessions: number, keys: number]> => [
  (await credentials.sessionsOf(personId)).length,
  (await credentials.keysOf(personId)).length,
];

describe('disabling a person', () => {
  it('ends her sessions and keys in one unit, and leaves those of others', async () => {
    const [person, other] = [await somebody(), await somebody()];
    await people.disable(administrator, person.personId);
    expect([await credentialsOf(person), await credentialsOf(other)]).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });

  it('does all of it or nothing', async () => {
    const person = await somebody();
    const undone = ctx.uow.run(async () => {
      await people.disable(administrator, person.personId);
      throw new Error('cut short');
    });
    await expect(undone).rejects.toThrow('cut short');
    expect(await credentialsOf(person)).toEqual([2, 2]);
    const { rows } = await ctx.sql.query(`SELECT disabled_at FROM person WHERE id = $1`, [person.personId]);
    expect(rows).toEqual([{ disabled_at: null }]);
  });

  it('goes on record with ids and figures, and nothing that names her', async () => {
    const person = await somebody();
    await people.disable(administrator, person.personId);
    const { rows } = await ctx.sql.query(
      `SELECT actor_id, subject_type, data, to_jsonb(a)::text AS whole FROM audit_entry a WHERE action = 'person.disable' AND subject_id = $1`,
      [person.personId],
    );
    expect(rows).toMatchObject([{ actor_id: administrator.personId, subject_type: 'person', data: { sessions: 2, keys: 2 } }]);
    expect(rows[0].whole).not.toMatch(/example\.org|Some Body/);
  });

  it('happens once, of two administrators at once too', async () => {
    const person = await somebody();
    const second = await newPerson(ctx, { administrator: true });
    const { done, refused } = await outcomes([administrator, second].map((by) => people.disable(by, person.personId)));
    expect([done, refused]).toEqual([1, ['conflict person.transition-not-allowed']]);
  });

  it('is not done to oneself, to nobody, or by who is no administrator any more', async () => {
    const person = await somebody();
    expect(await refusalOf(people.disable(administrator, administrator.personId))).toBe('forbidden person.not-oneself');
    expect(await refusalOf(people.disable(administrator, crypto.randomUUID()))).toBe('not-found person.not-found');
    const former = await newPerson(ctx);
    expect(await refusalOf(people.disable({ ...former, administrator: true }, person.personId))).toBe('forbidden auth.not-allowed');
  });

  it('leaves one of two administrators who disable each other', async () => {
    const [one, two] = [await newPerson(ctx, { administrator: true }), await newPerson(ctx, { administrator: true })];
    const { done, refused } = await outcomes([people.disable(one, two.personId), people.disable(two, one.personId)]);
    expect([done, refused]).toEqual([1, ['forbidden auth.not-allowed']]);
  });

  it('lets no key slip in that was asked for a moment before', async () => {
    const person = await somebody();
    const keys = ctx.get(KeysService);
    await people.disable(administrator, person.personId);
    expect(await refusalOf(keys.createKey(person, { name: 'late' }))).toBe('unauthenticated auth.required');
    expect(await credentialsOf(person)).toEqual([0, 0]);
  });

  it('is over when she is enabled again, without what a sign-in left behind meanwhile', async () => {
    const person = await somebody();
    await people.disable(administrator, person.personId);
    await sessionOf(person.personId);
    await people.enable(administrator, person.personId);
    expect(await credentialsOf(person)).toEqual([0, 0]);
    expect(await refusalOf(people.enable(administrator, person.personId))).toBe('conflict person.transition-not-allowed');
  });
});

describe('what somebody is as staff', () => {
  it('is given and taken by another administrator, each time on record', async () => {
    const person = await newPerson(ctx);
    for (const [role, holds] of [
      ['auditor', true],
      ['administrator', true],
      ['auditor', false],
    ] as const)
      await people.setStaffRole(administrator, person.personId, role, holds);
    const { rows } = await ctx.sql.query(`SELECT action, data->>'role' AS role FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [
      person.personId,
    ]);
    expect(rows).toEqual([
      { action: 'person.grant', role: 'auditor' },
      { action: 'person.grant', role: 'administrator' },
      { action: 'person.revoke', role: 'auditor' },
    ]);
    expect(await refusalOf(people.setStaffRole(administrator, person.personId, 'auditor', false))).toBe(
      'conflict person.transition-not-allowed',
    );
    expect(await refusalOf(people.setStaffRole(administrator, administrator.personId, 'administrator', false))).toBe(
      'forbidden person.not-oneself',
    );
  });

  it('is never lost by all: of two who revoke each other at once, one is too late', async () => {
    const [one, two] = [await newPerson(ctx, { administrator: true }), await newPerson(ctx, { administrator: true })];
    const { done } = await outcomes([
      people.setStaffRole(one, two.personId, 'administrator', false),
      people.setStaffRole(two, one.personId, 'administrator', false),
    ]);
    expect(done).toBe(1);
  });
});
