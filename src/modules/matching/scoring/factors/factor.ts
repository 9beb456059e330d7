import { message, type FactorKey, type Message, type Pair } from '../scoring.types.js';
import { NOT_STATED } from '../weights.js';

/** What a factor found: `value` 0 to 1, or null to be left out. */
export interface Measure {
  readonly value: number | null;
  readonly reason: Message;
  readonly advice?: readonly Message[];
}

export interface FactorDefinition {
  readonly key: FactorKey;
  readonly measure: (pair: Pair) => Measure;
}

type Params = Message['params'];
export interface Answers {
  of: (value: number, word: string, params?: Params) => Measure;
  /** Left out: the need leaves it open, or the two cannot be compared. */
  out: (word: string, params?: Params) => Measure;
  /** The need asks and the offer is silent; its owner is told what to state. */
  silent: (advice: string, params?: Params) => Measure;
  advise: (measure: Measure, word: string, params?: Params) => Measure;
}

export const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Values are kept to four decimals: more is noise of binary arithmetic. */
const rounded = (value: number): number => Math.round(clamp(value) * 10_000) / 10_000;

/** Factors whose reasons tell nothing but what the public sees of both sides: codes. */
const PUBLIC: readonly FactorKey[] = ['sector', 'sdg'];

/** Factors are built by this, so that a reason's key always begins with its factor's. */
export function factor(key: FactorKey, measure: (pair: Pair, answers: Answers) => Measure): FactorDefinition {
  const visibility = PUBLIC.includes(key) ? 0 : 1;
  const provider = { side: 'provider' } as const;
  const answers: Answers = {
    of: (value, word, params = {}) => ({
      value: rounded(value),
      reason: message(`factor.${key}.${word}`, params, visibility),
    }),
    out: (word, params = {}) => ({ value: null, reason: message(`factor.${key}.${word}`, params, visibility) }),
    silent: (word, params = {}) => ({
      value: NOT_STATED,
      reason: message(`factor.${key}.not-stated`, {}, visibility),
      advice: [message(`advice.${key}.${word}`, { ...provider, ...params }, visibility)],
    }),
    advise: (found, word, params = {}) => ({
      ...found,
      advice: [...(found.advice ?? []), message(`advice.${key}.${word}`, { ...provider, ...params }, visibility)],
    }),
  };
  return { key, measure: (pair) => measure(pair, answers) };
}
