import { z } from 'zod';
import { OFFER_KINDS } from '../../modules/listings/index.js';
import { MATCH_STATES } from '../../modules/matching/index.js';
import { pageQuery, queryFlag } from '../../platform/http/index.js';

/** States that a desk looks at; what is superseded concerns nobody. */
export const QUEUE_STATES = MATCH_STATES.filter((state) => state !== 'superseded');
export type QueueState = (typeof QUEUE_STATES)[number];

const unset = z.literal('').transform(() => undefined);

export const queueQuery = pageQuery.extend({
  state: z.union([z.enum(QUEUE_STATES), unset]).optional(),
  kind: z.union([z.enum(OFFER_KINDS), unset]).optional(),
  mine: z.union([queryFlag, unset]).optional(),
});
export type QueueQuery = z.infer<typeof queueQuery>;
