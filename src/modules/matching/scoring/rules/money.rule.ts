import type { MoneyRange } from '../../../listings/index.js';
import type { Pair, PublishedFinancing, PublishedTechnology, RuleResult } from '../scoring.types.js';
import { rule, type Verdict } from './rule.js';

const bounds = (range: { min?: number | undefined; max?: number | undefined }) => ({ min: range.min ?? 0, max: range.max ?? Infinity });

const budgetOf = ({ need }: Pair): MoneyRange | null => (typeof need.content.budget === 'object' ? need.content.budget : null);

/**
 * Financing: the sum sought lies within the ticket; where only a budget is known, the smallest ticket does not exceed it.
 * Technology: its lowest price does not exceed the budget. Currencies are changed by the engine's dated rates; without a rate nothing is checked.
 */
export const moneyRule = rule('money', (pair, verdict) => {
  if (pair.offer.kind === 'financing') return ticket(pair, pair.offer, verdict);
  return pair.offer.kind === 'technology' ? price(pair, pair.offer, verdict) : verdict.passed('not-asked');
});

function ticket(pair: Pair, offer: PublishedFinancing, { passed, failed, unknown }: Verdict): RuleResult {
  const { amount } = offer.content.details;
  const sought = pair.need.content.fundingSought;
  const budget = budgetOf(pair);
  if (!amount || (!sought && !budget)) return unknown('not-stated');
  const into = (value: number, currency: string) => pair.engine.book.convert(value, currency, amount.currency, pair.day);
  const { min, max } = bounds(amount);
  if (sought) {
    const sum = into(sought.amount, sought.currency);
    if (sum === null) return unknown('no-rate', { from: sought.currency, to: amount.currency });
    if (sum < min) return failed('below-ticket');
    return sum > max ? failed('above-ticket') : passed('within-ticket');
  }
  if (budget?.max === undefined) return unknown('not-stated');
  const most = into(budget.max, budget.currency);
  if (most === null) return unknown('no-rate', { from: budget.currency, to: amount.currency });
  return most < min ? failed('below-ticket') : unknown('sum-not-stated');
}

// The price is for verified organizations, so that nothing but a contradiction tells of it.
function price(pair: Pair, offer: PublishedTechnology, { failed, unknown }: Verdict): RuleResult {
  const asked = offer.content.details.terms?.price;
  const budget = budgetOf(pair);
  if (asked?.min === undefined || budget?.max === undefined) return unknown('price-to-confirm');
  const lowest = pair.engine.book.convert(asked.min, asked.currency, budget.currency, pair.day);
  return lowest !== null && lowest > budget.max ? failed('above-budget') : unknown('price-to-confirm');
}
