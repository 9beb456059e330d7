import { z } from 'zod';
import { defineRule } from '../rules/index.js';

export const claimDays = defineRule('organization.claim-days', {
  about: 'Days for which the link works that hands an organization without users over to one of its people.',
  houseWide: true,
  schema: z.int().min(1).max(90),
  value: 30,
});
