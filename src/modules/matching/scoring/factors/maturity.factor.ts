import type { PublishedFinancing, PublishedSolution, PublishedTechnology } from '../scoring.types.js';
import { NOT_STATED } from '../weights.js';
import { factor, type Answers, type Measure } from './factor.js';

const HIGHEST_READINESS = 9;
const EVIDENCE_WORTH = { 'external-evaluation': 1, study: 0.8, 'own-monitoring': 0.6 } as const;
const EVIDENCE_UNNAMED = 0.4;
// None, one, two, three and more places where it was put to use.
const USES_WORTH = [0, 0.5, 0.75, 1] as const;
const usesWorth = (uses: number) => USES_WORTH[Math.min(uses, 3)] ?? 1;

/**
 * Maturity and evidence, from what the offer states; never below "not stated", so that stating a little is never worse than nothing.
 * Technology: 0.6 x readiness / 9 (1 where the need's lowest accepted level is reached) + 0.4 x places in use. Solution: 0.6 x the best kind
 * of evidence for a result + 0.4 x repetitions. Financing, how settled it is: 0.3 for the sum left or in all, 0.3 for who decides or when,
 * 0.2 for the papers asked, 0.2 for tenor or price, or being concessional or a grant.
 */
export const maturityFactor = factor('maturity', ({ need, offer }, answers) => {
  if (offer.kind === 'technology') return technology(offer, need.content.details.readinessFrom, answers);
  return offer.kind === 'solution' ? solution(offer, answers) : financing(offer, answers);
});

function technology({ content: { details } }: PublishedTechnology, asked: number | undefined, { of, silent, advise }: Answers): Measure {
  const { readiness, usedIn } = details;
  if (readiness === undefined && usedIn.length === 0) return silent('readiness');
  const level = readiness === undefined ? 0 : asked !== undefined && readiness >= asked ? 1 : readiness / HIGHEST_READINESS;
  const params = { uses: usedIn.length, ...(readiness !== undefined && { readiness }), ...(asked !== undefined && { asked }) };
  const found = of(Math.max(NOT_STATED, 0.6 * level + 0.4 * usesWorth(usedIn.length)), 'technology', params);
  return usedIn.length === 0 ? advise(found, 'uses') : found;
}

function solution({ content: { details } }: PublishedSolution, { of, silent, advise }: Answers): Measure {
  const { results, replications } = details;
  if (results.length === 0 && replications.length === 0) return silent('results');
  const evidence = Math.max(0, ...results.map((result) => (result.evidence ? EVIDENCE_WORTH[result.evidence] : EVIDENCE_UNNAMED)));
  const value = Math.max(NOT_STATED, 0.6 * evidence + 0.4 * usesWorth(replications.length));
  const found = of(value, 'solution', { results: results.length, replications: replications.length });
  return evidence < 0.8 ? advise(found, 'evidence') : found;
}

function financing({ content: { details } }: PublishedFinancing, { of, silent, advise }: Answers): Measure {
  const decided = details.decisionBody !== undefined || (typeof details.window === 'object' && details.window.decision !== undefined);
  const papers = details.documentsAsked.length > 0 || details.noDocuments === true;
  const priced =
    details.tenorMonths !== undefined || details.price !== undefined || details.concessional === true || isGrant(details.instrument);
  const settled = [
    { stated: details.remaining !== undefined || details.total !== undefined, worth: 0.3 },
    { stated: decided, worth: 0.3 },
    { stated: papers, worth: 0.2 },
    { stated: priced, worth: 0.2 },
  ];
  const value = settled.reduce((sum, { stated, worth }) => sum + (stated ? worth : 0), 0);
  if (value === 0) return silent('terms');
  const found = of(Math.max(NOT_STATED, value), 'financing', { stated: settled.filter(({ stated }) => stated).length, of: settled.length });
  return value < 0.7 ? advise(found, 'terms') : found;
}

/** IATI finance types of the grant group begin with 1 and have three digits. */
export const isGrant = (instrument: string | undefined): boolean => /^1\d\d$/.test(instrument ?? '');
