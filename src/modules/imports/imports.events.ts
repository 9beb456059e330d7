import { defineEvent } from '../../platform/events/domain-events.js';

/** A run has taken in what it could. */
export const importEnded = defineEvent<{ importId: string }>('import.ended');
