import { FACTORS } from './factors/index.js';
import { languageFit } from './languages.js';
import { partsOf } from './lots.js';
import { RULES } from './rules/index.js';
import {
  message,
  type Engine,
  type Message,
  type Pair,
  type PairResult,
  type PublishedNeed,
  type PublishedOffer,
  type RuleResult,
} from './scoring.types.js';
import { sharePoints } from './share-points.js';

const FULL_SCORE = 10_000;

/** No hard rule fails; the same as `scorePair(...).eligible`, without the score. */
export const isEligible = (need: PublishedNeed, offer: PublishedOffer, engine: Engine, day: string): boolean =>
  partsOf(need).some((part) => RULES.every((rule) => rule.check({ need: part.need, offer, engine, day }).passed !== false));

/**
 * Score and explanation of a pair: a function of the two revisions, the engine version and the UTC day, and of nothing else.
 * Of a need in lots the open lot that the offer fits best counts, and is named.
 * The score is the weighted mean of the factors that apply, in hundredths; the weight of those left out is shared by the others.
 */
export function scorePair(need: PublishedNeed, offer: PublishedOffer, engine: Engine, day: string): PairResult {
  const [first, ...others] = partsOf(need).map(({ lot, need: part }) => ({ lot, result: scorePart(part, offer, engine, day) }));
  if (!first) throw new Error('a need has at least one part');
  const { lot, result } = others.reduce((best, one) => (isBetter(one.result, best.result) ? one : best), first);
  return lot === null ? result : { ...result, warnings: [message('warning.lot', { lot }), ...result.warnings] };
}

const isBetter = (a: PairResult, b: PairResult): boolean => (a.eligible === b.eligible ? a.score > b.score : a.eligible);

function scorePart(need: PublishedNeed, offer: PublishedOffer, engine: Engine, day: string): PairResult {
  const pair: Pair = { need, offer, engine, day };
  const rules = RULES.map((rule) => rule.check(pair));
  const measured = FACTORS.map(({ key, measure }) => ({ key, weight: engine.weights[key], ...measure(pair) }));
  const weighed = measured.reduce((sum, { value, weight }) => sum + (value === null ? 0 : weight), 0);
  const parts = measured.map(({ value, weight }) => (value === null || weighed === 0 ? null : (FULL_SCORE * weight * value) / weighed));
  const { total, points } = sharePoints(parts);
  return {
    eligible: rules.every((rule) => rule.passed !== false),
    score: total,
    factors: measured.map(({ key, weight, value, reason }, i) => ({ key, weight, value, points: points[i] ?? 0, reason })),
    rules,
    warnings: warningsOf(pair, rules),
    advice: measured.flatMap(({ advice }) => advice ?? []),
  };
}

/** What to look at before saying yes: it lowers nothing by itself. */
function warningsOf(pair: Pair, rules: readonly RuleResult[]): Message[] {
  const warnings = rules
    .filter((rule) => rule.passed === null)
    .map(({ key, reason }) => message(`warning.confirm`, { rule: key, ...reason.params }, reason.visibility));
  const fit = languageFit(pair);
  if (fit === 'none' || fit === 'interpreter') warnings.push(message('warning.interpreter-needed'));
  const { offer } = pair;
  if (offer.kind === 'technology' && offer.content.details.dualUse) warnings.push(message('warning.dual-use'));
  return warnings;
}
