import { z } from 'zod';
import { defineRule } from '../rules/index.js';

export const screeningLikeness = defineRule('screening.likeness', {
  about:
    'How alike (0 to 1) a legal name and a name on a screening list must be for the organization to be held until a person has looked.',
  houseWide: true,
  schema: z.number().min(0.5).max(1),
  value: 0.8,
});

export const otherCountryDiscount = defineRule('screening.other-country-discount', {
  about: 'What is taken off the likeness when the list names another country than the organization has.',
  houseWide: true,
  schema: z.number().min(0).max(0.5),
  value: 0.05,
});
