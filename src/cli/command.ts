import type { INestApplicationContext } from '@nestjs/common';
import type { ParseArgsConfig } from 'node:util';
import type { Config } from '../platform/config/config.js';
import type { RunningDatabase } from '../runtime/running-database.js';

/** What a command line was read into. */
export interface CommandLine {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** What a command may use; whatever it opens is closed when it ends. */
export interface CommandContext {
  readonly config: Config;
  /** One line for the person at the terminal. */
  say(line: string): void;
  /** A path as the person typed it: npm runs scripts in the project's folder, she may be in another one. */
  path(typed: string): string;
  /** The database, started if need be, as it is: not migrated. */
  database(): Promise<RunningDatabase>;
  /** The application over the migrated database, without HTTP and without workers: a running GATE does the background work. */
  app(): Promise<INestApplicationContext>;
}

/** One command of `npm run gate -- NAME`. */
export interface Command {
  readonly name: string;
  /** What follows the name, e.g. `FILE [--to DIR]`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly options?: ParseArgsConfig['options'];
  /** Number of arguments without a name. */
  readonly positionals: number;
  /** @returns the exit code, 0 when nothing is returned. */
  run(context: CommandContext, line: CommandLine): Promise<number | void>;
}
