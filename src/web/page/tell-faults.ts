import type { Fault } from '../../kernel/errors.js';
import type { Reader } from './reader.js';

/** Lists are counted in entries, texts in characters. */
const OF_LISTS: Record<string, string> = { 'too-short': 'too-few', 'too-long': 'too-many' };

/** Their words name the number; without it the service's own words are better than half a sentence. */
const COUNTED = ['too-short', 'too-long', 'too-few', 'too-many', 'too-small', 'too-big'];

/** The texts that tell a fault, best first: that of the code, else that of what comes after its area (`listing.four-eyes`, `four-eyes`). */
export function faultKeys({ code, params = {} }: Pick<Fault, 'code' | 'params'>): string[] {
  if (code === 'format') return [`fault.format.${params['format'] ?? ''}`, 'fault.format'];
  const told = params['of'] === 'array' ? (OF_LISTS[code] ?? code) : code;
  const codes = [told, told.slice(told.indexOf('.') + 1)];
  return codes.filter((one) => !COUNTED.includes(one) || params['count'] !== undefined).map((one) => `fault.${one}`);
}

/** Faults in the reader's words; what has no words in her language is told as the service says it, in English. */
export const faultsIn = ({ translator }: Reader, faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => {
    const key = faultKeys(fault).find((one) => translator.has(one));
    return key && translator.has(key) ? { ...fault, message: translator.text(key, fault.params) } : fault;
  });
