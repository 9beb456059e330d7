import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import * as path from 'node:path';
import { AppModule } from '../app.module.js';
import { readConfig, type AppConfig, type Config } from '../platform/config/config.js';
import { exampleMode } from '../platform/examples/example-mode.js';
import { readExampleNote } from '../platform/examples/example-note.js';
import { prepareDatabase } from '../runtime/prepare-database.js';
import { openDatabase, type RunningDatabase } from '../runtime/running-database.js';
import type { CommandContext } from './command.js';

/** Opens what a command asks for, once, and closes it in the opposite order. */
export class CliContext implements CommandContext {
  readonly config: Config;
  private readonly closers: (() => Promise<unknown>)[] = [];
  private opened?: Promise<RunningDatabase>;
  private built?: Promise<INestApplicationContext>;

  constructor(private readonly env: NodeJS.ProcessEnv) {
    this.config = readConfig(env);
  }

  say(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  path(typed: string): string {
    return path.resolve(this.env.INIT_CWD ?? process.cwd(), typed);
  }

  database(): Promise<RunningDatabase> {
    return (this.opened ??= this.open());
  }

  app(): Promise<INestApplicationContext> {
    return (this.built ??= this.build());
  }

  async close(): Promise<void> {
    for (const close of this.closers.splice(0).reverse()) await close();
  }

  private async open(): Promise<RunningDatabase> {
    const gone = (error: Error): never => {
      throw error;
    };
    const database = await openDatabase(this.config, { say: (sentence) => this.say(sentence), onGone: gone });
    this.closers.push(() => database.release());
    return database;
  }

  private async build(): Promise<INestApplicationContext> {
    const database = await this.database();
    await prepareDatabase(this.config, database, (sentence) => this.say(sentence));
    // No start made this database, so no examples appear in it by themselves.
    const { on } = exampleMode({ config: this.config, created: false, noted: readExampleNote(this.config.dataDir) });
    const config: AppConfig = { ...this.config, databaseUrl: database.appUrl, examples: on, role: 'web' };
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(config), {
      logger: ['fatal', 'error', 'warn'],
      abortOnError: false,
    });
    this.closers.push(() => app.close());
    return app;
  }
}
