import { readFileSync, statSync } from 'node:fs';
import { PeopleQueries } from '../modules/identity/index.js';
import { newList, ScreeningLists } from '../modules/screening/index.js';
import { SetupError } from '../platform/config/setup-error.js';
import { DomainError } from '../kernel/errors.js';
import type { Command } from './command.js';

export const screeningCommand: Command = {
  name: 'screening',
  usage: 'FILE.csv --list NAME --as-of DATE --as ADMIN',
  summary: 'takes in a list of names (columns name, aliases, country) with which every organization is compared',
  positionals: 1,
  options: { list: { type: 'string' }, 'as-of': { type: 'string' }, as: { type: 'string' } },
  async run(context, { positionals: [typed = ''], values }) {
    const file = context.path(typed);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new SetupError(`There is no file ${typed}.`);
    const list = newList.safeParse({ name: values.list, asOf: values['as-of'], csv: readFileSync(file, 'utf8') });
    if (!list.success) throw new SetupError('Name the list and its day, e.g. --list "Consolidated list" --as-of 2026-11-01.');
    const app = await context.app();
    const administrator = await app.get(PeopleQueries, { strict: false }).administrator(String(values.as ?? ''));
    if (!administrator)
      throw new SetupError(`${String(values.as ?? 'Nobody')} is no administrator: name who answers for it, --as admin@example.org.`);
    const { entries } = await app.get(ScreeningLists, { strict: false }).import(administrator, list.data).catch(explained);
    context.say(`${entries} names are in the list "${list.data.name}". The workers now compare every organization with them.`);
  },
};

function explained(error: unknown): never {
  if (!(error instanceof DomainError) || !error.details.errors) throw error;
  throw new SetupError(error.details.errors.map(({ path, message }) => `${path}: ${message}`).join('\n'));
}
