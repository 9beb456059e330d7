import type { Fault } from '../../kernel/errors.js';
import type { Reader } from './reader.js';

/** Lists are counted in entries, texts in characters. */
const OF_LISTS: Record<string, string> = { 'too-short': 'too-few', 'too-long': 'too-many' };

function keysOf({ code, params = {} }: Fault): string[] {
  if (code === 'format') return [`fault.format.${params['format'] ?? ''}`, 'fault.format'];
  if (params['of'] === 'array') return [`fault.${OF_LISTS[code] ?? code}`];
  return [`fault.${code}`];
}

/** Faults in the reader's words; what has no words in her language is told as the service says it, in English. */
export const faultsIn = ({ translator }: Reader, faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => {
    const key = keysOf(fault).find((one) => translator.has(one));
    return key && translator.has(key) ? { ...fault, message: translator.text(key, fault.params) } : fault;
  });
