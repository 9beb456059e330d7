import { z } from 'zod';
import { defineRule, Rules, RulesAdmin, RulesModule, WorkingDays, reviewDueDays, workingWeek } from '../../../src/modules/rules/index.js';
import { RulesQueries } from '../../../src/modules/rules/rules.queries.js';
import { OrganizationsModule } from '../../../src/modules/organizations/index.js';
import { newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { refusalOf } from '../../support/refusal.js';

const size = defineRule('test.size', { about: 'For tests.', schema: z.int().min(1), value: 10 });

let ctx: MediumContext;
let rules: Rules;
let admin: RulesAdmin;
let actor: Awaited<ReturnType<typeof newPerson>>;

beforeAll(async () => {
  ctx = await mediumContext({ modules: [RulesModule, OrganizationsModule] });
  rules = ctx.get(Rules);
  admin = ctx.get(RulesAdmin);
  actor = await newPerson(ctx, { administrator: true });
  await ctx.sql.query(`INSERT INTO facility (code, names) VALUES ('island', '{"en": "Islands"}')`);
});
afterEach(async () => {
  await ctx.shiftClock('0 days');
  await ctx.sql.query('DELETE FROM rule_version');
});
afterAll(() => ctx.close());

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

it('a rule has its default, then what was set for all, and for a facility what was set for it', async () => {
  expect(await rules.get(size)).toBe(10);
  await admin.set(actor, 'test.size', { value: 20 });
  await admin.set(actor, 'test.size', { value: 30, facility: 'island' });
  expect(await rules.values({ size, due: reviewDueDays }, 'island')).toEqual({ size: 30, due: 5 });
  expect([await rules.get(size), await rules.get(size, 'global')]).toEqual([20, 20]);
  expect(await rules.byFacility(size)).toEqual({ all: 20, own: new Map([['island', 30]]) });
});

it('a version holds from its day on, and the last one set on a day counts', async () => {
  await admin.set(actor, 'test.size', { value: 20 });
  await admin.set(actor, 'test.size', { value: 40, from: dayIn(10) });
  await admin.set(actor, 'test.size', { value: 21 });
  expect(await rules.get(size)).toBe(21);
  await ctx.shiftClock('10 days');
  expect(await rules.get(size)).toBe(40);
  const versions = await ctx.get(RulesQueries).versions('test.size');
  expect(versions.map(({ value, status }) => [value, status])).toEqual([
    [40, 'in-force'],
    [21, 'past'],
    [20, 'past'],
  ]);
});

it('a version is withdrawn until its day comes', async () => {
  const id = await admin.set(actor, 'test.size', { value: 40, from: dayIn(10) });
  const now = await admin.set(actor, 'test.size', { value: 50 });
  expect(await refusalOf(admin.withdraw(actor, 'test.size', now))).toBe('conflict rule.in-force');
  await admin.withdraw(actor, 'test.size', id);
  expect(await refusalOf(admin.withdraw(actor, 'test.size', id))).toBe('not-found rule-version.not-found');
  await ctx.shiftClock('20 days');
  expect(await rules.get(size)).toBe(50);
});

it('refuses a value the schema refuses, a day that is past, a facility and a rule that do not exist', async () => {
  expect(await refusalOf(admin.set(actor, 'test.size', { value: 0 }))).toBe('invalid request.invalid');
  expect(await refusalOf(admin.set(actor, 'test.size', { value: 1, from: dayIn(-2) }))).toBe('invalid request.invalid');
  expect(await refusalOf(admin.set(actor, 'test.size', { value: 1, facility: 'moon' }))).toBe('invalid request.invalid');
  expect(await refusalOf(admin.set(actor, 'calendar.working-week', { value: workingWeek.value, facility: 'island' }))).toBe(
    'invalid request.invalid',
  );
  expect(await refusalOf(admin.set(actor, 'test.sizes', { value: 1 }))).toBe('not-found rule.not-found');
});

it('a stored value that its schema refuses today is passed over', async () => {
  await ctx.sql.query(`INSERT INTO rule_version (rule, value, valid_from) VALUES ('test.size', '"big"', current_date)`);
  expect(await rules.get(size)).toBe(10);
});

it('every change is on record, without the value', async () => {
  await admin.set(actor, 'test.size', { value: 20 });
  const { rows } = await ctx.sql.query(`SELECT action, data FROM audit_entry WHERE action LIKE 'rule.%' ORDER BY seq DESC LIMIT 1`);
  expect(rows).toEqual([{ action: 'rule.set', data: { rule: 'test.size', facility: null } }]);
});

it('working days follow the week of the country', async () => {
  const days = ctx.get(WorkingDays);
  const thursday = new Date('2026-11-26T09:00:00Z');
  const after = async (country?: string) => (await days.after(thursday, 1, country)).toISOString().slice(0, 10);
  expect([await after(), await after('KE'), await after('EG'), await after('NP')]).toEqual([
    '2026-11-27',
    '2026-11-27',
    '2026-11-29',
    '2026-11-27',
  ]);
});

it('and pass over its public holidays, which administrators enter', async () => {
  const days = ctx.get(WorkingDays);
  const set = (value: object) => admin.set(actor, 'calendar.public-holidays', { value });
  await set({ KE: ['2026-12-12', '2026-12-25'], EG: ['2026-12-27'] });
  const after = async (country: string) => (await days.after(new Date('2026-12-24T09:00:00Z'), 1, country)).toISOString().slice(0, 10);
  expect([await after('KE'), await after('EG'), await after('UG')]).toEqual(['2026-12-28', '2026-12-28', '2026-12-25']);
  expect(await refusalOf(set({ Kenya: ['2026-12-12'] }))).toBe('invalid request.invalid');
  expect(await refusalOf(set({ KE: ['12 December'] }))).toBe('invalid request.invalid');
});
