import { readDataFiles } from './data-files.js';
import { NAME_LANGUAGES, type Scheme } from './schemes.js';
import {
  holdsOn,
  isOffered,
  taxonomyVersion,
  type CodeItem,
  type CurrencyRate,
  type GroupMember,
  type TaxonomyData,
} from './taxonomy-data.js';
import { UnitTable } from './unit-table.js';

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly alpha3: string;
  /** M49 numeric code, three digits. */
  readonly m49: string;
  /** M49 regions it lies in, from the world down to the finest: `['001', '002', '202', '014']` for Kenya. */
  readonly regions: readonly string[];
  /** Continent-sized region, e.g. `002`; null for Antarctica. */
  readonly region: string | null;
  /** Sub-region, e.g. `202` Sub-Saharan Africa. */
  readonly subregion: string | null;
  /** The finest region, e.g. `014` Eastern Africa; the sub-region where M49 goes no further. */
  readonly zone: string | null;
  readonly currency: string | null;
  /** Official and main working languages, ISO 639-1. */
  readonly languages: readonly string[];
  /** World Bank income level, null where not classified. */
  readonly income: 'low' | 'lower-middle' | 'upper-middle' | 'high' | null;
  readonly unitedNations: 'member' | 'observer' | null;
}

export interface Attribute {
  readonly code: string;
  /** Top group of the CRS tree it is usually asked for in; null for those of every sector. */
  readonly sector: string | null;
  readonly type: 'number' | 'boolean';
  readonly dimension: string | null;
  /** Unit that values are compared and stored in; null for booleans. */
  readonly unit: string | null;
}

const BASE_LANGUAGE = 'en';
// Selections are asked for by scoring on one or two days; the ceiling only guards against a caller who walks the calendar.
const SELECTIONS_KEPT = 2_000;

/**
 * All code lists at one moment. Immutable: the same questions have the same answers for as long as it lives, so scores may rest on it.
 * Days are `YYYY-MM-DD` (UTC). Codes that are not known give null, false or an empty set, never an error.
 */
export class CodeBook {
  /** Fingerprint of the content; part of the engine version. */
  readonly version: string;
  private readonly schemes = new Map<string, Map<string, CodeItem>>();
  private readonly countries = new Map<string, Country>();
  private readonly attributes = new Map<string, Attribute>();
  private readonly members = new Map<string, GroupMember[]>();
  private readonly rates = new Map<string, CurrencyRate[]>();
  private readonly selections = new Map<string, ReadonlySet<string>>();
  private readonly units: UnitTable;

  /** @param data the rows it is made of. */
  private constructor(readonly data: TaxonomyData) {
    this.version = taxonomyVersion(data);
    for (const item of data.items) {
      const scheme = this.schemes.get(item.scheme) ?? new Map<string, CodeItem>();
      this.schemes.set(item.scheme, scheme.set(item.code, item));
    }
    for (const member of data.members) this.members.set(member.group, [...(this.members.get(member.group) ?? []), member]);
    for (const rate of data.rates) this.rates.set(rate.currency, [...(this.rates.get(rate.currency) ?? []), rate]);
    for (const rates of this.rates.values()) rates.sort((a, b) => (a.from < b.from ? 1 : -1));
    for (const item of this.items('country')) this.countries.set(item.code, this.readCountry(item));
    for (const item of this.items('attribute')) this.attributes.set(item.code, readAttribute(item));
    this.units = new UnitTable(this.items('unit'));
  }

  static fromData(data: TaxonomyData): CodeBook {
    return new CodeBook(data);
  }

  /** Every item of a list, withdrawn ones included, in the order of the source. */
  items(scheme: Scheme): CodeItem[] {
    return [...(this.schemes.get(scheme)?.values() ?? [])];
  }

  item(scheme: Scheme, code: string): CodeItem | null {
    return this.schemes.get(scheme)?.get(code) ?? null;
  }

  /** True when the code may be used for something new on that day. */
  isCode(scheme: Scheme, code: string, onDate: string): boolean {
    const item = this.item(scheme, code);
    return item !== null && isOffered(item, onDate);
  }

  /** Name in the language asked for, else in English, else in any; the code itself when there is none. `pt-BR` is read as `pt`. */
  name(scheme: Scheme, code: string, lang: string): string {
    const item = this.item(scheme, code);
    return item ? nameOf(item, lang) : code;
  }

  country(code: string): Country | null {
    return this.countries.get(code) ?? null;
  }

  /** Whether a country belongs to a group (`LDC`, `LLDC`, `SIDS`, `G77`, `SOUTH`) on that day. */
  inGroup(country: string, group: string, onDate: string): boolean {
    return this.countriesOf(`group:${group}`, onDate).has(country);
  }

  /** The countries that a group names itself, each with the days between which it belongs. */
  membersOf(group: string): readonly GroupMember[] {
    return this.members.get(group) ?? [];
  }

  /** True for a country code, `group:<code>` or `region:<M49 code>` that exists on that day: what a list of countries may contain. */
  isPlace(selector: string, onDate: string): boolean {
    const [kind, code] = splitSelector(selector);
    return this.isCode(kind, code, onDate);
  }

  /** The countries behind `KE`, `group:LDC` or `region:202` on that day; empty for what is not known. The set is shared: do not change it. */
  countriesOf(selector: string, onDate: string): ReadonlySet<string> {
    const key = `${onDate} ${selector}`;
    const known = this.selections.get(key);
    if (known) return known;
    if (this.selections.size >= SELECTIONS_KEPT) this.selections.clear();
    const found = this.select(selector, onDate);
    this.selections.set(key, found);
    return found;
  }

  /** Union of `countriesOf` over a list such as `['KE', 'group:LDC']`. */
  expandCountries(list: readonly string[], onDate: string): Set<string> {
    return new Set(list.flatMap((selector) => [...this.countriesOf(selector, onDate)]));
  }

  /** From the top of the CRS tree down to the code: `['14', '140', '14030']`. Takes codes of all three levels; empty when not known. */
  crsPath(code: string): string[] {
    const scheme = ({ 2: 'crs-group', 3: 'crs-category' } as const)[code.length] ?? 'crs';
    const item = this.item(scheme, code);
    if (!item) return [];
    return [...(item.parent ? this.crsPath(item.parent) : []), code];
  }

  /** The goal of a target: `'6'` for `'6.1'`; null when there is no such target. */
  sdgGoalOf(target: string): string | null {
    return this.item('sdg-target', target)?.parent ?? null;
  }

  attribute(code: string): Attribute | null {
    return this.attributes.get(code) ?? null;
  }

  /**
   * A value in the attribute's base unit. The unit may be a code or a spelling of it (`m3/d`, `m³/day`); without one the value already is
   * in the base unit. Null when it cannot be converted: no such attribute or unit, a boolean, or a unit of another dimension.
   */
  toBaseUnit(attribute: string, value: number, unit?: string | null): number | null {
    const base = this.attributes.get(attribute)?.unit;
    if (!base) return null;
    return unit ? this.units.convert(value, unit, base) : value;
  }

  /** The inverse of toBaseUnit, for showing a stored value in the reader's unit. */
  fromBaseUnit(attribute: string, value: number, unit: string): number | null {
    const base = this.attributes.get(attribute)?.unit;
    return base ? this.units.convert(value, base, unit) : null;
  }

  /** US dollars for one unit of a currency by the latest rate loaded for that day or earlier; null when there is none. */
  rate(currency: string, onDate: string): number | null {
    if (currency === 'USD') return 1;
    return this.rates.get(currency)?.find((rate) => rate.from <= onDate)?.usdPerUnit ?? null;
  }

  /** An amount in another currency; null when a rate is missing, so that nobody is refused for want of one. */
  convert(amount: number, from: string, to: string, onDate: string): number | null {
    if (from === to) return amount;
    const [source, target] = [this.rate(from, onDate), this.rate(to, onDate)];
    return source === null || target === null ? null : (amount * source) / target;
  }

  private select(selector: string, onDate: string): ReadonlySet<string> {
    const [kind, code] = splitSelector(selector);
    if (kind === 'country') return new Set(this.countries.has(code) ? [code] : []);
    if (kind === 'region') return new Set([...this.countries.values()].filter((c) => c.regions.includes(code)).map((c) => c.code));
    const members = this.members.get(code) ?? [];
    const own = members.filter((member) => holdsOn(member, onDate)).map((member) => member.country);
    const named = new Set(members.map((member) => member.country));
    // A country named by the group itself follows its own dates, so an exception to the included group can be recorded.
    const included = this.item('group', code)?.extra.includes?.split(' ') ?? [];
    const others = included.flatMap((group) => [...this.select(`group:${group}`, onDate)]).filter((country) => !named.has(country));
    return new Set([...own, ...others]);
  }

  private readCountry({ code, parent, extra }: CodeItem): Country {
    const regions: string[] = [];
    for (let region = parent; region !== null; region = this.item('region', region)?.parent ?? null) regions.unshift(region);
    return {
      code,
      alpha3: extra.alpha3 ?? '',
      m49: extra.m49 ?? '',
      regions,
      region: regions[1] ?? null,
      subregion: regions[2] ?? null,
      zone: regions.length > 1 ? (regions.at(-1) ?? null) : null,
      currency: extra.currency ?? null,
      languages: extra.languages?.split(' ') ?? [],
      income: (extra.income as Country['income'] | undefined) ?? null,
      unitedNations: (extra.un as Country['unitedNations'] | undefined) ?? null,
    };
  }
}

/** Name of an item in the language asked for, else in English, else in any; its code when there is none. `pt-BR` is read as `pt`. */
export function nameOf({ code, names }: CodeItem, lang: string): string {
  const language = lang.split('-')[0] ?? BASE_LANGUAGE;
  return names[language] ?? names[BASE_LANGUAGE] ?? NAME_LANGUAGES.map((l) => names[l]).find((name) => name !== undefined) ?? code;
}

const splitSelector = (selector: string): ['country' | 'group' | 'region', string] => {
  const [kind, code] = selector.split(':');
  return code !== undefined && (kind === 'group' || kind === 'region') ? [kind, code] : ['country', selector];
};

const readAttribute = ({ code, parent, extra }: CodeItem): Attribute => ({
  code,
  sector: parent,
  type: extra.type === 'boolean' ? 'boolean' : 'number',
  dimension: extra.dimension ?? null,
  unit: extra.unit ?? null,
});

/** A book of the lists shipped with the project, as they are before an administrator changes any: for tests and tools without a database. */
export const loadCodeBookFromFiles = (): CodeBook => CodeBook.fromData(readDataFiles().data);
