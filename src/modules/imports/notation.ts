import type { Deployment } from '../listings/index.js';

// How a list of structured things is written in one spreadsheet cell. Items stand apart by `|`; an item that cannot be read is named.
// A cell that begins with `[` or `{` is JSON instead (see cell.ts).

/** A cell's value, or why it cannot be read. */
export type Reading<T> = { value: T } | { fault: string };

/** `crs:14031* | sdg-target:6.1 | crs:14030 40%`: scheme, code, `*` marks the main sector, a share in per cent. */
const CODE = /^(?<scheme>[a-z-]+):(?<code>[^\s*%]+)(?<main>\*)?(?:\s+(?<percentage>\d+(?:\.\d+)?)%)?$/;

/** `water-output = 50..200 m3/d | off-grid = yes | fuel-saving >= 40 %`: a value or a range, then a unit where it is not the usual one. */
const SPECIFICATION =
  /^(?<attribute>[a-z0-9-]+)\s*(?<comparator>>=|<=|=)\s*(?<value>-?\d+(?:\.\d+)?|[a-z]+)(?:\s*\.\.\s*(?<max>-?\d+(?:\.\d+)?))?(?:\s+(?<unit>\S.*))?$/i;

/** What a fault says of a text that may be long. */
export const brief = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

const items = (text: string): string[] =>
  text
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const TRUE = ['true', 'yes', 'y', '1', 'oui', 'si', 'sí', 'sim', 'نعم', '是', 'да'];
const FALSE = ['false', 'no', 'n', '0', 'non', 'não', 'nao', 'لا', '否', 'нет'];

export function readBoolean(text: string): Reading<boolean> {
  const word = text.trim().toLowerCase();
  if (TRUE.includes(word)) return { value: true };
  if (FALSE.includes(word)) return { value: false };
  return { fault: `"${brief(text)}" is neither yes nor no.` };
}

/** Plain decimals only: a comma means tenths in one country and thousands in the next. */
export function readNumber(text: string): Reading<number> {
  const plain = text.replace(/[\s\u00a0]/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? { value: Number(plain) } : { fault: `"${brief(text)}" is not a number: write it as 1234.5.` };
}

/** Reads every item of a list; the first that cannot be read is the fault of the cell. */
function each<T>(text: string, read: (item: string) => Reading<T>): Reading<T[]> {
  const values: T[] = [];
  for (const item of items(text)) {
    const reading = read(item);
    if ('fault' in reading) return reading;
    values.push(reading.value);
  }
  return { value: values };
}

export const readWords = (text: string): Reading<string[]> => ({ value: items(text.replaceAll(';', '|')) });

export const readCodes = (text: string): Reading<object[]> =>
  each<object>(text, (item) => {
    const found = CODE.exec(item)?.groups;
    if (!found) return { fault: `"${brief(item)}" is not a code: write crs:14031*, where * marks the main sector.` };
    const { scheme, code, main, percentage } = found;
    return { value: { scheme, code, ...(main ? { main: true } : {}), ...(percentage ? { percentage: Number(percentage) } : {}) } };
  });

export const readSpecifications = (text: string): Reading<object[]> =>
  each<object>(text, (item) => {
    const found = SPECIFICATION.exec(item)?.groups;
    const value = found && readAmount(found.value ?? '');
    if (!found || value === undefined)
      return { fault: `"${brief(item)}" is not a specification: write water-output = 50..200 m3/d, or off-grid = yes.` };
    const { attribute, comparator, max, unit } = found;
    const limits =
      max !== undefined
        ? { min: value, max: Number(max) }
        : comparator === '>='
          ? { min: value }
          : comparator === '<='
            ? { max: value }
            : { value };
    return { value: { attribute, ...limits, ...(unit ? { unit } : {}) } };
  });

/** `water-output >= 60 m3/d ! | off-grid = yes !`: a trailing `!` makes it a must, otherwise it is a wish. */
export const readRequirements = (text: string): Reading<object[]> =>
  each<object>(text, (item) => {
    const must = item.endsWith('!');
    const found = SPECIFICATION.exec(must ? item.slice(0, -1).trimEnd() : item)?.groups;
    const value = found && readAmount(found.value ?? '');
    if (!found || value === undefined || found.max !== undefined)
      return { fault: `"${brief(item)}" is not a requirement: write water-output >= 60 m3/d, with ! at the end if it is a must.` };
    const { attribute, comparator, unit } = found;
    return { value: { attribute, comparator, value, ...(unit ? { unit } : {}), must } };
  });

/** `UG:2020:1,400 pumps | NE`: country, year, and what is to be said of it. */
export const readDeployments = (text: string): Reading<Deployment[]> =>
  each<Deployment>(text, (item) => {
    const [country = '', year, ...rest] = item.split(':').map((part) => part.trim());
    if (year !== undefined && year !== '' && !/^\d{4}$/.test(year))
      return { fault: `"${brief(item)}" has no year after the country: write UG:2020:1,400 pumps.` };
    const scale = rest.join(':');
    return { value: { country, ...(year ? { year: Number(year) } : {}), ...(scale ? { scale } : {}) } };
  });

/** Each item is the name of a result; numbers and evidence are written as JSON. */
export const readResults = (text: string): Reading<object[]> => each<object>(text, (item) => ({ value: { indicator: item } }));

function readAmount(text: string): number | boolean | undefined {
  if (/^-?\d/.test(text)) return Number(text);
  const reading = readBoolean(text);
  return 'value' in reading ? reading.value : undefined;
}
