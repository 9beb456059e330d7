import { cooperationFactor } from './cooperation.factor.js';
import type { FactorDefinition } from './factor.js';
import { freshnessFactor } from './freshness.factor.js';
import { maturityFactor } from './maturity.factor.js';
import { requirementsFactor } from './requirements.factor.js';
import { sdgFactor } from './sdg.factor.js';
import { sectorFactor } from './sector.factor.js';
import { settingFactor } from './setting.factor.js';
import { textFactor } from './text.factor.js';
import { timingFactor } from './timing.factor.js';

/** In the order of weight, which is also the order they are shown in. */
export const FACTORS: readonly FactorDefinition[] = [
  sectorFactor,
  requirementsFactor,
  textFactor,
  sdgFactor,
  settingFactor,
  maturityFactor,
  cooperationFactor,
  timingFactor,
  freshnessFactor,
];
