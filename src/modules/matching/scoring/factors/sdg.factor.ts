import type { CodeRef } from '../../../listings/index.js';
import type { CodeBook } from '../../../taxonomy/index.js';
import { factor } from './factor.js';

const SAME_GOAL = 0.4;
/** Goals and targets of an offer that count: one that claims them all says nothing. */
const CODES_COUNTED = 8;

interface Aim {
  readonly goal: string;
  /** null: the whole goal. */
  readonly target: string | null;
}

/**
 * SDG overlap: the mean over the need's aims of the best of the offer's. The same target 1.0, another target of the same goal 0.4; where the
 * need names only a goal, anything under it 1.0. A goal named beside one of its own targets adds nothing.
 */
export const sdgFactor = factor('sdg', ({ need, offer, engine: { book } }, { of, out, silent, advise }) => {
  const asked = aims(need.content.codes, book);
  const offered = aims(offer.content.codes, book).slice(0, CODES_COUNTED);
  if (asked.length === 0) return out('open');
  if (offered.length === 0) return silent('state');
  const values = asked.map((aim) => Math.max(...offered.map((other) => overlap(aim, other))));
  const first = asked[values.indexOf(Math.max(...values))]!;
  const code = first.target ?? first.goal;
  const value = values.reduce((a, b) => a + b, 0) / values.length;
  const found = of(value, value === 1 ? 'same' : value > 0 ? 'partly' : 'other', { code });
  const missing = asked[values.findIndex((v) => v < 1)];
  return missing ? advise(found, 'add', { code: missing.target ?? missing.goal }) : found;
});

function overlap(asked: Aim, offered: Aim): number {
  if (asked.goal !== offered.goal) return 0;
  return asked.target === null || asked.target === offered.target ? 1 : SAME_GOAL;
}

function aims(codes: readonly CodeRef[], book: CodeBook): Aim[] {
  const found: Aim[] = [];
  for (const { scheme, code } of codes) {
    if (scheme === 'sdg-goal') found.push({ goal: code, target: null });
    if (scheme === 'sdg-target') found.push({ goal: book.sdgGoalOf(code) ?? code.split('.')[0]!, target: code });
  }
  return found.filter((aim) => aim.target !== null || !found.some((other) => other.goal === aim.goal && other.target !== null));
}
