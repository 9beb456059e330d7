import { defineEvent } from '../../platform/events/domain-events.js';

/** An organization's name is like one on a list: it is held from now on. */
export const organizationHeld = defineEvent<{ organizationId: string }>('screening.organization-held');
