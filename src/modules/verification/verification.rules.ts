import { z } from 'zod';
import { defineRule } from '../rules/index.js';

const months = z.int().min(1).max(120);

export const verificationDueDays = defineRule('verification.due-days', {
  about: 'Working days within which a desk decides on the papers of an organization; then administrators are told.',
  houseWide: true,
  schema: z.int().min(1).max(180),
  value: 10,
});

export const verifiedMonths = defineRule('verification.months', {
  about: 'Months for which a verification or due diligence holds, and for which it does for organizations that offer financing.',
  houseWide: true,
  schema: z.strictObject({ all: months, financing: months }),
  value: { all: 24, financing: 12 },
});

export const renewalDays = defineRule('verification.renewal-days', {
  about: 'Days before the end of a verification or due diligence from which on papers that are handed in count towards the next.',
  houseWide: true,
  schema: z.int().min(1).max(365),
  value: 90,
});

export const reverifyReminders = defineRule('verification.reminder-days', {
  about: 'Days before the end of a verification or due diligence on which its managers are reminded.',
  houseWide: true,
  schema: z.array(z.int().min(1).max(365)).min(1).max(10),
  value: [60, 30, 7],
});
