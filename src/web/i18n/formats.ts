import { localeOf, withFirstDay, type Language } from '../../platform/i18n/locales.js';

/** Numbers, days, money and names as a reader of this language in this time zone writes them. */
export class Formats {
  private readonly locale: string;

  constructor(
    readonly language: Language,
    private readonly timeZone: string,
  ) {
    this.locale = localeOf(language);
  }

  /** A day without a time zone (`2026-12-01`) or a moment, as a day: "1 December 2026". */
  date(value: Date | string): string {
    const isDay = typeof value === 'string' && value.length === 10;
    return this.written(value, { dateStyle: 'long' }, isDay ? 'UTC' : this.timeZone);
  }

  /** A moment with its time and zone: "1 December 2026, 14:05 EAT". */
  moment(value: Date | string): string {
    const options = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
    return this.written(value, options, this.timeZone);
  }

  number(value: number, options: Intl.NumberFormatOptions = {}): string {
    return new Intl.NumberFormat(this.locale, options).format(value);
  }

  /** A share between 0 and 1 as "45 %". */
  percent(share: number): string {
    return this.number(share, { style: 'percent', maximumFractionDigits: 0 });
  }

  /** With the currency's code: a "$" is many currencies. */
  money(amount: number, currency: string): string {
    return this.number(amount, { style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 0 });
  }

  /** The price of one unit, which may be a part of a cent. */
  price(amount: number, currency: string): string {
    return this.number(amount, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      minimumFractionDigits: 0,
      maximumFractionDigits: amount < 10 ? 4 : 2,
    });
  }

  /** "1.2 MB": the size of a file. */
  bytes(count: number): string {
    const [unit, value] = count < 1_000_000 ? (['kilobyte', count / 1000] as const) : (['megabyte', count / 1_000_000] as const);
    return this.number(value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 });
  }

  list(words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
    return new Intl.ListFormat(this.locale, { type }).format(words);
  }

  languageName(tag: string): string {
    return new Intl.DisplayNames(this.locale, { type: 'language' }).of(tag) ?? tag;
  }

  /** A copy in the order of this language's alphabet. */
  sorted<T>(items: readonly T[], name: (item: T) => string): T[] {
    const { compare } = new Intl.Collator(this.locale);
    return [...items].sort((a, b) => compare(name(a), name(b)));
  }

  private written(value: Date | string, options: Intl.DateTimeFormatOptions, timeZone: string): string {
    return withFirstDay(new Intl.DateTimeFormat(this.locale, { ...options, timeZone }).format(new Date(value)), this.language);
  }
}
