import { defineEvent } from '../../platform/events/domain-events.js';

/** A new organization, level `registered`, with its registrant as manager. */
export const organizationRegistered = defineEvent<{ organizationId: string; country: string }>('organization.registered');

/** Level, standing, country or type changed: what is listed under its name may enter or leave the catalogue. */
export const organizationChanged = defineEvent<{
  organizationId: string;
  /** What was decided, where a decision changed it; `renew` is a verification before the last one ended, `release` the end of a hold by screening. */
  decision?: 'check' | 'verify' | 'renew' | 'reject' | 'suspend' | 'resume' | 'release' | 'pass-due-diligence' | 'end-due-diligence';
}>('organization.changed');

/** Somebody joined, left or got another role; `role` is null for who left. */
export const membershipChanged = defineEvent<{ organizationId: string; personId: string; role: string | null }>(
  'organization.membership-changed',
);

/** One of its own people has taken over an organization that a desk had kept. */
export const organizationClaimed = defineEvent<{ organizationId: string; personId: string }>('organization.claimed');
