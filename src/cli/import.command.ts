import { accessSync, constants, statSync } from 'node:fs';
import * as path from 'node:path';
import type { PersonActor } from '../kernel/actor.js';
import { PeopleQueries } from '../modules/identity/index.js';
import { COLLECTIONS, ImportService, type Collection } from '../modules/imports/index.js';
import { SetupError } from '../platform/config/setup-error.js';
import type { Command, CommandContext } from './command.js';

export const importCommand: Command = {
  name: 'import',
  usage: 'offers|needs FILE --organization REF [--dry-run] [--publish --as ADMIN]',
  summary: 'brings in a CSV, XLSX or JSONL table; faulty rows are listed in FILE.errors.csv, running it again adds nothing twice',
  positionals: 2,
  options: { organization: { type: 'string' }, 'dry-run': { type: 'boolean' }, publish: { type: 'boolean' }, as: { type: 'string' } },
  async run(context, { positionals: [collection = '', typed = ''], values }) {
    if (!(collection in COLLECTIONS)) throw new SetupError(`"${collection}" cannot be imported: say offers or needs.`);
    const file = context.path(typed);
    requireReadable(file, typed);
    if (typeof values.organization !== 'string') throw new SetupError('Name the owner: --organization ORG-KE-000012.');
    const publishAs = await publisher(context, values);
    const app = await context.app();
    const report = await app.get(ImportService, { strict: false }).run({
      collection: collection as Collection,
      file,
      organization: values.organization,
      dryRun: values['dry-run'] === true,
      publishAs,
    });
    const { rows, added, published, known, faultyRows, errorsFile } = report;
    context.say(
      `${rows} rows: ${added} ${values['dry-run'] ? 'would go in' : 'went in'}, ${published} published, ${known} were there, ${faultyRows} faulty${errorsFile ? `: see ${errorsFile}` : ''}.`,
    );
    return faultyRows > 0 ? 2 : 0;
  },
};

/** Before anything is read: a fault found later would have nowhere to go. */
function requireReadable(file: string, typed: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new SetupError(`There is no file ${typed}.`);
  try {
    accessSync(file, constants.R_OK);
    accessSync(path.dirname(file), constants.W_OK);
  } catch {
    throw new SetupError(`${typed} must be readable, and its folder writable: faulty rows are listed beside it.`);
  }
}

async function publisher(
  context: CommandContext,
  { publish, as }: Record<string, string | boolean | undefined>,
): Promise<PersonActor | null> {
  if (publish !== true) return null;
  if (typeof as !== 'string') throw new SetupError('Name the administrator who answers for the publication: --as admin@example.org.');
  const app = await context.app();
  const administrator = await app.get(PeopleQueries, { strict: false }).administrator(as);
  if (!administrator) throw new SetupError(`${as} is no administrator.`);
  return administrator;
}
