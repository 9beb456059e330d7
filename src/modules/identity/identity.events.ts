import { defineEvent } from '../../platform/events/domain-events.js';

/** Somebody acted for the first time. */
export const personJoined = defineEvent<{ personId: string }>('person.joined');
export const personDisabled = defineEvent<{ personId: string }>('person.disabled');
