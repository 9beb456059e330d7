import { message, type Message, type Pair, type RuleKey, type RuleResult } from '../scoring.types.js';

/** A hard rule: fails only on a known contradiction; what is not known passes as null and is shown as "to confirm". */
export interface Rule {
  readonly key: RuleKey;
  readonly check: (pair: Pair) => RuleResult;
}

/** Rules are built by this, so that a reason's key always begins with its rule's. */
export const rule = (key: RuleKey, check: (pair: Pair, verdict: Verdict) => RuleResult): Rule => {
  const say =
    (passed: boolean | null) =>
    (word: string, params: Message['params'] = {}): RuleResult => ({
      key,
      passed,
      reason: message(`rule.${key}.${word}`, params),
    });
  const verdict = { passed: say(true), failed: say(false), unknown: say(null) };
  return { key, check: (pair) => check(pair, verdict) };
};

type Say = (word: string, params?: Message['params']) => RuleResult;
export interface Verdict {
  readonly passed: Say;
  readonly failed: Say;
  readonly unknown: Say;
}
