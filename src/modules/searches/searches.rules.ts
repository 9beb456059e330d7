import { z } from 'zod';
import { defineRule } from '../rules/index.js';

export const savedMax = defineRule('search.saved-max', {
  about: 'How many searches a person may keep.',
  houseWide: true,
  schema: z.int().min(1).max(500),
  value: 30,
});
