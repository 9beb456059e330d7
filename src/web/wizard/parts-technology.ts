import { COOPERATION } from '../../modules/listings/index.js';
import { IP_STATUS } from '../../modules/offers/index.js';
import type { Part } from './fields.js';
import { deployments, paragraph, range } from './parts-shared.js';

/** What technologies are asked besides the questions of every offer. */
export const technologyParts: readonly Part[] = [
  {
    key: 'story',
    fields: [
      paragraph('details.problem'),
      paragraph('details.howItWorks'),
      paragraph('details.advantage'),
      {
        type: 'group',
        name: 'details.costComparison',
        or: 'not-known-yet',
        fields: [
          { type: 'text', name: 'unit' },
          { type: 'number', name: 'ours' },
          { type: 'number', name: 'usual' },
          { type: 'currency', name: 'currency' },
          { type: 'text', name: 'source' },
        ],
      },
      paragraph('details.siteNeeds'),
    ],
  },
  {
    key: 'readiness',
    fields: [
      { type: 'readiness', name: 'details.readiness' },
      paragraph('details.readinessEvidence'),
      { type: 'country', name: 'details.developedIn' },
      deployments('details.usedIn'),
      { type: 'lines', name: 'details.standards' },
      paragraph('details.environmentNotes'),
    ],
  },
  {
    key: 'terms',
    fields: [
      { type: 'choices', name: 'details.cooperation', scheme: 'cooperation', codes: COOPERATION },
      {
        type: 'group',
        name: 'details.ip',
        fields: [
          { type: 'choice', name: 'status', scheme: 'ip-status', codes: IP_STATUS },
          { type: 'lines', name: 'numbers' },
          { type: 'lines', name: 'offices' },
          { type: 'date', name: 'expires' },
          { type: 'text', name: 'owner' },
        ],
      },
      {
        type: 'group',
        name: 'details.terms',
        fields: [
          range('price'),
          { type: 'yes-no', name: 'exclusivity' },
          { type: 'text', name: 'territory' },
          { type: 'yes-no', name: 'afterSales' },
          { type: 'yes-no', name: 'trainingIncluded' },
        ],
      },
      { type: 'text', name: 'details.minimumOrder' },
      { type: 'number', name: 'details.deliveryWeeks' },
      { type: 'text', name: 'details.capacityPerYear' },
      { type: 'yes-no', name: 'details.dualUse' },
      { type: 'area', name: 'details.exportControlNotes', max: 1_000 },
    ],
  },
];
