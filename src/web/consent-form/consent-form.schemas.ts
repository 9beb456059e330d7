import { z } from 'zod';
import { countryParam } from '../../modules/organizations/index.js';

export const formQuery = z.strictObject({
  country: countryParam.optional().describe('Country of the organization: the form names the desk that serves it.'),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a language code such as "en" or "pt".')
    .optional()
    .describe('Language of the form; your browser’s when left out.'),
});
export type FormQuery = z.infer<typeof formQuery>;
