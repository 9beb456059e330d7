import type { Translation } from './content.schemas.js';
import type { AnyContent } from './listing-kinds.js';
import { checkFaults, readingsFor, translationFaults } from './translations.js';

const entry = (values: Partial<Translation> & { language: string }): Translation => ({ origin: 'author', ...values });
const content = (...texts: Translation[]): AnyContent => ({
  title: 'T',
  texts,
  codes: [],
  countriesRefused: [],
  languages: [],
  details: {},
});

describe('what a reader gets in her language', () => {
  const texts = [
    entry({ language: 'fr', title: 'Pompe', origin: 'machine' }),
    entry({ language: 'fr-CM', teaser: 'Eau', checkedBy: 'somebody' }),
    entry({ language: 'es', title: 'Bomba', details: { problem: 'Sin agua' }, origin: 'human-translation' }),
  ];

  it('is field by field, with how it came about', () => {
    expect(readingsFor(texts, 'en', ['fr'])).toEqual({
      title: { text: 'Pompe', language: 'fr', origin: 'machine', checked: false },
      teaser: { text: 'Eau', language: 'fr-CM', origin: 'author', checked: true },
    });
  });

  it('is the source when she reads that sooner, and the next best language where the first has nothing', () => {
    expect(readingsFor(texts, 'en', ['en-GB', 'fr'])).toEqual({});
    expect(readingsFor(texts, 'en', ['fr', 'en', 'es'])).not.toHaveProperty(['details.problem']);
    expect(readingsFor(texts, 'en', ['fr', 'es'])).toMatchObject({ title: { language: 'fr' }, 'details.problem': { language: 'es' } });
    expect(readingsFor(texts, 'en', ['ru'])).toEqual({});
  });

  it('is what a person wrote or checked before what a machine did', () => {
    const both = [
      entry({ language: 'fr', title: 'machine', origin: 'machine', checkedBy: 'x' }),
      entry({ language: 'fr', title: 'person' }),
      entry({ language: 'fr', title: 'checked', origin: 'human-translation', checkedBy: 'x' }),
    ];
    expect(readingsFor(both, 'en', ['fr']).title?.text).toBe('checked');
    expect(readingsFor(both.slice(0, 2), 'en', ['fr']).title?.text).toBe('person');
  });
});

describe('texts in other languages', () => {
  const faults = (...texts: Translation[]) =>
    translationFaults(content(...texts), 'en', ['problem']).map(({ path, code }) => `${path} ${code}`);

  it('may come about field by field', () => {
    expect(faults(entry({ language: 'fr', title: 'a' }), entry({ language: 'fr', teaser: 'b', origin: 'machine' }))).toEqual([]);
    expect(faults(entry({ language: 'fr', title: 'a', details: { problem: 'b' } }))).toEqual([]);
  });

  it('are no second source, no second text and no text of a field that is none', () => {
    expect(faults(entry({ language: 'en', title: 'a' }))).toEqual(['texts.0.language source']);
    expect(faults(entry({ language: 'fr', title: 'a' }), entry({ language: 'fr', title: 'b' }))).toEqual(['texts.1.title repeated']);
    expect(faults(entry({ language: 'fr', details: { readiness: '9' } }))).toEqual(['texts.0.details.readiness unknown']);
  });

  it('are checked by whoever says so, and anew when they change', () => {
    const checked = entry({ language: 'fr', title: 'a', checkedBy: 'ada' });
    const by = (text: Translation, before: Translation[], person: string) => checkFaults(content(text), before, person).length;
    expect(by(checked, [], 'ada')).toBe(0);
    expect(by(checked, [], 'eve')).toBe(1);
    expect(by(checked, [checked], 'eve')).toBe(0);
    expect(by({ ...checked, title: 'b' }, [checked], 'eve')).toBe(1);
  });
});
