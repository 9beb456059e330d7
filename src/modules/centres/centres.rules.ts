import { z } from 'zod';
import { defineRule } from '../rules/index.js';

export const letterWarningDays = defineRule('centre.letter-warning-days', {
  about: 'Days before the end of a designation letter from which its centre shows a warning.',
  houseWide: true,
  schema: z.int().min(1).max(365),
  value: 60,
});

export const globalDesk = defineRule('centre.global-desk', {
  about: 'How the public reaches the global desk, which serves the countries without a centre.',
  houseWide: true,
  schema: z.strictObject({
    email: z.email(),
    phone: z.string().max(40).optional(),
    website: z.url().optional(),
    address: z.string().max(300).optional(),
  }),
  value: { email: 'global-desk@example.org' },
});

export const consentReminderDays = defineRule('consent.reminder-days', {
  about: 'Days before the end of a consent on which the officers who act by it are reminded.',
  houseWide: true,
  schema: z.array(z.int().min(1).max(180)).min(1).max(6),
  value: [30, 7],
});

export const letterReminderDays = defineRule('centre.letter-reminder-days', {
  about: 'Days before the end of a designation letter on which administrators and the officers of the centre are reminded.',
  houseWide: true,
  schema: z.array(z.int().min(1).max(365)).min(1).max(6),
  value: [60, 30, 7],
});
