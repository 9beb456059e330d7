import { statSync } from 'node:fs';
import { SetupError } from '../platform/config/setup-error.js';
import { backup } from '../platform/database/backup/index.js';
import { DATABASE } from '../runtime/running-database.js';
import type { Command } from './command.js';

export const backupCommand: Command = {
  name: 'backup',
  usage: '[--to DIR]',
  summary: 'copies the embedded database and files into one archive, while it runs or when it is stopped',
  positionals: 0,
  options: { to: { type: 'string' } },
  async run(context, { values }) {
    if (context.config.databaseUrl)
      throw new SetupError('The database of DATABASE_URL is not GATE’s to copy: back it up with pg_dump or your provider’s tools.');
    const to = typeof values.to === 'string' ? context.path(values.to) : undefined;
    const file = await backup({ home: context.config.dataDir, database: DATABASE, to });
    context.say(`${file} (${(statSync(file).size / 1_048_576).toFixed(1)} MB). It holds passwords and keys: keep it as you keep those.`);
  },
};
