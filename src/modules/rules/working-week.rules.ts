import { z } from 'zod';
import { defineRule } from './rule.js';

const weekend = z.array(z.int().min(0).max(6)).max(6);
const FRIDAY_SATURDAY = [5, 6];
const THURSDAY_FRIDAY = [4, 5];

const country = z.string().regex(/^[A-Z]{2}$/, { error: 'Give a country code such as "KE".' });

export const publicHolidays = defineRule('calendar.public-holidays', {
  about: 'Single days without work by country, such as {"KE": ["2026-12-12"]}: they do not count where working days are counted.',
  houseWide: true,
  schema: z.record(country, z.array(z.iso.date({ error: 'Give a date such as 2026-12-12.' })).max(400)),
  value: {},
});

export const workingWeek = defineRule('calendar.working-week', {
  about: 'Days of the week without work, 0 Sunday to 6 Saturday: in most countries, and where they are others.',
  houseWide: true,
  schema: z.strictObject({ weekend, countries: z.record(country, weekend) }),
  value: {
    weekend: [6, 0],
    countries: {
      ...Object.fromEntries(
        ['BD', 'BH', 'DJ', 'DZ', 'EG', 'IQ', 'JO', 'KW', 'LY', 'MV', 'OM', 'PS', 'QA', 'SA', 'SD', 'SO', 'SY', 'YE'].map((code) => [
          code,
          FRIDAY_SATURDAY,
        ]),
      ),
      AF: THURSDAY_FRIDAY,
      IR: THURSDAY_FRIDAY,
      BN: [5, 0],
      NP: [6],
    },
  },
});
