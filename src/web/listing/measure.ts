import type { Reader } from '../page/reader.js';

/** A figure with the sign of its unit, or of the usual one of its attribute where it names none; kept together from left to right, in Arabic too. */
export function measure(
  { format, unit: signOf }: Pick<Reader, 'format' | 'unit'>,
  value: number,
  attribute: string,
  unit?: string,
): string {
  const sign = signOf(attribute, unit);
  return sign ? `\u2066${format.number(value)} ${sign}\u2069` : format.number(value);
}
