import { defineEvent } from '../../platform/events/domain-events.js';
import type { ConsentScope } from '../organizations/index.js';
import type { ConsentEnding } from './consent.policy.js';

/** A consent ends so many days from now, and no other takes its place. */
export const consentEnding = defineEvent<{ organizationId: string; consentId: string; daysLeft: number }>('consent.ending');

/** A consent has ended; `lost` is what officers may no longer do for the organization. */
export const consentEnded = defineEvent<{ organizationId: string; consentId: string; ending: ConsentEnding; lost: ConsentScope[] }>(
  'consent.ended',
);
