import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { z } from 'zod';

const note = z.object({ examples: z.boolean() });
const fileOf = (dataDir: string): string => path.join(dataDir, 'example-mode.json');

/** What the start that made the database noted; undefined when it noted nothing. In the data folder, so a backup carries it along. */
export function readExampleNote(dataDir: string): boolean | undefined {
  try {
    return note.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8'))).examples;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function writeExampleNote(dataDir: string, examples: boolean): void {
  writeFileSync(fileOf(dataDir), `${JSON.stringify({ examples })}\n`);
}
