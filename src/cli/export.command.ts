import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { VISITOR } from '../kernel/actor.js';
import { SetupError } from '../platform/config/setup-error.js';
import { encoded, EXPORT_FORMATS, ListingExports } from '../modules/exports/index.js';
import { OFFER_KINDS } from '../modules/listings/index.js';
import type { Command } from './command.js';

const COLLECTIONS = { offers: OFFER_KINDS, needs: ['need'] } as const;

export const exportCommand: Command = {
  name: 'export',
  usage: 'offers|needs FILE.csv|FILE.jsonl',
  summary: 'writes what everybody may see of the published offers or needs, as open data',
  positionals: 2,
  async run(context, { positionals: [name = '', typed = ''] }) {
    const collection = Object.entries(COLLECTIONS).find(([known]) => known === name)?.[1];
    const format = EXPORT_FORMATS.find((known) => typed.endsWith(`.${known}`));
    if (!collection) throw new SetupError(`There is no list "${name}": write offers or needs.`);
    if (!format) throw new SetupError(`The file "${typed}" must end in .csv or .jsonl.`);
    const app = await context.app();
    const { rows, columns } = await app.get(ListingExports, { strict: false }).full(VISITOR, collection, {});
    let count = 0;
    const counted = async function* (): AsyncGenerator<Record<string, unknown>> {
      for await (const row of rows) {
        count++;
        yield row;
      }
    };
    await pipeline(Readable.from(encoded(counted(), format, columns)), createWriteStream(context.path(typed)));
    context.say(`${count} ${name} written to ${typed}.`);
  },
};
