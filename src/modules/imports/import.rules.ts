import { z } from 'zod';
import { defineRule } from '../rules/index.js';

export const importKeptDays = defineRule('import.kept-days', {
  about:
    'How many days an import is kept after it has ended, or after it was sent and never started; then it goes with all that is said of its rows.',
  schema: z.int().min(1).max(3_650),
  value: 30,
});
