import { defineEvent } from '../../platform/events/domain-events.js';

/** An administrator set or withdrew a version; it may hold from a later day only. */
export const ruleChanged = defineEvent<{ rule: string; facility: string | null }>('rule.changed');
