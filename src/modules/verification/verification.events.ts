import { defineEvent } from '../../platform/events/domain-events.js';
import type { PeriodLevel } from './verification-periods.js';

interface OfOrganization {
  organizationId: string;
}

/** All papers of L1 are there, and wait for the desk of the organization's country. */
export const papersHandedIn = defineEvent<OfOrganization>('verification.handed-in');
/** A manager leaves the copy of a paper to the desk of the organization's country. */
export const copyAwaited = defineEvent<OfOrganization>('verification.copy-awaited');
/** A desk has refused a paper; the reason is a code. */
export const paperRefused = defineEvent<OfOrganization & { reason: string }>('verification.refused');
/** Nobody has decided in time. Told once for each paper. */
export const papersLate = defineEvent<OfOrganization>('verification.late');
/** The papers of due diligence have been accepted: an administrator has to decide on the whole. */
export const dueDiligenceReady = defineEvent<OfOrganization>('verification.due-diligence-ready');
/** No administrator has decided on it in time. Told once. */
export const dueDiligenceLate = defineEvent<OfOrganization>('verification.due-diligence-late');
/** A verification or due diligence runs out in so many days; told once for each of the reminders. */
export const verificationEnding = defineEvent<OfOrganization & { daysLeft: number; level: PeriodLevel }>('verification.ending');
/** It has run out: the organization is back at `basic`. */
export const verificationEnded = defineEvent<OfOrganization>('verification.ended');
