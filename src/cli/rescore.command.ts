import { CatalogueFollower, CatalogueIndex, EnginesService } from '../modules/catalogue/index.js';
import type { Command } from './command.js';

export const rescoreCommand: Command = {
  name: 'rescore',
  usage: '',
  summary: 'makes a new engine version of the catalogue as it is, and has every need scored again by it',
  positionals: 0,
  async run(context) {
    const app = await context.app();
    await app.get(CatalogueFollower, { strict: false }).ready();
    const engines = app.get(EnginesService, { strict: false });
    const index = app.get(CatalogueIndex, { strict: false });
    await engines.renew('command', index);
    context.say(`Engine version ${engines.current.version}, made of ${index.size} listings. The workers now score every need again.`);
  },
};
