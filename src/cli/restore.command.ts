import { SetupError } from '../platform/config/setup-error.js';
import { restore } from '../platform/database/backup/index.js';
import type { Command } from './command.js';

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'FILE',
  summary: 'puts a backup in the place of the embedded database and files, when it is stopped',
  positionals: 1,
  async run(context, { positionals: [file = ''] }) {
    if (context.config.databaseUrl)
      throw new SetupError('DATABASE_URL is set: a backup of the embedded database cannot be restored there.');
    const { madeAt, before } = await restore(context.config.dataDir, context.path(file));
    context.say(`Restored the state of ${madeAt} into ${context.config.dataDir}.`);
    for (const folder of before) context.say(`What was there before is in ${folder}; remove it when all is well.`);
  },
};
