import { z } from 'zod';
import { pageOfSchema, pageQuery } from '../../platform/http/index.js';
import { HIT_STATUSES } from './screening.entities.js';

export const newList = z.strictObject({
  name: z.string().trim().min(1).max(120).describe('Its name; a list of the same name is replaced.'),
  asOf: z.iso.date({ error: 'Give a date such as 2026-11-24.' }).describe('The day its publisher gave it.'),
  csv: z.string().min(1).max(20_000_000).describe('The table itself: name, aliases (between ";"), country.'),
});
export type NewList = z.infer<typeof newList>;

export const listView = z.object({ id: z.uuid(), name: z.string(), asOf: z.iso.date(), entries: z.int(), importedAt: z.iso.datetime() });
export type ListView = z.infer<typeof listView>;
export const listsView = z.object({ items: z.array(listView) });

export const hitsQuery = pageQuery.extend({
  status: z.enum(HIT_STATUSES).default('open'),
  organizationId: z.guid().optional(),
});
export type HitsQuery = z.infer<typeof hitsQuery>;

export const hitDecision = z.strictObject({
  reason: z.string().trim().min(1).max(40).describe('A code of the list "reason" (/api/v1/code-lists/reason).'),
  note: z.string().trim().min(1).max(2_000).optional().describe('For the house alone.'),
});
export type HitDecision = z.infer<typeof hitDecision>;

export const hitView = z.object({
  id: z.uuid(),
  organization: z.object({ id: z.uuid(), reference: z.string(), legalName: z.string(), country: z.string() }),
  list: z.string(),
  listedName: z.string(),
  listedCountry: z.string().nullable(),
  likeness: z.number(),
  status: z.enum(HIT_STATUSES),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  foundAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.uuid().nullable(),
});
export type HitView = z.infer<typeof hitView>;
export const hitPage = pageOfSchema(hitView);
