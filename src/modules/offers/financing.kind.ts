import type { CodeUse, ListingKindDefinition } from '../listings/index.js';
import { financingContent, financingSubmit, type FinancingContent } from './financing.schemas.js';

export const financingKind: ListingKindDefinition<FinancingContent> = {
  kind: 'financing',
  prefix: 'FI',
  schema: financingContent,
  submit: financingSubmit,
  fulfillable: false,
  prefill: () => Promise.resolve({}),
  summaries: ({ description }) => [description],
  codes({ details }) {
    const uses: CodeUse[] = [];
    if (details.instrument) uses.push({ path: 'details.instrument', scheme: 'finance-type', code: details.instrument });
    if (details.flowType) uses.push({ path: 'details.flowType', scheme: 'flow-type', code: details.flowType });
    if (details.amount) uses.push({ path: 'details.amount.currency', scheme: 'currency', code: details.amount.currency });
    return uses;
  },
  texts: ['reportingDuties'],
  publicFields: [],
  groups: {
    budget: { fields: ['details.total', 'details.remaining'], least: 1 },
    duties: { fields: ['details.reportingDuties', 'details.decisionBody'], least: 1 },
    // Prices are for organizations that have been verified.
    terms: { fields: ['details.price'], least: 2 },
  },
};
