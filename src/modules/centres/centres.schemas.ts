import { z } from 'zod';
import { pageOfSchema, pageQuery, queryFlag } from '../../platform/http/index.js';
import { countryParam, languageCodes } from '../organizations/index.js';
import { CENTRE_STANDINGS, CENTRE_WARNINGS } from './centre.policy.js';

const line = (max: number, error: string) =>
  z
    .string()
    .trim()
    .min(2, { error })
    .max(max)
    .regex(/^\P{Cc}*$/u, { error: 'Write it on one line.' });
const day = z.iso.date({ error: 'Give a date such as 2026-11-24.' });
const countries = z
  .array(countryParam)
  .min(1, { error: 'Name at least one country.' })
  .max(50)
  .refine((list) => new Set(list).size === list.length, { error: 'A country is named twice.' });

const contact = z.strictObject({
  email: z.email({ error: 'Give a mail address the public may write to.' }).max(254),
  phone: line(40, 'Give a phone number.').optional(),
  website: z
    .url({ protocol: /^https?$/, error: 'Give a full address such as "https://example.org".' })
    .max(500)
    .optional(),
  address: line(300, 'Give a postal address.').optional(),
});

const letter = z
  .strictObject({
    reference: line(120, 'Give the reference of the designation letter.'),
    date: day,
    expires: day.nullable().default(null).describe('Its last day; null when it says none.'),
  })
  .refine(({ date, expires }) => expires === null || expires >= date, { error: 'The letter ends before its date.', path: ['expires'] });

const fields = {
  name: line(200, 'Give the name of the centre.'),
  host: line(200, 'Give the institution that hosts it.'),
  countries,
  contact,
  letter,
};
export const newCentre = z.strictObject(fields);
export type NewCentre = z.infer<typeof newCentre>;
export const centrePatch = z.strictObject(fields).partial();
export type CentrePatch = z.infer<typeof centrePatch>;

export const officerLanguages = z.strictObject({ languages: languageCodes.describe('Languages she reviews in.') });
export const centreEnd = z.strictObject({ reason: z.string().min(1).max(60).describe('A code of the list "reason".') });
export const centresQuery = pageQuery.extend({ ended: queryFlag.optional() });
export type CentresQuery = z.infer<typeof centresQuery>;

const officer = z.object({ personId: z.guid(), name: z.string(), countries: z.array(z.string()), languages: z.array(z.string()) });
const shownContact = z.object({
  email: z.string(),
  phone: z.string().optional(),
  website: z.string().optional(),
  address: z.string().optional(),
});

export const centreView = z.object({
  id: z.guid(),
  name: z.string(),
  host: z.string(),
  countries: z.array(z.string()),
  contact: shownContact,
  letter: z.object({ reference: z.string(), date: z.string(), expires: z.string().nullable() }),
  officers: z.array(officer),
  standing: z.enum(CENTRE_STANDINGS),
  warnings: z.array(z.enum(CENTRE_WARNINGS)).describe('What to see to; two officers are advised.'),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  version: z.int(),
});
export type CentreView = z.infer<typeof centreView>;
export const centrePage = pageOfSchema(centreView);

/** What everybody may know of a centre: no officer by name. */
export const publicCentre = z.object({
  name: z.string(),
  host: z.string(),
  countries: z.array(z.string()),
  languages: z.array(z.string()).describe('Languages its officers work in.'),
});
export type PublicCentre = z.infer<typeof publicCentre>;

export const deskView = z.object({
  country: z.string(),
  desk: z.enum(['centre', 'global']).describe('Who serves the country: its centre, or the global desk.'),
  centre: publicCentre.nullable(),
  contact: shownContact,
});
export type DeskView = z.infer<typeof deskView>;
export const publicCentres = z.object({ items: z.array(publicCentre.extend({ contact: shownContact })) });
