import { createHash } from 'node:crypto';

// A yes is given to price, terms, countries and requirements (DESIGN 5). Paths of what counts as such, by kind of listing;
// a reworded description, a new photo or another contact person does not take a yes away.
const TERMS: Record<string, readonly string[]> = {
  need: [
    'kinds',
    'country',
    'countriesPreferred',
    'countriesRefused',
    'requirements',
    'budget',
    'fundingSought',
    'ownContribution',
    'neededBy',
    'details.cooperation',
    'details.readinessFrom',
  ],
  technology: [
    'countriesOffered',
    'countriesRefused',
    'specifications',
    'details.terms',
    'details.cooperation',
    'details.ip.status',
    'details.minimumOrder',
  ],
  solution: [
    'countriesOffered',
    'countriesRefused',
    'specifications',
    'details.costPerUnit',
    'details.support',
    'details.conditions',
    'details.whoPays',
  ],
  financing: [
    'countriesOffered',
    'countriesRefused',
    'specifications',
    'details.instrument',
    'details.amount',
    'details.tenorMonths',
    'details.graceMonths',
    'details.price',
    'details.concessional',
    'details.matchingShare',
    'details.applicants',
    'details.sectors',
    'details.stages',
    'details.excludedActivities',
    'details.window',
    'details.documentsAsked',
  ],
};

/** Named only where there are any, so that a yes of before there were lots stays good. */
const LATER_TERMS: Record<string, readonly string[]> = { need: ['lots'] };

const at = (content: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined), content);

const isSaid = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** JSON that is the same for the same meaning: keys in order, lists as sets (countries, requirements and papers have no order). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    return `{${entries
      .map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`)
      .sort()
      .join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** A digest of the terms of a listing's content: as long as it stays the same, so does a yes. */
export function termsDigest(kind: string, content: unknown): string {
  const paths = TERMS[kind];
  if (!paths) throw new Error(`no terms are known for ${kind}`);
  const later = (LATER_TERMS[kind] ?? []).filter((path) => isSaid(at(content, path)));
  const terms = [...paths, ...later].map((path) => `${path}=${canonical(at(content, path))}`);
  return createHash('sha256').update(terms.join('\n')).digest('base64url').slice(0, 22);
}
