export { reviewDueDays } from './review.rules.js';
export { defineRule, type Rule } from './rule.js';
export { rulesEntities } from './rule-version.entity.js';
export { RulesAdmin } from './rules-admin.service.js';
export { ruleChanged } from './rules.events.js';
export { RulesModule } from './rules.module.js';
export { forFacility, Rules } from './rules.service.js';
export { workingWeek } from './working-week.rules.js';
export { WorkingDays } from './working-days.service.js';
