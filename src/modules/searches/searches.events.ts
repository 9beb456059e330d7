import { defineEvent } from '../../platform/events/domain-events.js';

/** A saved search has newly found so many listings; never told of none. `run` tells one look from the next. */
export const searchFound = defineEvent<{ searchId: string; count: number; run: string }>('search.found');
