import { countriesRule } from './countries.rule.js';
import { exclusionsRule } from './exclusions.rule.js';
import { moneyRule } from './money.rule.js';
import { kindRule, languageRule, levelRule, openRule, organizationRule } from './parties.rules.js';
import { requirementsRule } from './requirements.rule.js';
import type { Rule } from './rule.js';

/** Cheapest and most telling first: `isEligible` stops at the first that fails. */
export const RULES: readonly Rule[] = [
  kindRule,
  openRule,
  levelRule,
  organizationRule,
  countriesRule,
  exclusionsRule,
  moneyRule,
  requirementsRule,
  languageRule,
];
