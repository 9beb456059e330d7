import { APPLICANTS, FINANCE_STAGES } from '../../modules/offers/index.js';
import type { Part } from './fields.js';
import { paragraph, range } from './parts-shared.js';

/** What financing is asked besides the questions of every offer. */
export const financingParts: readonly Part[] = [
  {
    key: 'money',
    fields: [
      { type: 'choice', name: 'details.instrument', scheme: 'finance-type' },
      { type: 'choice', name: 'details.flowType', scheme: 'flow-type' },
      { type: 'text', name: 'details.fund' },
      range('details.amount'),
      { type: 'number', name: 'details.total' },
      { type: 'number', name: 'details.remaining' },
      { type: 'number', name: 'details.tenorMonths' },
      { type: 'number', name: 'details.graceMonths' },
      { type: 'text', name: 'details.price' },
      { type: 'yes-no', name: 'details.concessional' },
    ],
  },
  {
    key: 'applying',
    fields: [
      { type: 'choices', name: 'details.applicants', scheme: 'applicant', codes: APPLICANTS },
      { type: 'tick', name: 'details.sectors', value: 'any' },
      { type: 'choices', name: 'details.stages', scheme: 'finance-stage', codes: FINANCE_STAGES },
      { type: 'readiness', name: 'details.readinessFrom' },
      { type: 'lines', name: 'details.excludedActivities' },
      {
        type: 'group',
        name: 'details.matchingShare',
        fields: [
          { type: 'number', name: 'percentage' },
          { type: 'yes-no', name: 'inKindCounts' },
        ],
      },
      {
        type: 'group',
        name: 'details.window',
        or: 'always-open',
        fields: [
          { type: 'date', name: 'opens' },
          { type: 'date', name: 'closes' },
          { type: 'date', name: 'decision' },
        ],
      },
      { type: 'lines', name: 'details.documentsAsked' },
      { type: 'tick', name: 'details.noDocuments', value: true },
      { type: 'text', name: 'details.decisionBody' },
      paragraph('details.reportingDuties'),
    ],
  },
];
