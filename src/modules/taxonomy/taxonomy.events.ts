import { defineEvent } from '../../platform/events/domain-events.js';

/**
 * Countries belong to a group from today on, or no longer: its day came, or an administrator set it so. Whoever keeps what rests on groups
 * (scores, priorities, the members of a facility) makes it anew.
 */
export const groupMembershipChanged = defineEvent<{ group: string; entered: readonly string[]; left: readonly string[] }>(
  'taxonomy.group-membership-changed',
);
