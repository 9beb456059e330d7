import { baseLanguage } from '../../catalogue/index.js';
import type { Pair } from './scoring.types.js';

export type LanguageFit = 'shared' | 'interpreter' | 'none' | 'unknown';

/**
 * Whether the two can talk: `unknown` when a side names no language. "pt-BR" and "pt" are one. Who refuses an interpreter is for the rule,
 * so that leaving the refusal out does not raise a score.
 */
export function languageFit({ need, offer }: Pair): LanguageFit {
  const seeker = need.content.languages.map(baseLanguage);
  const provider = new Set(offer.content.languages.map(baseLanguage));
  if (seeker.some((language) => provider.has(language))) return 'shared';
  if (seeker.length === 0 || provider.size === 0) return 'unknown';
  return need.content.interpreter || offer.content.interpreter ? 'interpreter' : 'none';
}

/** A side works only directly in its own languages. */
export const refusesInterpreter = ({ need, offer }: Pair): boolean =>
  need.content.interpreter === false || offer.content.interpreter === false;
