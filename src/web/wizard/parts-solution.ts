import { EVIDENCE, QUALITIES, SUPPORT } from '../../modules/offers/index.js';
import type { Part } from './fields.js';
import { deployments, paragraph } from './parts-shared.js';

/** What development solutions are asked besides the questions of every offer. */
export const solutionParts: readonly Part[] = [
  {
    key: 'story',
    fields: [
      paragraph('details.challenge'),
      paragraph('details.approach'),
      paragraph('details.actors'),
      {
        type: 'group',
        name: 'details.beneficiaries',
        fields: [
          { type: 'number', name: 'number' },
          { type: 'lines', name: 'groups' },
        ],
      },
    ],
  },
  {
    key: 'results',
    fields: [
      {
        type: 'rows',
        name: 'details.results',
        max: 30,
        fields: [
          { type: 'text', name: 'indicator' },
          { type: 'number', name: 'baseline' },
          { type: 'number', name: 'value' },
          { type: 'text', name: 'unit' },
          { type: 'date', name: 'date' },
          { type: 'text', name: 'source' },
          { type: 'choice', name: 'evidence', scheme: 'evidence', codes: EVIDENCE },
        ],
      },
      {
        type: 'group',
        name: 'details.costPerUnit',
        fields: [
          { type: 'number', name: 'amount' },
          { type: 'currency', name: 'currency' },
          { type: 'text', name: 'unit' },
        ],
      },
      { type: 'number', name: 'details.monthsToResults' },
    ],
  },
  {
    key: 'elsewhere',
    fields: [
      paragraph('details.conditions'),
      paragraph('details.adaptation'),
      paragraph('details.risks'),
      deployments('details.replications'),
      { type: 'choices', name: 'details.support', scheme: 'support', codes: SUPPORT },
      paragraph('details.whoPays'),
    ],
  },
  {
    key: 'qualities',
    fields: [
      {
        type: 'rows',
        name: 'details.qualities',
        max: QUALITIES.length,
        fields: [
          { type: 'choice', name: 'quality', codes: QUALITIES },
          { type: 'area', name: 'statement', max: 5_000 },
          { type: 'area', name: 'evidence', max: 5_000 },
        ],
      },
    ],
  },
];
