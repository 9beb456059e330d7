import type { CodeItem } from './taxonomy-data.js';

interface Unit {
  readonly code: string;
  readonly dimension: string;
  /** reference = value * factor + offset, the reference being the unit of the dimension whose factor is 1. */
  readonly factor: number;
  readonly offset: number;
}

// Twelve digits: more than any measured value has, fewer than binary arithmetic spoils, so 0.3 l stays 0.3 l through m3.
const DIGITS = 12;

/** Units by every spelling, and conversion within a dimension (affine, so that temperatures work too). */
export class UnitTable {
  private readonly bySpelling = new Map<string, Unit>();

  constructor(items: readonly CodeItem[]) {
    for (const { code, extra } of items) {
      const unit = { code, dimension: extra.dimension ?? '', factor: Number(extra.factor), offset: Number(extra.offset ?? 0) };
      for (const spelling of [code, extra.symbol, ...(extra.aliases?.split('|') ?? [])]) if (spelling) this.enter(spelling, unit);
    }
  }

  find(spelling: string): Unit | null {
    const plain = plainSpelling(spelling);
    return this.bySpelling.get(plain) ?? this.bySpelling.get(folded(plain)) ?? null;
  }

  /** Null when a unit is not known or the two measure different things. */
  convert(value: number, from: string, to: string): number | null {
    const [source, target] = [this.find(from), this.find(to)];
    if (!source || !target || source.dimension !== target.dimension) return null;
    if (source.code === target.code) return value;
    return Number(((value * source.factor + source.offset - target.offset) / target.factor).toPrecision(DIGITS));
  }

  private enter(spelling: string, unit: Unit): void {
    const plain = plainSpelling(spelling);
    this.bySpelling.set(plain, unit);
    if (!this.bySpelling.has(folded(plain))) this.bySpelling.set(folded(plain), unit);
  }
}

const plainSpelling = (spelling: string): string =>
  spelling.replace(/\s+/g, '').replaceAll('²', '2').replaceAll('³', '3').replaceAll('µ', 'u').replaceAll('·', '.');

// "KW" and "Kg" are no other units than kW and kg, but M and m are mega and milli.
const folded = (plain: string): string => (/^m/i.test(plain) ? plain.charAt(0) + plain.slice(1).toLowerCase() : plain.toLowerCase());
