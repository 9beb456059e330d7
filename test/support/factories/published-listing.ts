import { randomUUID } from 'node:crypto';
import type { PublishedListing } from '../../../src/modules/listings/published-listing.js';
import { financingContent, type FinancingContent } from '../../../src/modules/offers/financing.schemas.js';
import { solutionContent, type SolutionContent } from '../../../src/modules/offers/solution.schemas.js';
import { technologyContent, type TechnologyContent } from '../../../src/modules/offers/technology.schemas.js';
import { needContent, type NeedContent } from '../../../src/modules/seekers/need.schemas.js';
import type { z } from 'zod';

const schemas = { technology: technologyContent, solution: solutionContent, financing: financingContent, need: needContent } as const;

interface Contents {
  technology: TechnologyContent;
  solution: SolutionContent;
  financing: FinancingContent;
  need: NeedContent;
}
type Kind = keyof Contents;
type ContentInput<K extends Kind> = Partial<z.input<(typeof schemas)[K]>>;

export const PUBLISHED_ON = new Date('2026-11-02T00:00:00Z');

/** A published listing as matching and search see it, without a database; valid by default. */
export function publishedListing<K extends Kind>(
  kind: K,
  content: ContentInput<K> = {},
  facts: Partial<Omit<PublishedListing, 'kind' | 'content' | 'owner'>> & { owner?: Partial<PublishedListing['owner']> } = {},
): PublishedListing<K, Contents[K]> {
  const { owner, ...rest } = facts;
  const id = rest.id ?? randomUUID();
  const title = kind === 'need' ? 'A need' : 'An offer';
  return {
    id,
    reference: `T-${id.slice(0, 8)}`,
    revision: 1,
    language: 'en',
    publishedAt: PUBLISHED_ON,
    assuredAt: PUBLISHED_ON,
    expiresAt: new Date('2027-11-02T00:00:00Z'),
    anonymous: false,
    isExample: false,
    filledLots: [],
    closed: [],
    ...rest,
    kind,
    owner: { id: randomUUID(), country: kind === 'need' ? 'MZ' : 'KE', type: '70', level: 'verified', ...owner },
    content: schemas[kind].parse({ title, ...(kind === 'need' && { country: 'MZ' }), ...content }) as Contents[K],
  };
}
