import type { PublishedFinancing } from '../scoring.types.js';
import { rule } from './rule.js';

type Applicant = PublishedFinancing['content']['details']['applicants'][number];

/** What an organization of an IATI type may apply as. A type that is not here, or that may be several things, contradicts less. */
const APPLICANT_OF: Readonly<Record<string, readonly Applicant[]>> = {
  '10': ['government'],
  '11': ['local-government', 'government'],
  '15': ['government', 'local-government', 'public-enterprise'],
  '21': ['ngo', 'cooperative'],
  '22': ['ngo', 'cooperative'],
  '23': ['ngo', 'cooperative'],
  '24': ['ngo', 'cooperative'],
  '30': ['public-enterprise', 'private-company'],
  '40': ['multilateral'],
  '60': ['ngo'],
  '70': ['private-company', 'cooperative'],
  '71': ['private-company', 'cooperative'],
  '72': ['private-company', 'cooperative'],
  '73': ['private-company', 'cooperative'],
  '80': ['academic'],
};

/** Who a financier does not take as an applicant. Activities it excludes are written in words, so they are left to be confirmed. */
export const exclusionsRule = rule('exclusions', ({ need, offer }, { passed, failed, unknown }) => {
  if (offer.kind !== 'financing') return passed('none');
  const { applicants, excludedActivities } = offer.content.details;
  const possible = APPLICANT_OF[need.owner.type];
  if (possible && applicants.length > 0 && !possible.some((applicant) => applicants.includes(applicant))) return failed('applicant');
  if (excludedActivities.length > 0) return unknown('activities');
  return possible && applicants.length > 0 ? passed('none') : unknown('applicant-not-known');
});
