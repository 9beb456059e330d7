import { COOPERATION, OFFER_KINDS } from '../../modules/listings/index.js';
import type { Part } from './fields.js';
import { paragraph, range, requirements } from './parts-shared.js';

/** What needs are asked besides the questions of every listing. */
export const needParts: readonly Part[] = [
  {
    key: 'situation',
    fields: [
      paragraph('details.problem'),
      paragraph('details.tried'),
      { type: 'country', name: 'country' },
      { type: 'text', name: 'details.place' },
      {
        type: 'group',
        name: 'details.scale',
        fields: [
          { type: 'number', name: 'people' },
          { type: 'text', name: 'note' },
        ],
      },
      paragraph('details.beneficiaries'),
      paragraph('details.safeguards'),
      {
        type: 'group',
        name: 'details.nationalPlan',
        fields: [
          { type: 'text', name: 'title' },
          { type: 'text', name: 'url' },
        ],
      },
    ],
  },
  { key: 'requirements', fields: [requirements('requirements', 60), { type: 'readiness', name: 'details.readinessFrom' }] },
  {
    key: 'budget',
    fields: [
      range('budget', 'not-known'),
      {
        type: 'group',
        name: 'fundingSought',
        fields: [
          { type: 'number', name: 'amount' },
          { type: 'currency', name: 'currency' },
        ],
      },
      {
        type: 'group',
        name: 'ownContribution',
        fields: [
          { type: 'number', name: 'percentage' },
          { type: 'yes-no', name: 'inKind' },
          { type: 'text', name: 'note' },
        ],
      },
      { type: 'date', name: 'neededBy', or: 'no-date' },
      { type: 'choices', name: 'details.cooperation', scheme: 'cooperation', codes: COOPERATION },
    ],
  },
  {
    key: 'lots',
    fields: [
      {
        type: 'rows',
        name: 'lots',
        max: 20,
        fields: [
          { type: 'key', name: 'key' },
          { type: 'text', name: 'title' },
          { type: 'text', name: 'quantity' },
          { type: 'choices', name: 'kinds', scheme: 'listing-kind', codes: OFFER_KINDS },
          range('budget'),
          requirements('requirements', 20),
        ],
      },
    ],
  },
];
