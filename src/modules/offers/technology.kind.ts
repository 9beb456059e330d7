import type { CodeUse, ListingKindDefinition } from '../listings/index.js';
import { technologyContent, technologySubmit, type TechnologyContent } from './technology.schemas.js';

/** Its countries are taken from the provider's own page: see OffersModule. */
export const technologyKind: Omit<ListingKindDefinition<TechnologyContent>, 'prefill'> = {
  kind: 'technology',
  prefix: 'TO',
  schema: technologyContent,
  submit: technologySubmit,
  ownerLevel: 'basic',
  fulfillable: false,
  summaries: ({ description, details }) => [description, details.problem, details.advantage],
  codes({ details }) {
    const uses: CodeUse[] = details.usedIn.map(({ country }, i) => ({
      path: `details.usedIn.${i}.country`,
      scheme: 'country',
      code: country,
    }));
    if (details.developedIn) uses.push({ path: 'details.developedIn', scheme: 'country', code: details.developedIn });
    const { costComparison, terms } = details;
    if (typeof costComparison === 'object' && costComparison.currency)
      uses.push({ path: 'details.costComparison.currency', scheme: 'currency', code: costComparison.currency });
    if (terms?.price) uses.push({ path: 'details.terms.price.currency', scheme: 'currency', code: terms.price.currency });
    return uses;
  },
  publicFields: [],
  // Prices and terms are for organizations that have been verified.
  restricted: () => ({ terms: 2 }),
};
