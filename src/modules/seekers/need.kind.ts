import type { CodeUse, ListingKindDefinition } from '../listings/index.js';
import { needContent, needSubmit, type NeedContent } from './need.schemas.js';

export const needKind: ListingKindDefinition<NeedContent> = {
  kind: 'need',
  prefix: 'NE',
  schema: needContent,
  submit: needSubmit,
  ownerLevel: 'basic',
  fulfillable: true,
  prefill: ({ country }) => Promise.resolve({ country }),
  summaries: ({ description, details }) => [description, details.problem],
  codes({ budget, fundingSought }) {
    const uses: CodeUse[] = [];
    if (typeof budget === 'object') uses.push({ path: 'budget.currency', scheme: 'currency', code: budget.currency });
    if (fundingSought) uses.push({ path: 'fundingSought.currency', scheme: 'currency', code: fundingSought.currency });
    return uses;
  },
  publicFields: ['country', 'kinds'],
  // Town and plan would name the seeker who wants to stay unnamed.
  restricted: ({ anonymous }): Readonly<Record<string, 2 | 3>> => (anonymous ? { place: 3, nationalPlan: 3 } : {}),
};
