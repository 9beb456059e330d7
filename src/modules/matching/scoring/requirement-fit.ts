import type { Requirement, Specification } from '../../listings/index.js';
import type { CodeBook } from '../../taxonomy/index.js';
import type { PublishedOffer } from './scoring.types.js';

/** `null`: the offer says nothing that can be compared. `closeness` is 0 to 1, 1 exactly when met. */
export interface Fit {
  readonly met: boolean;
  readonly closeness: number;
}

// Measured values that differ by less are the same.
const TOLERANCE = 0.01;
// CRS group of banking and financial services: what is asked of a financier, not of a machine.
const FINANCE = '24';

/** Requirements that an offer of this kind can be asked for: terms of money go to financing, all else to technologies and solutions. */
export const requirementsFor = (kind: PublishedOffer['kind'], requirements: readonly Requirement[], book: CodeBook): Requirement[] =>
  requirements.filter(({ attribute }) => (book.attribute(attribute)?.sector === FINANCE) === (kind === 'financing'));

/** The best of what the offer states for the attribute; stating more never lowers it. */
export function fitOf(requirement: Requirement, specifications: readonly Specification[], book: CodeBook): Fit | null {
  const fits = specifications
    .filter((specification) => specification.attribute === requirement.attribute)
    .map((specification) => compare(requirement, specification, book))
    .filter((fit) => fit !== null);
  return fits.reduce<Fit | null>((best, fit) => (best && best.closeness >= fit.closeness ? best : fit), null);
}

function compare(requirement: Requirement, specification: Specification, book: CodeBook): Fit | null {
  if (typeof requirement.value === 'boolean' || typeof specification.value === 'boolean') {
    if (typeof requirement.value !== typeof specification.value) return null;
    const met = requirement.value === specification.value;
    return { met, closeness: met ? 1 : 0 };
  }
  const base = (value: number | undefined, unit: string | undefined) =>
    value === undefined ? null : toBase(book, requirement.attribute, value, unit);
  const asked = base(requirement.value, requirement.unit);
  const exact = base(specification.value, specification.unit);
  const low = exact ?? base(specification.min, specification.unit);
  const high = exact ?? base(specification.max, specification.unit);
  return asked === null ? null : against(requirement.comparator, asked, low, high);
}

/** An attribute outside the list has no units: both sides must then use the same words for it, which `unit` shows. */
const toBase = (book: CodeBook, attribute: string, value: number, unit: string | undefined): number | null =>
  book.attribute(attribute) ? book.toBaseUnit(attribute, value, unit) : unit === undefined ? value : null;

/** What the offer can do reaches from `low` to `high`; an end it does not state is not known, so it contradicts nothing. */
function against(comparator: Requirement['comparator'], asked: number, low: number | null, high: number | null): Fit | null {
  const enough = (value: number) => value >= asked - slack(asked);
  const little = (value: number) => value <= asked + slack(asked);
  if (comparator === '>=') {
    if (high !== null) return fit(enough(high), high, asked);
    return low !== null && enough(low) ? fit(true, low, asked) : null;
  }
  if (comparator === '<=') {
    if (low !== null) return fit(little(low), low, asked);
    return high !== null && little(high) ? fit(true, high, asked) : null;
  }
  if (low !== null && !little(low)) return fit(false, low, asked);
  if (high !== null && !enough(high)) return fit(false, high, asked);
  return low !== null && high !== null ? fit(true, asked, asked) : null;
}

const slack = (asked: number) => Math.abs(asked) * TOLERANCE;

function fit(met: boolean, offered: number, asked: number): Fit {
  if (met) return { met, closeness: 1 };
  const [smaller, larger] = [Math.min(offered, asked), Math.max(offered, asked)];
  return { met, closeness: smaller > 0 ? smaller / larger : 0 };
}
