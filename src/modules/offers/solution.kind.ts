import type { CodeUse, ListingKindDefinition } from '../listings/index.js';
import { solutionContent, solutionSubmit, type SolutionContent } from './solution.schemas.js';

/** Its countries are taken from the provider's own page: see OffersModule. */
export const solutionKind: Omit<ListingKindDefinition<SolutionContent>, 'prefill'> = {
  kind: 'solution',
  prefix: 'SO',
  schema: solutionContent,
  submit: solutionSubmit,
  fulfillable: false,
  summaries: ({ description, details }) => [description, details.challenge, details.approach],
  codes({ details }) {
    const uses: CodeUse[] = details.replications.map(({ country }, i) => ({
      path: `details.replications.${i}.country`,
      scheme: 'country',
      code: country,
    }));
    if (details.costPerUnit) uses.push({ path: 'details.costPerUnit.currency', scheme: 'currency', code: details.costPerUnit.currency });
    return uses;
  },
  texts: ['challenge', 'approach', 'actors', 'conditions', 'adaptation', 'risks', 'whoPays'],
  publicFields: [],
  groups: {
    qualities: { fields: ['details.qualities'], least: 1 },
    results: { fields: ['details.results'], least: 1 },
    risks: { fields: ['details.risks'], least: 1 },
    costs: { fields: ['details.costPerUnit', 'details.whoPays'], least: 1 },
    contacts: { fields: ['details.replications.*.contact'], least: 3 },
  },
};
