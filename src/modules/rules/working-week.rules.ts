import { z } from 'zod';
import { defineRule } from './rule.js';

const weekend = z.array(z.int().min(0).max(6)).max(6);
const FRIDAY_SATURDAY = [5, 6];
const THURSDAY_FRIDAY = [4, 5];

export const workingWeek = defineRule('calendar.working-week', {
  about: 'Days of the week without work, 0 Sunday to 6 Saturday: in most countries, and where they are others.',
  houseWide: true,
  schema: z.strictObject({ weekend, countries: z.record(z.string().regex(/^[A-Z]{2}$/), weekend) }),
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
