import { describe, expect, it } from '@jest/globals';
import { CodeBook, loadCodeBookFromFiles } from './code-book.js';
import { readDataFiles } from './data-files.js';
import { NAME_LANGUAGES, SCHEMES, findScheme, type Scheme } from './schemes.js';

const book = loadCodeBookFromFiles();
const TODAY = '2026-06-01';
const group = (code: string, day: string) => book.countriesOf(`group:${code}`, day);

describe('country groups', () => {
  it.each([
    ['2024-11-30', 45],
    ['2024-12-12', 45],
    ['2024-12-13', 44],
    ['2025-01-01', 44],
    ['2026-11-23', 44],
    ['2026-11-24', 41],
  ])('on %s there are %i least developed countries', (day, count) => expect(group('LDC', day).size).toBe(count));

  it('follows graduations to the day', () => {
    expect(book.inGroup('ST', 'LDC', '2024-12-12')).toBe(true);
    expect(book.inGroup('ST', 'LDC', '2024-12-13')).toBe(false);
    expect(book.inGroup('BT', 'LDC', '2023-12-12')).toBe(true);
    expect(book.inGroup('BT', 'LDC', '2023-12-13')).toBe(false);
    for (const country of ['BD', 'LA', 'NP']) {
      expect(book.inGroup(country, 'LDC', '2026-11-23')).toBe(true);
      expect(book.inGroup(country, 'LDC', '2026-11-24')).toBe(false);
    }
  });

  it('keeps the Group of 77 apart from the others', () => {
    expect(group('G77', TODAY).size).toBe(134);
    expect(book.inGroup('KZ', 'LLDC', TODAY)).toBe(true);
    for (const country of ['AM', 'KZ', 'KG', 'MD', 'MK', 'UZ'])
      expect([country, book.inGroup(country, 'G77', TODAY)]).toEqual([country, false]);
    expect(['LDC', 'SIDS', 'G77'].map((code) => book.inGroup('TV', code, TODAY))).toEqual([true, true, false]);
    expect(['SIDS', 'G77'].map((code) => book.inGroup('PW', code, TODAY))).toEqual([true, false]);
  });

  it('tells island States that are members of the United Nations from territories', () => {
    const islands = [...group('SIDS', TODAY)];
    expect(islands).toHaveLength(53);
    expect(islands.filter((code) => book.country(code)?.unitedNations === 'member')).toHaveLength(37);
    expect(group('LLDC', TODAY).size).toBe(32);
  });

  it('makes the South of the Group of 77 and China, with dated exceptions', () => {
    expect(group('SOUTH', TODAY)).toEqual(new Set([...group('G77', TODAY), 'CN']));
    const { data } = readDataFiles();
    const exception = { group: 'SOUTH', country: 'SG', from: null, to: '2026-01-01', source: 'test' };
    const changed = CodeBook.fromData({ ...data, members: [...data.members, exception] });
    expect(changed.inGroup('SG', 'SOUTH', '2025-12-31')).toBe(true);
    expect(changed.inGroup('SG', 'SOUTH', '2026-01-01')).toBe(false);
    expect(changed.inGroup('SG', 'G77', '2026-01-01')).toBe(true);
    expect(changed.version).not.toBe(book.version);
  });
});

describe('places', () => {
  it('knows 249 countries, 193 of them members of the United Nations, each in its region', () => {
    const countries = book.items('country').map((item) => book.country(item.code));
    expect(countries).toHaveLength(249);
    expect(countries.filter((country) => country?.unitedNations === 'member')).toHaveLength(193);
    expect(countries.filter((country) => country?.region === null).map((country) => country?.code)).toEqual(['AQ']);
  });

  it('reads countries, groups and regions alike', () => {
    expect(book.countriesOf('KE', TODAY)).toEqual(new Set(['KE']));
    expect(book.countriesOf('region:014', TODAY).has('KE')).toBe(true);
    expect(book.countriesOf('region:002', TODAY).size).toBe(60);
    expect(book.countriesOf('region:001', TODAY).size).toBe(248);
    expect(book.expandCountries(['KE', 'region:143', 'group:NONE'], TODAY)).toEqual(new Set(['KE', 'KZ', 'KG', 'TJ', 'TM', 'UZ']));
    expect(['KE', 'group:LDC', 'region:202', 'XX', 'group:XX', 'region:999', 'group'].map((place) => book.isPlace(place, TODAY))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('knows what makes settings close', () => {
    expect(book.country('KE')).toMatchObject({
      region: '002',
      subregion: '202',
      zone: '014',
      currency: 'KES',
      languages: ['sw', 'en'],
      income: 'lower-middle',
    });
    expect(book.country('VN')).toMatchObject({ region: '142', subregion: '035', zone: '035', alpha3: 'VNM', m49: '704' });
    expect(book.country('XX')).toBeNull();
  });
});

describe('names', () => {
  const lists = SCHEMES.map(({ scheme }) => scheme);

  it.each(lists)('names every %s in seven languages', (scheme) => {
    const missing = book
      .items(scheme)
      .flatMap((item) => NAME_LANGUAGES.filter((lang) => !item.names[lang]?.trim()).map((lang) => `${item.code} ${lang}`));
    expect(missing).toEqual([]);
  });

  it.each(lists)('tells every %s apart in each language in which English does', (scheme) => {
    const confused = NAME_LANGUAGES.flatMap((lang) => {
      const english = new Map<string, Set<string | undefined>>();
      for (const { names } of book.items(scheme)) {
        const name = String(names[lang]);
        english.set(name, (english.get(name) ?? new Set()).add(names.en));
      }
      return [...english].filter(([, meant]) => meant.size > 1).map(([name]) => `${lang} ${name}`);
    });
    expect(confused).toEqual([]);
  });

  it.each([
    ['TR', ['Türkiye', 'Türkiye', 'Türkiye', 'Türkiye', 'تركيا', '土耳其', 'Турция']],
    ['CI', ["Côte d'Ivoire", "Côte d'Ivoire", "Côte d'Ivoire", "Côte d'Ivoire", 'كوت ديفوار', '科特迪瓦', "Кот-д'Ивуар"]],
    ['CV', ['Cabo Verde', 'Cabo Verde', 'Cabo Verde', 'Cabo Verde', 'كابو فيردي', '佛得角', 'Кабо-Верде']],
    ['SZ', ['Eswatini', 'Eswatini', 'Eswatini', 'Essuatíni', 'إسواتيني', '斯威士兰', 'Эсватини']],
    ['VN', ['Viet Nam', 'Viet Nam', 'Viet Nam', 'Viet Nam', 'فييت نام', '越南', 'Вьетнам']],
    [
      'PS',
      [
        'State of Palestine',
        'État de Palestine',
        'Estado de Palestina',
        'Estado da Palestina',
        'دولة فلسطين',
        '巴勒斯坦国',
        'Государство Палестина',
      ],
    ],
    [
      'IR',
      [
        'Iran (Islamic Republic of)',
        "Iran (République islamique d')",
        'Irán (República Islámica del)',
        'Irã (República Islâmica do)',
        'جمهورية إيران الإسلامية',
        '伊朗伊斯兰共和国',
        'Иран (Исламская Республика)',
      ],
    ],
    [
      'BO',
      [
        'Bolivia (Plurinational State of)',
        'Bolivie (État plurinational de)',
        'Bolivia (Estado Plurinacional de)',
        'Bolívia (Estado Plurinacional da)',
        'دولة بوليفيا المتعددة القوميات',
        '多民族玻利维亚国',
        'Боливия (Многонациональное Государство)',
      ],
    ],
    [
      'VE',
      [
        'Venezuela (Bolivarian Republic of)',
        'Venezuela (République bolivarienne du)',
        'Venezuela (República Bolivariana de)',
        'Venezuela (República Bolivariana da)',
        'جمهورية فنزويلا البوليفارية',
        '委内瑞拉玻利瓦尔共和国',
        'Венесуэла (Боливарианская Республика)',
      ],
    ],
    [
      'LA',
      [
        "Lao People's Democratic Republic",
        'République démocratique populaire lao',
        'República Democrática Popular Lao',
        'República Democrática Popular do Laos',
        'جمهورية لاو الديمقراطية الشعبية',
        '老挝人民民主共和国',
        'Лаосская Народно-Демократическая Республика',
      ],
    ],
    [
      'SY',
      [
        'Syrian Arab Republic',
        'République arabe syrienne',
        'República Árabe Siria',
        'República Árabe Síria',
        'الجمهورية العربية السورية',
        '阿拉伯叙利亚共和国',
        'Сирийская Арабская Республика',
      ],
    ],
    [
      'TZ',
      [
        'United Republic of Tanzania',
        'République-Unie de Tanzanie',
        'República Unida de Tanzanía',
        'República Unida da Tanzânia',
        'جمهورية تنزانيا المتحدة',
        '坦桑尼亚联合共和国',
        'Объединенная Республика Танзания',
      ],
    ],
    [
      'CD',
      [
        'Democratic Republic of the Congo',
        'République démocratique du Congo',
        'República Democrática del Congo',
        'República Democrática do Congo',
        'جمهورية الكونغو الديمقراطية',
        '刚果民主共和国',
        'Демократическая Республика Конго',
      ],
    ],
    [
      'KR',
      [
        'Republic of Korea',
        'République de Corée',
        'República de Corea',
        'República da Coreia',
        'جمهورية كوريا',
        '大韩民国',
        'Республика Корея',
      ],
    ],
    [
      'KP',
      [
        "Democratic People's Republic of Korea",
        'République populaire démocratique de Corée',
        'República Popular Democrática de Corea',
        'República Popular Democrática da Coreia',
        'جمهورية كوريا الشعبية الديمقراطية',
        '朝鲜民主主义人民共和国',
        'Корейская Народно-Демократическая Республика',
      ],
    ],
    [
      'MD',
      [
        'Republic of Moldova',
        'République de Moldova',
        'República de Moldova',
        'República da Moldávia',
        'جمهورية مولدوفا',
        '摩尔多瓦共和国',
        'Республика Молдова',
      ],
    ],
    [
      'FM',
      [
        'Micronesia (Federated States of)',
        'Micronésie (États fédérés de)',
        'Micronesia (Estados Federados de)',
        'Micronésia (Estados Federados da)',
        'ولايات ميكرونيزيا الموحدة',
        '密克罗尼西亚联邦',
        'Микронезия (Федеративные Штаты)',
      ],
    ],
    ['CZ', ['Czechia', 'Tchéquie', 'Chequia', 'Tchéquia', 'تشيكيا', '捷克', 'Чехия']],
    [
      'MK',
      [
        'North Macedonia',
        'Macédoine du Nord',
        'Macedonia del Norte',
        'Macedônia do Norte',
        'مقدونيا الشمالية',
        '北马其顿',
        'Северная Македония',
      ],
    ],
    ['TL', ['Timor-Leste', 'Timor-Leste', 'Timor-Leste', 'Timor-Leste', 'تيمور - ليشتي', '东帝汶', 'Тимор-Лешти']],
    [
      'NL',
      [
        'Netherlands (Kingdom of the)',
        'Pays-Bas (Royaume des)',
        'Países Bajos (Reino de los)',
        'Países Baixos (Reino dos)',
        'مملكة هولندا',
        '荷兰王国',
        'Нидерланды (Королевство)',
      ],
    ],
  ])('names %s as the United Nations does', (code, names) =>
    expect(NAME_LANGUAGES.map((lang) => book.name('country', code, lang))).toEqual(names),
  );

  it('falls back to the base language, then English, then the code', () => {
    expect(book.name('country', 'BR', 'pt-BR')).toBe('Brasil');
    expect(book.name('country', 'BR', 'sw')).toBe('Brazil');
    const taken = { ...book.item('crs', '14030')!, code: '14099', names: { en: 'Wells' } };
    expect(CodeBook.fromData({ ...book.data, items: [taken] }).name('crs', '14099', 'ru')).toBe('Wells');
    expect(book.name('country', 'XX', 'en')).toBe('XX');
  });
});

describe('lists', () => {
  it('has something in every scheme, and no code twice', () => {
    for (const { scheme } of SCHEMES) expect([scheme, book.items(scheme).length > 0]).toEqual([scheme, true]);
    expect(readDataFiles().data.items).toHaveLength(SCHEMES.reduce((sum, { scheme }) => sum + book.items(scheme).length, 0));
  });

  it('has 17 goals and 169 targets, every target of a goal', () => {
    expect(book.items('sdg-goal')).toHaveLength(17);
    expect(book.items('sdg-target')).toHaveLength(169);
    expect(book.sdgGoalOf('6.1')).toBe('6');
    expect(book.sdgGoalOf('99.9')).toBeNull();
  });

  it('closes every tree: each parent exists', () => {
    for (const { scheme } of SCHEMES) {
      const parentScheme = (findScheme(scheme)?.parentScheme ?? scheme) as Scheme;
      const orphans = book
        .items(scheme)
        .filter((item) => item.parent && !book.item(parentScheme, item.parent) && !book.item(scheme, item.parent));
      expect([scheme, orphans.map((item) => item.code)]).toEqual([scheme, []]);
    }
  });

  it('walks the sector tree from the top', () => {
    expect(book.crsPath('14030')).toEqual(['14', '140', '14030']);
    expect(book.crsPath('74020')).toEqual(['70', '740', '74020']);
    expect(book.crsPath('311')).toEqual(['31', '311']);
    expect(book.crsPath('99999')).toEqual([]);
    expect(book.items('crs').map((item) => book.crsPath(item.code).length)).toEqual(book.items('crs').map(() => 3));
    expect(book.items('crs').filter((item) => item.status === 'active')).toHaveLength(295);
  });

  it('offers no withdrawn code', () => {
    expect(book.isCode('crs', '14030', TODAY)).toBe(true);
    expect(book.isCode('crs', '23010', TODAY)).toBe(false);
    expect(book.isCode('crs', '23010', '2019-06-01')).toBe(true);
    expect(book.isCode('currency', 'HRK', TODAY)).toBe(false);
    expect(book.isCode('finance-type', '110', TODAY)).toBe(true);
  });

  it('has the same version whatever the order of the rows', () => {
    const { data } = readDataFiles();
    const turned = { items: [...data.items].reverse(), members: [...data.members].reverse(), rates: [...data.rates].reverse() };
    expect(CodeBook.fromData(turned).version).toBe(book.version);
  });
});

describe('rates', () => {
  it('uses the latest rate of that day or earlier, and says when there is none', () => {
    const { data } = readDataFiles();
    const rates = [...data.rates, { currency: 'KES', from: '2026-03-01', usdPerUnit: 0.008, source: 'test' }];
    const loaded = CodeBook.fromData({ ...data, rates });
    expect(loaded.rate('KES', '2026-02-28')).toBe(0.0077);
    expect(loaded.rate('KES', '2026-03-01')).toBe(0.008);
    expect(loaded.rate('KES', '2025-12-31')).toBeNull();
    expect(loaded.rate('USD', '2000-01-01')).toBe(1);
    expect(loaded.convert(1000, 'KES', 'USD', '2026-03-01')).toBeCloseTo(8);
    expect(loaded.convert(8, 'USD', 'KES', '2026-03-01')).toBeCloseTo(1000);
    expect(loaded.convert(1, 'KES', 'XXX', '2026-03-01')).toBeNull();
    expect(loaded.convert(5, 'XXX', 'XXX', '2026-03-01')).toBe(5);
  });
});
