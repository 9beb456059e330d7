import { z } from 'zod';
import { NAME_LANGUAGES } from '../taxonomy/index.js';
import { AUDIENCES } from './announcement.entity.js';

const day = z.iso.date({ error: 'Give a date such as 2026-11-24.' });

export const newAnnouncement = z
  .strictObject({
    texts: z
      .partialRecord(z.enum(NAME_LANGUAGES), z.string().trim().min(1).max(300))
      .refine((texts) => texts.en !== undefined, { path: ['en'], error: 'Give at least the English text.' }),
    audience: z.enum(AUDIENCES),
    from: day.describe('First day on which it is shown.'),
    until: day.nullable().default(null).describe('Last day; null for no end.'),
  })
  .refine(({ from, until }) => until === null || until >= from, {
    path: ['until'],
    params: { code: 'before-from' },
    error: 'The last day is before the first: give a later one.',
  });
export type NewAnnouncement = z.infer<typeof newAnnouncement>;
