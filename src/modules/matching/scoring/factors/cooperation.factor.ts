import type { Cooperation } from '../../../listings/index.js';
import type { Pair, PublishedFinancing, PublishedSolution, PublishedTechnology } from '../scoring.types.js';
import { NOT_STATED } from '../weights.js';
import { factor, type Answers, type Measure } from './factor.js';
import { isGrant } from './maturity.factor.js';

type Support = PublishedSolution['content']['details']['support'][number];

/** How the support that comes with a solution is called by those who look for it. */
const SUPPORT_AS: Readonly<Record<Support, Cooperation>> = {
  'study-visit': 'technical-cooperation',
  'expert-days': 'technical-cooperation',
  documents: 'technical-cooperation',
  mentoring: 'technical-cooperation',
  mission: 'technical-cooperation',
  training: 'training',
};
const FORMS_OF_SOLUTIONS: readonly Cooperation[] = ['technical-cooperation', 'training'];
/** One form in common makes a deal possible; each further one adds. */
const ONE_SHARED = 0.6;
/** A missed part of the terms counts a little more than silence, by how near it comes. */
const NEAR_MISS = 0.3;

/**
 * Cooperation type and terms. Technology and solution: forms of cooperation the need accepts that the offer gives, 0.6 + 0.4 x their share.
 * Financing: the mean of what the need brings up: its own contribution against the share asked for (covered 1, else 0.2 + 0.3 x the part
 * covered), and a grant where it looks for a donation (a grant 1, else 0.2).
 */
export const cooperationFactor = factor('cooperation', (pair, answers) => {
  const wanted = pair.need.content.details.cooperation;
  const { offer } = pair;
  if (offer.kind === 'financing') return terms(pair, offer, answers);
  const asked = offer.kind === 'technology' ? wanted : wanted.filter((form) => FORMS_OF_SOLUTIONS.includes(form));
  return asked.length === 0 ? answers.out('open') : forms(asked, offer, answers);
});

function forms(asked: readonly Cooperation[], offer: PublishedTechnology | PublishedSolution, { of, silent, advise }: Answers): Measure {
  const given =
    offer.kind === 'technology' ? offer.content.details.cooperation : offer.content.details.support.map((form) => SUPPORT_AS[form]);
  if (given.length === 0) return silent('state');
  const shared = asked.filter((form) => given.includes(form));
  const value = shared.length === 0 ? 0 : ONE_SHARED + ((1 - ONE_SHARED) * shared.length) / asked.length;
  const found = of(value, shared.length === 0 ? 'none' : 'shared', { shared: shared.length, asked: asked.length });
  const missing = asked.find((form) => !given.includes(form));
  return missing === undefined ? found : advise(found, 'add', { cooperation: missing });
}

function terms({ need }: Pair, { content: { details } }: PublishedFinancing, { of, out, silent, advise }: Answers): Measure {
  const { ownContribution } = need.content;
  const wantsGift = need.content.details.cooperation.includes('donation');
  const parts: number[] = [];
  if (ownContribution?.percentage !== undefined) {
    const share = details.matchingShare;
    parts.push(share === undefined ? NOT_STATED : covered(ownContribution.percentage, ownContribution.inKind ?? false, share));
  }
  if (wantsGift) parts.push(isGrant(details.instrument) ? 1 : NOT_STATED);
  if (parts.length === 0) return out('open');
  if (details.matchingShare === undefined && !wantsGift) return silent('matching-share');
  const value = parts.reduce((a, b) => a + b, 0) / parts.length;
  const found = of(value, value === 1 ? 'terms-met' : 'terms-partly', {});
  return details.matchingShare === undefined ? advise(found, 'matching-share') : found;
}

function covered(own: number, inKind: boolean, asked: { percentage: number; inKindCounts: boolean }): number {
  if (asked.percentage === 0) return 1;
  if (inKind && !asked.inKindCounts) return NOT_STATED + NEAR_MISS / 2;
  return own >= asked.percentage ? 1 : NOT_STATED + (NEAR_MISS * own) / asked.percentage;
}
