import { z } from 'zod';
import { defineRule } from '../rules/index.js';

export const lifeMonths = defineRule('listing.life-months', {
  about: 'Months for which a listing is open before somebody has to confirm that it still holds.',
  schema: z.int().min(1).max(60),
  value: 12,
});

export const expiryReminders = defineRule('listing.reminder-days', {
  about: 'Days before its end on which the owner of a listing is reminded. From the first one on it is expiring.',
  schema: z.array(z.int().min(1).max(365)).min(1).max(10),
  value: [60, 30, 7],
});

export const silentMatches = defineRule('listing.silent-matches', {
  about: 'How many matches in a row may end because the owner of a listing did not answer, before she has to renew it.',
  schema: z.int().min(1).max(50),
  value: 3,
});

export const renewalDays = defineRule('listing.renewal-days', {
  about: 'Working days within which she has to renew it then; otherwise it is paused.',
  schema: z.int().min(1).max(180),
  value: 10,
});

export const archiveDays = defineRule('listing.archive-days', {
  about: 'Days after which what has ended leaves the owner’s lists; until then an expired listing can be renewed.',
  schema: z.int().min(1).max(3_650),
  value: 90,
});
