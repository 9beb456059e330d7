import { defineEvent } from '../../platform/events/domain-events.js';

interface OfOrganization {
  organizationId: string;
}

/** All papers of L1 are there, and wait for the desk of the organization's country. */
export const papersHandedIn = defineEvent<OfOrganization>('verification.handed-in');
/** A desk has refused a paper; the reason is a code. */
export const paperRefused = defineEvent<OfOrganization & { reason: string }>('verification.refused');
/** Nobody has decided in time. Told once for each paper. */
export const papersLate = defineEvent<OfOrganization>('verification.late');
/** The verification runs out in so many days; told once for each of the reminders. */
export const verificationEnding = defineEvent<OfOrganization & { daysLeft: number }>('verification.ending');
/** It has run out: the organization is back at `basic`. */
export const verificationEnded = defineEvent<OfOrganization>('verification.ended');
