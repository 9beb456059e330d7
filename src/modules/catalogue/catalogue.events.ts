import { defineEvent } from '../../platform/events/domain-events.js';

/** Scores rest on a new engine version from here on: whoever keeps scores makes them anew. */
export const engineRenewed = defineEvent<{ version: string }>('catalogue.engine-renewed');
