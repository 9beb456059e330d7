import { z } from 'zod';
import { NAME_LANGUAGES } from '../../taxonomy/index.js';

export const facilityCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, { error: 'Give a facility code such as "lldc".' });
const day = z.iso.date({ error: 'Give a date such as 2026-11-24.' });
const place = z
  .string()
  .regex(/^([A-Z]{2}|group:[A-Za-z0-9-]{2,20}|region:\d{3})$/, 'Give a country ("KE"), a group ("group:LDC") or a region ("region:014").');
const sector = z.string().regex(/^\d{2,5}$/, { error: 'Give a CRS code of any depth, such as "140".' });

export const facilityBody = z
  .strictObject({
    names: z
      .partialRecord(z.enum(NAME_LANGUAGES), z.string().trim().min(1).max(120))
      .refine(({ en }) => en !== undefined, { path: ['en'], error: 'Give at least the English name.' }),
    places: z.array(place).max(250).default([]).describe('Countries, groups and regions it is for; empty: all.'),
    sectors: z.array(sector).max(60).default([]).describe('CRS codes it is for; empty: all.'),
    centres: z.array(z.guid()).max(50).default([]).describe('Centres that look after it.'),
    opens: day.nullable().default(null),
    closes: day.nullable().default(null).describe('Its last day.'),
    active: z.boolean().default(true),
  })
  .refine(({ opens, closes }) => opens === null || closes === null || closes >= opens, {
    path: ['closes'],
    error: 'It closes before it opens.',
  });
export type FacilityBody = z.infer<typeof facilityBody>;

export const facilityView = z.object({
  code: z.string(),
  names: z.record(z.string(), z.string()),
  places: z.array(z.string()),
  sectors: z.array(z.string()),
  centres: z.array(z.object({ name: z.string(), countries: z.array(z.string()) })),
  opens: z.string().nullable(),
  closes: z.string().nullable(),
  active: z.boolean(),
  open: z.boolean().describe('Listings may enter it today.'),
  version: z.int(),
});
export type FacilityView = z.infer<typeof facilityView>;
export const facilitiesView = z.object({ items: z.array(facilityView) });
