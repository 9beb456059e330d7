import type { CodeRef } from '../../../listings/index.js';
import type { CodeBook } from '../../../taxonomy/index.js';
import type { PublishedOffer } from '../scoring.types.js';
import { factor } from './factor.js';

// Share of the same code, of the same three-digit category, of the same top group of the CRS tree.
const CLOSENESS = [0, 0.3, 0.6, 1] as const;
/** A fund that takes any sector is open to this one, but less of a find than one made for it. */
const ANY_SECTOR = 0.7;
/** The main sector of a need weighs as much as three others. */
const MAIN_WEIGHT = 3;
/** An offer of everything is an offer of nothing: of a technology or solution, the main sector and four more count. */
const SECTORS_COUNTED = 5;

interface Nearest {
  value: number;
  /** The offer's code it was found in, or `any`. */
  code: string;
}

/**
 * Sector closeness in the CRS tree. For each sector of the need the nearest sector of the offer: same code 1.0, same category 0.6, same top
 * group 0.3; the mean over the need's sectors, the main one weighing three times. A financier's broad code covers all below it.
 */
export const sectorFactor = factor('sector', ({ need, offer, engine: { book } }, { of, out, silent, advise }) => {
  const asked = sectors(need.content.codes);
  const offered = offeredSectors(offer);
  const any = offer.kind === 'financing' && offer.content.details.sectors === 'any';
  if (asked.length === 0) return out('open');
  if (offered.length === 0 && !any) return silent('state');
  let [sum, weights] = [0, 0];
  let main: Nearest & { asked: string } = { value: 0, code: '', asked: '' };
  for (const [i, code] of asked.entries()) {
    const weight = i === 0 ? MAIN_WEIGHT : 1;
    const found = nearest(code, offered, offer, book, any);
    if (i === 0) main = { ...found, asked: code };
    sum += weight * found.value;
    weights += weight;
  }
  const value = sum / weights;
  if (main.code === 'any') return of(value, 'any', { asked: main.asked });
  const word = main.value === 1 ? 'same' : main.value >= 0.6 ? 'category' : main.value > 0 ? 'group' : 'other';
  const found = of(value, word, { asked: main.asked, ...(main.code !== '' && { offered: main.code }) });
  return main.value === 1 ? found : advise(found, 'add', { code: main.asked });
});

/** CRS codes, the main one first. */
const sectors = (codes: readonly CodeRef[]): string[] =>
  codes
    .filter((code) => code.scheme === 'crs')
    .sort((a, b) => Number(b.main ?? false) - Number(a.main ?? false))
    .map((code) => code.code);

const offeredSectors = (offer: PublishedOffer): string[] => {
  const all = sectors(offer.content.codes);
  return offer.kind === 'financing' ? all : all.slice(0, SECTORS_COUNTED);
};

function nearest(asked: string, offered: readonly string[], offer: PublishedOffer, book: CodeBook, any: boolean): Nearest {
  let best: Nearest = any ? { value: ANY_SECTOR, code: 'any' } : { value: 0, code: '' };
  const path = pathOf(asked, book);
  for (const code of offered) {
    const other = pathOf(code, book);
    const covers = offer.kind === 'financing' && path.includes(code);
    const shared = path.filter((step, i) => other[i] === step).length;
    const value = covers || asked === code ? 1 : (CLOSENESS[Math.min(shared, 2)] ?? 0);
    if (value > best.value) best = { value, code };
  }
  return best;
}

/** A code that the book does not know still equals itself. */
const pathOf = (code: string, book: CodeBook): readonly string[] => {
  const path = book.crsPath(code);
  return path.length > 0 ? path : [code];
};
