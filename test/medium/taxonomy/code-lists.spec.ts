import { TaxonomyModule, TaxonomyService, loadCodeBookFromFiles } from '../../../src/modules/taxonomy/index.js';
import { TaxonomyRepository } from '../../../src/modules/taxonomy/taxonomy.repository.js';
import { system } from '../../../src/kernel/actor.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';

let context: MediumContext;
let taxonomy: TaxonomyService;
const administrator = system('test');

beforeAll(async () => {
  context = await mediumContext({ modules: [TaxonomyModule] });
  taxonomy = context.get(TaxonomyService);
});
afterAll(() => context.close());

test('the database holds what the files say', () => {
  expect(taxonomy.current().version).toBe(loadCodeBookFromFiles().version);
});

test('loading again changes nothing, also from several processes at once', async () => {
  const repository = context.get(TaxonomyRepository);
  const before = await repository.revision();
  await Promise.all([repository.loadFiles(), repository.loadFiles()]);
  expect(await repository.revision()).toBe(before);
});

test('groups follow their dates', () => {
  const book = taxonomy.current();
  expect(book.countriesOf('group:LDC', '2025-01-01').size).toBe(44);
  expect(book.countriesOf('group:LDC', '2024-11-30').size).toBe(45);
  expect(book.countriesOf('group:G77', '2025-01-01').size).toBe(134);
});

test('what an administrator changed stays when the shipped lists are loaded anew', async () => {
  const item = taxonomy.current().item('reason', 'price');
  if (!item) throw new Error('no reason "price"');
  await taxonomy.saveItem(administrator, { ...item, names: { ...item.names, en: 'Too dear' } });
  expect(taxonomy.current().name('reason', 'price', 'en')).toBe('Too dear');
  await context.sql.query(`UPDATE taxonomy_state SET files_hash = 'older'`);
  await context.get(TaxonomyRepository).loadFiles();
  await taxonomy.refresh();
  expect(taxonomy.current().name('reason', 'price', 'en')).toBe('Too dear');
  expect(taxonomy.current().items('reason')).toHaveLength(loadCodeBookFromFiles().items('reason').length);
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
