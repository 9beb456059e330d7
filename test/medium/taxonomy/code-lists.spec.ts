import {
  CodeListEdits,
  CountryGroups,
  groupMembershipChanged,
  GROUPS_DAILY,
  TaxonomyModule,
  TaxonomyService,
  loadCodeBookFromFiles,
  type CodeItem,
} from '../../../src/modules/taxonomy/index.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { TaxonomyRepository } from '../../../src/modules/taxonomy/taxonomy.repository.js';
import { system } from '../../../src/kernel/actor.js';
import { refusalOf } from '../../support/refusal.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';

let context: MediumContext;
let taxonomy: TaxonomyService;
let edits: CodeListEdits;
let groups: CountryGroups;
const administrator = system('test');

beforeAll(async () => {
  context = await mediumContext({ modules: [TaxonomyModule] });
  taxonomy = context.get(TaxonomyService);
  edits = context.get(CodeListEdits);
  groups = context.get(CountryGroups);
});
afterAll(() => context.close());

test('the database holds what the files say', () => {
  expect(taxonomy.current().version).toBe(loadCodeBookFromFiles().version);
});

test('loading again changes nothing, also from several processes at once', async () => {
  const repository = context.get(TaxonomyRepository);
  const before = (await repository.state()).revision;
  await Promise.all([repository.loadFiles(), repository.loadFiles()]);
  expect((await repository.state()).revision).toBe(before);
});

test('groups follow their dates', () => {
  const book = taxonomy.current();
  expect(book.countriesOf('group:LDC', '2025-01-01').size).toBe(44);
  expect(book.countriesOf('group:LDC', '2024-11-30').size).toBe(45);
  expect(book.countriesOf('group:G77', '2025-01-01').size).toBe(134);
});

const reload = async () => {
  await context.sql.query(`UPDATE taxonomy_state SET files_hash = 'older'`);
  await context.get(TaxonomyRepository).loadFiles();
  await taxonomy.refresh();
};
const price = () => taxonomy.current().item('reason', 'price')!;
const priceIn = (en: string): CodeItem => ({ ...price(), names: { ...price().names, en } });
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('what an administrator changed stays when the shipped lists are loaded anew', async () => {
  await edits.save(administrator, priceIn('Too dear'));
  expect(taxonomy.current().name('reason', 'price', 'en')).toBe('Too dear');
  await reload();
  expect(taxonomy.current().name('reason', 'price', 'en')).toBe('Too dear');
  expect(taxonomy.current().items('reason')).toHaveLength(loadCodeBookFromFiles().items('reason').length);
});

test('a database of an earlier version is given the names that are new, under what an administrator changed', async () => {
  const edited = { ...taxonomy.current().item('crs', '14032')!, names: { en: 'Latrines' } };
  await edits.save(administrator, edited);
  await context.sql.query(`UPDATE code_list_item SET names = jsonb_build_object('en', names->'en') WHERE scheme = 'crs'`);
  await reload();
  expect(taxonomy.current().name('crs', '14031', 'ru')).toBe(loadCodeBookFromFiles().name('crs', '14031', 'ru'));
  expect(taxonomy.current().item('crs', '14032')!.names).toEqual({ en: 'Latrines' });
});

test('an edit holds from its day on, by itself; every version is kept with what it was before', async () => {
  await edits.save(administrator, { ...priceIn('Unaffordable'), status: 'withdrawn' }, day(10));
  await edits.save(administrator, { ...priceIn('Unaffordable'), status: 'withdrawn' }, day(10));
  expect(price().status).toBe('active');
  expect(taxonomy.itemsOn('reason', day(11)).find(({ code }) => code === 'price')?.status).toBe('withdrawn');
  await context.shiftClock('10 days');
  await taxonomy.refresh();
  expect([price().status, price().names.en]).toEqual(['withdrawn', 'Unaffordable']);
  const { shipped, items } = await edits.history('reason', 'price');
  expect(items.map((one) => [one.status, one.item.names.en, one.before?.names.en])).toEqual([
    ['in-force', 'Unaffordable', 'Too dear'],
    ['past', 'Too dear', shipped?.names.en],
  ]);
  await context.shiftClock('0 days');
  await taxonomy.refresh();
  expect(price().names.en).toBe('Too dear');
});

test('an edit is taken back until its day comes', async () => {
  const { items } = await edits.history('reason', 'price');
  const [future, now] = [items.find(({ status }) => status === 'future')!, items.find(({ status }) => status === 'in-force')!];
  expect(await refusalOf(edits.withdraw(administrator, { scheme: 'reason', code: 'price' }, now.id))).toBe('conflict code.in-force');
  await edits.withdraw(administrator, { scheme: 'reason', code: 'price' }, future.id);
  await context.shiftClock('10 days');
  await taxonomy.refresh();
  expect(price().names.en).toBe('Too dear');
  await context.shiftClock('0 days');
  expect(await refusalOf(edits.save(administrator, priceIn('Cheap'), day(-2)))).toBe('invalid request.invalid');
});

test('a membership is set with its days, survives a reload, and is taken back while it changed no day yet', async () => {
  const periods = taxonomy.shippedPeriods('LDC', 'KH');
  await groups.save(administrator, 'LDC', 'KH', { periods: [{ from: periods[0]!.from, to: day(30) }], source: 'a resolution' });
  await reload();
  const inLdc = (on: string) => taxonomy.current().inGroup('KH', 'LDC', on);
  expect([inLdc(day(29)), inLdc(day(30))]).toEqual([true, false]);
  const { items } = await groups.history('LDC', 'KH');
  expect(items).toMatchObject([{ status: 'in-force', before: periods, source: 'a resolution' }]);
  await groups.withdraw(administrator, 'LDC', 'KH', items[0]!.id);
  expect(inLdc(day(30))).toBe(true);
  await groups.save(administrator, 'LDC', 'KH', { periods: [], source: 'a mistake' });
  const [mistake] = (await groups.history('LDC', 'KH')).items;
  expect(await refusalOf(groups.withdraw(administrator, 'LDC', 'KH', mistake!.id))).toBe('conflict membership.in-force');
});

test('a change of a group is told on its day, once, and at once when it holds already', async () => {
  const told: object[] = [];
  context.get(DomainEvents).on(groupMembershipChanged, async (change) => told.push(change));
  await groups.save(administrator, 'LDC', 'KH', { periods: [{ from: null, to: day(5) }], source: 'a resolution' });
  expect(told).toEqual([{ group: 'LDC', entered: ['KH'], left: [] }]);
  await context.shiftClock('5 days');
  await context.get(Schedule).runNow(GROUPS_DAILY);
  await context.get(Schedule).runNow(GROUPS_DAILY);
  expect(told.slice(1)).toEqual([{ group: 'LDC', entered: [], left: ['KH'] }]);
});

test('a rate is used from its day on, and its loading is on record', async () => {
  await taxonomy.saveRates(administrator, [
    { currency: 'KES', from: '2031-01-01', usdPerUnit: 0.01, source: 'test' },
    { currency: 'KES', from: '2031-02-01', usdPerUnit: 0.02, source: 'test' },
  ]);
  expect(taxonomy.current().rate('KES', '2031-01-31')).toBe(0.01);
  expect(taxonomy.current().rate('KES', '2031-02-01')).toBe(0.02);
  const { rows } = await context.sql.query(`SELECT data FROM audit_entry WHERE action = 'taxonomy.save-rates'`);
  expect(rows).toEqual([{ data: { currencies: ['KES', 'KES'] } }]);
});
