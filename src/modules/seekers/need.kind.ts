import type { CodeUse, ListingKindDefinition } from '../listings/index.js';
import { needContent, needSubmit, type NeedContent } from './need.schemas.js';

export const needKind: ListingKindDefinition<NeedContent> = {
  kind: 'need',
  prefix: 'NE',
  schema: needContent,
  submit: needSubmit,
  fulfillable: true,
  prefill: ({ country }) => Promise.resolve({ country }),
  summaries: ({ description, details }) => [description, details.problem],
  codes({ budget, fundingSought, lots }) {
    const uses: CodeUse[] = [];
    if (typeof budget === 'object') uses.push({ path: 'budget.currency', scheme: 'currency', code: budget.currency });
    if (fundingSought) uses.push({ path: 'fundingSought.currency', scheme: 'currency', code: fundingSought.currency });
    lots.forEach((lot, i) => lot.budget && uses.push({ path: `lots.${i}.budget.currency`, scheme: 'currency', code: lot.budget.currency }));
    return uses;
  },
  texts: ['problem', 'tried', 'beneficiaries', 'safeguards'],
  publicFields: ['country', 'kinds'],
  groups: {
    tried: { fields: ['details.tried'], least: 1 },
    scale: { fields: ['details.scale', 'details.beneficiaries'], least: 1 },
    safeguards: { fields: ['details.safeguards'], least: 1 },
    // Town and plan would name the seeker who wants to stay unnamed.
    place: { fields: ['details.place'], least: 1, leastAnonymous: 3 },
    'national-plan': { fields: ['details.nationalPlan'], least: 1, leastAnonymous: 3 },
  },
};
