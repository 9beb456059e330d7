import { z } from 'zod';
import { defineJob } from '../../platform/queue/job.js';

/**
 * Transaction that gave rise to the job (`pg_current_xact_id()`). A need whose set has already seen it is not matched once more,
 * so a burst of changes costs one run a need, not one a change.
 */
const after = z.string().regex(/^\d+$/).optional();
/** What counts as one run for notices, when that is more than this job: its recipients are told once. */
const run = z.uuid().optional();

/** Recomputes the set of one need. */
export const matchNeedJob = defineJob({
  name: 'matching.match-need',
  queue: 'matching',
  payload: z.strictObject({ needId: z.uuid(), after, run }),
});

/** Recomputes the set of every need that these offers may enter, leave or move in. */
export const matchOfferJob = defineJob({
  name: 'matching.match-offer',
  queue: 'matching',
  payload: z.strictObject({ offerIds: z.array(z.uuid()).min(1), after, run }),
});

/** Asks for the set of every need anew: each day, with a new engine version, or by command. */
export const rescoreAllJob = defineJob({ name: 'matching.rescore-all', queue: 'matching', payload: z.strictObject({}) });

/** What the closing of a listing means for matches that people have acted on. */
export const closeListingJob = defineJob({
  name: 'matching.close-listing',
  queue: 'matching',
  payload: z.strictObject({ listingId: z.uuid(), reason: z.string().max(40) }),
});

/** What a new published revision means for matches that people have acted on. */
export const newRevisionJob = defineJob({
  name: 'matching.new-revision',
  queue: 'matching',
  payload: z.strictObject({ listingId: z.uuid(), revision: z.int() }),
});

/** Suggests again what was declined "not now" until today. */
export const returnDeclinedJob = defineJob({ name: 'matching.return-declined', queue: 'matching', payload: z.strictObject({}) });
