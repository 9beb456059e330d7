import { fitOf, requirementsFor } from '../requirement-fit.js';
import { NOT_STATED } from '../weights.js';
import { factor } from './factor.js';

/** A must-have weighs as much as two wishes. */
const MUST_WEIGHT = 2;
/** What a missed wish can still earn, by how near it comes: between silence and a half. */
const NEAR_MISS = 0.3;

/**
 * Requirement fit: the mean over the need's requirements of met 1.0, not stated 0.2, missed 0.2 + 0.3 x closeness (the smaller of asked and
 * stated over the larger). Missed never counts less than silent, so that nobody gains by hiding a figure; a missed must-have is for the rule.
 */
export const requirementsFactor = factor('requirements', ({ need, offer, engine: { book } }, { of, out, silent, advise }) => {
  const asked = requirementsFor(offer.kind, need.content.requirements, book);
  if (asked.length === 0) return out('open');
  const fits = asked.map((requirement) => ({ requirement, fit: fitOf(requirement, offer.content.specifications, book) }));
  const unstated = fits.find(({ fit }) => fit === null)?.requirement.attribute;
  if (unstated !== undefined && fits.every(({ fit }) => fit === null)) return silent('state', { attribute: unstated });
  const weight = (must: boolean) => (must ? MUST_WEIGHT : 1);
  const earned = fits.map(({ requirement, fit }) => weight(requirement.must) * worth(fit));
  const total = fits.map(({ requirement }) => weight(requirement.must));
  const met = fits.filter(({ fit }) => fit?.met).length;
  const found = of(sum(earned) / sum(total), met === asked.length ? 'all-met' : 'some-met', { met, asked: asked.length });
  const missed = fits.find(({ fit }) => fit && !fit.met)?.requirement.attribute;
  const advised = unstated === undefined ? found : advise(found, 'state', { attribute: unstated });
  return missed === undefined ? advised : advise(advised, 'improve', { attribute: missed });
});

const worth = (fit: { met: boolean; closeness: number } | null): number => {
  if (fit === null) return NOT_STATED;
  return fit.met ? 1 : NOT_STATED + NEAR_MISS * fit.closeness;
};

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
