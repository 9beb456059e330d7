import { needContent } from '../seekers/need.schemas.js';
import { technologyContent } from '../offers/technology.schemas.js';
import { financingKind } from '../offers/financing.kind.js';
import { financingContent } from '../offers/financing.schemas.js';
import { loadCodeBookFromFiles } from '../taxonomy/index.js';
import { codeFaults } from './content.codes.js';

const book = loadCodeBookFromFiles();
const DAY = '2026-11-23';
const technology = (fields: object) => codeFaults(technologyContent.parse({ title: 'Pump', ...fields }), [], book, DAY);
const need = (fields: object) => codeFaults(needContent.parse({ title: 'Water', ...fields }), [], book, DAY);
const attributeOf = (type: 'number' | 'boolean') =>
  book.items('attribute').find(({ code }) => {
    const attribute = book.attribute(code);
    return attribute?.type === type && (type === 'boolean' || attribute.unit !== null);
  })?.code ?? '';

describe('codes of a content', () => {
  it('passes what is on the lists', () => {
    const codes = [
      { scheme: 'crs', code: '14030', main: true },
      { scheme: 'sdg-target', code: '6.1' },
      { scheme: 'ipc', code: 'C02F 1/44' },
    ];
    const places = { countriesOffered: ['KE', 'group:LDC', 'region:014'], countriesRefused: [] };
    expect(technology({ codes, ...places, languages: ['en', 'pt-BR'] })).toEqual([]);
  });

  it('names the path of each code that is on none, and the nearest that is', () => {
    const faults = technology({
      codes: [{ scheme: 'crs', code: '14039' }],
      countriesOffered: ['KE', 'XX', 'group:LDD'],
      languages: ['en', 'xx'],
      texts: [{ language: 'yy', title: 'x' }],
    });
    expect(faults.map(({ path, code }) => [path, code])).toEqual([
      ['languages.1', 'unknown-code'],
      ['codes.0.code', 'unknown-code'],
      ['texts.0.language', 'unknown-code'],
      ['countriesOffered.1', 'unknown-code'],
      ['countriesOffered.2', 'unknown-code'],
    ]);
    expect(faults[1]?.message).toContain('"1403');
    expect(faults[4]?.message).toContain('"LDC"');
  });

  it('tells a withdrawn code from an unknown one', () => {
    expect(technology({ codes: [{ scheme: 'crs', code: '11321' }] })).toMatchObject([{ path: 'codes.0.code', code: 'withdrawn' }]);
  });

  it('holds specifications to the attribute and its unit', () => {
    const [number, boolean] = [attributeOf('number'), attributeOf('boolean')];
    const unit = book.attribute(number)?.unit;
    const specifications = [
      { attribute: number, value: 5, unit },
      { attribute: 'no-such-thing', value: 5 },
      { attribute: number, value: 5, unit: 'parsec' },
      { attribute: number, value: true },
      { attribute: boolean, min: 1 },
      { attribute: boolean, value: true, unit: 'm' },
    ];
    expect(technology({ specifications }).map(({ path }) => path)).toEqual([
      'specifications.1.attribute',
      'specifications.2.unit',
      'specifications.3.value',
      'specifications.4.value',
      'specifications.5.unit',
    ]);
  });

  it('holds requirements to the attribute and a comparator that makes sense', () => {
    const [number, boolean] = [attributeOf('number'), attributeOf('boolean')];
    const requirements = [
      { attribute: number, comparator: '>=', value: 5, must: true },
      { attribute: number, comparator: '>=', value: false, must: true },
      { attribute: boolean, comparator: '>=', value: true, must: true },
      { attribute: 'capacty', comparator: '=', value: 1, must: false },
    ];
    expect(need({ country: 'KE', requirements }).map(({ path }) => path)).toEqual([
      'requirements.1.value',
      'requirements.2.comparator',
      'requirements.3.attribute',
    ]);
  });

  it('wants no code twice and shares that add up', () => {
    const codes = [
      { scheme: 'crs', code: '14030', percentage: 60 },
      { scheme: 'crs', code: '14020', percentage: 30 },
      { scheme: 'sdg-goal', code: '6' },
      { scheme: 'sdg-goal', code: '6' },
    ];
    expect(technology({ codes }).map(({ path, code }) => [path, code])).toEqual([
      ['codes.3', 'repeated'],
      ['codes', 'percentage'],
    ]);
  });

  it('checks the lists that a kind uses in its own fields', () => {
    const content = financingContent.parse({
      title: 'Fund',
      details: { instrument: '999', flowType: '30', amount: { max: 5, currency: 'XXQ' } },
    });
    expect(codeFaults(content, financingKind.codes(content), book, DAY).map(({ path }) => path)).toEqual([
      'details.instrument',
      'details.amount.currency',
    ]);
  });
});
