import { SetupError } from '../platform/config/setup-error.js';
import { prepareDatabase } from '../runtime/prepare-database.js';
import type { Command } from './command.js';

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  summary: 'brings the database up to date (a start does it too, where it may)',
  positionals: 0,
  async run(context) {
    const opened = await context.database();
    if (!opened.ownerUrl) throw new SetupError('Migrations need the owner of the tables: set DATABASE_OWNER_URL.');
    await prepareDatabase(context.config, opened, (sentence) => context.say(sentence));
    context.say('The database is up to date.');
  },
};
