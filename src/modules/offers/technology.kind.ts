import type { CodeUse, ListingKindDefinition } from '../listings/index.js';
import { technologyContent, technologySubmit, type TechnologyContent } from './technology.schemas.js';

/** Its countries are taken from the provider's own page: see OffersModule. */
export const technologyKind: Omit<ListingKindDefinition<TechnologyContent>, 'prefill'> = {
  kind: 'technology',
  prefix: 'TO',
  schema: technologyContent,
  submit: technologySubmit,
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
  texts: ['problem', 'howItWorks', 'advantage', 'siteNeeds', 'readinessEvidence', 'environmentNotes'],
  publicFields: [],
  groups: {
    workings: { fields: ['details.howItWorks', 'details.siteNeeds'], least: 1 },
    evidence: { fields: ['details.readinessEvidence', 'details.environmentNotes', 'details.standards'], least: 1 },
    'intellectual-property': { fields: ['numbers', 'offices', 'expires', 'owner'].map((field) => `details.ip.${field}`), least: 1 },
    supply: { fields: ['details.minimumOrder', 'details.deliveryWeeks', 'details.capacityPerYear'], least: 1 },
    'export-control': { fields: ['details.exportControlNotes'], least: 1 },
    // Prices and terms are for organizations that have been verified.
    terms: { fields: ['details.terms'], least: 2 },
    contacts: { fields: ['details.usedIn.*.contact'], least: 3 },
  },
};
