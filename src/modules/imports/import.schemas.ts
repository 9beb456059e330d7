import { z } from 'zod';
import { pageOfSchema } from '../../platform/http/index.js';
import { LISTING_KINDS } from '../listings/index.js';
import { IMPORT_STATES } from './import-run.entity.js';

const collection = z.enum(['offers', 'needs']);
const name = z.string().trim().min(1).max(100);
const columns = z
  .record(z.string().max(200), z.string().trim().min(1).max(100).nullable())
  .refine((all) => Object.keys(all).length <= 200, { error: 'A table has at most 200 columns.' })
  .describe('By the name of each column in the file, the column it is (GET /api/v1/import-templates/{kind}); null: leave it out.');

export const newImport = z.strictObject({
  file: z
    .uuid({ error: 'Give the id that POST /api/v1/files answered for the table.' })
    .describe('A workbook (.xlsx), CSV, or JSON Lines (.jsonl) with fields as the API names them.'),
  collection,
  organizationId: z
    .uuid()
    .optional()
    .describe('Whose rows they are. Left out: a column "organization" names the owner of each, by its reference.'),
  columns: columns.optional().describe('Left out: the file names its columns as the template does.'),
  mapping: name.optional().describe('With `columns`: the name to remember them under. Alone: the name they were remembered under.'),
  submit: z.boolean().default(false).describe('Hand good rows in for review, too; then they have to be complete.'),
});
export type NewImport = z.infer<typeof newImport>;

const fault = z.object({ line: z.int(), column: z.string(), reason: z.string() });

const line = z.object({
  id: z.guid(),
  collection,
  organizationId: z.guid().nullable(),
  fileName: z.string(),
  submit: z.boolean(),
  state: z.enum(IMPORT_STATES),
  rows: z.int(),
  faultyRows: z.int(),
  added: z.int(),
  known: z.int().describe('Rows whose key had gone in before.'),
  submitted: z.int(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ImportLine = z.infer<typeof line>;
export const importPage = pageOfSchema(line);

export const importView = line.extend({
  columns: z.record(z.string(), z.string().nullable()),
  faults: z.array(fault).describe('The first hundred; all of them: GET /api/v1/imports/{id}/errors.'),
});
export type ImportView = z.infer<typeof importView>;

export const mappingView = z.object({ id: z.guid(), collection, name: z.string(), columns: z.record(z.string(), z.string().nullable()) });
export const mappingsView = z.object({ items: z.array(mappingView) });
export type MappingsView = z.infer<typeof mappingsView>;

export const templateKind = z.enum(LISTING_KINDS);
