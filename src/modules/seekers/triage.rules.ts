import { z } from 'zod';
import { place } from '../listings/index.js';
import { defineRule } from '../rules/index.js';

export const needTriage = defineRule('need.triage', {
  about:
    'In which order needs that wait for review are looked at: eligible places, points by group of countries, and for how many years a country that has left a group keeps its points.',
  schema: z.strictObject({
    eligible: z.array(place).min(1).max(50),
    priority: z.record(z.string().regex(/^[A-Z0-9-]{2,20}$/), z.int().min(0).max(100)),
    graceYears: z.int().min(0).max(20),
  }),
  value: { eligible: ['group:SOUTH'], priority: { LDC: 3, LLDC: 2, SIDS: 2 }, graceYears: 5 },
});
