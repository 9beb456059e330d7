import type { ComponentChildren } from 'preact';
import type { Requirement, Specification } from '../../modules/listings/index.js';
import { UserText } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import type { Reader } from '../page/reader.js';
import { readingOf, type ListingView } from './listing-view.js';
import { measure } from './measure.js';
import { readinessOf } from './readiness.js';

export interface Line {
  label: MessageKey;
  value: ComponentChildren;
}

/** Lines under one heading; a section without any is not shown. */
export interface Section {
  title: MessageKey;
  lines: Line[];
}

/** One field of a listing as a line; none where it says nothing, or the reader may not see it. */
export const say = (label: MessageKey, value: ComponentChildren | undefined): Line[] =>
  value === undefined || value === '' ? [] : [{ label, value }];

interface Money {
  amount?: number;
  min?: number;
  max?: number;
  currency: string;
}

/** How the fields of listings are written for a reader. */
export class FieldWords {
  constructor(
    private readonly reader: Reader,
    private readonly view: ListingView,
  ) {}

  /** What the owner wrote, in the reader's language where there is such a text. */
  text(label: MessageKey, path: string, source: string | undefined): Line[] {
    const reading = readingOf(this.view, path, source);
    return say(label, reading && <UserText language={reading.language}>{reading.text}</UserText>);
  }

  own(words: string | undefined): ComponentChildren | undefined {
    return words === undefined ? undefined : <UserText language={this.view.language}>{words}</UserText>;
  }

  items(items: readonly ComponentChildren[] | undefined): ComponentChildren | undefined {
    if (!items || items.length === 0) return undefined;
    return items.length === 1 ? (
      items[0]
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    );
  }

  yes(value: boolean | undefined): string | undefined {
    return value === undefined ? undefined : this.reader.t(value ? 'listing.yes' : 'listing.no');
  }

  number(value: number | undefined): string | undefined {
    return value === undefined ? undefined : this.reader.format.number(value);
  }

  day(value: string | undefined): string | undefined {
    return value === undefined ? undefined : this.reader.format.date(value);
  }

  money(sum: Money | undefined): string | undefined {
    if (!sum) return undefined;
    const { format, t } = this.reader;
    const { min, max, currency } = sum;
    if (sum.amount !== undefined) return format.money(sum.amount, currency);
    if (min !== undefined && max !== undefined)
      return t('listing.from-to', { from: format.money(min, currency), to: format.money(max, currency) });
    if (min !== undefined) return t('listing.from', { from: format.money(min, currency) });
    return t('listing.up-to', { to: format.money(max ?? 0, currency) });
  }

  /** `KE`, `group:LDC` and `region:014` by name. */
  places(codes: readonly string[] | undefined): string | undefined {
    if (!codes || codes.length === 0) return undefined;
    const { name, format } = this.reader;
    const names = codes.map((code) =>
      code.includes(':') ? name(code.startsWith('group') ? 'group' : 'region', code.split(':')[1] ?? '') : name('country', code),
    );
    return format.list(format.sorted(names, (one) => one));
  }

  readiness(level: number | undefined): string | undefined {
    return level === undefined
      ? undefined
      : this.reader.t('listing.readiness', { word: this.reader.t(`readiness.${readinessOf(level)}`), level });
  }

  specification({ attribute, value, min, max, unit }: Specification): ComponentChildren {
    const { name, t } = this.reader;
    const low = this.measured(min, attribute, unit);
    const high = this.measured(max, attribute, unit);
    const size =
      value !== undefined
        ? this.measured(value, attribute, unit)
        : low && high
          ? t('listing.from-to', { from: low, to: high })
          : low
            ? t('listing.from', { from: low })
            : t('listing.up-to', { to: high ?? '' });
    return `${name('attribute', attribute)}: ${size ?? ''}`;
  }

  requirement({ attribute, comparator, value, unit }: Requirement): ComponentChildren {
    const { name, t } = this.reader;
    const size = this.measured(value, attribute, unit) ?? '';
    const words =
      comparator === '>=' ? t('listing.at-least', { value: size }) : comparator === '<=' ? t('listing.at-most', { value: size }) : size;
    return `${name('attribute', attribute)}: ${words}`;
  }

  private measured(value: number | boolean | undefined, attribute: string, unit: string | undefined): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value === 'boolean') return this.yes(value);
    return measure(this.reader, value, attribute, unit);
  }
}
