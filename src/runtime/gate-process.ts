import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp, type RunningApp } from '../create-app.js';
import { localAddress } from '../platform/config/address.js';
import { readConfig, readSettings, type AppConfig, type Config } from '../platform/config/config.js';
import { SetupError } from '../platform/config/setup-error.js';
import { exampleMode } from '../platform/examples/example-mode.js';
import { readExampleNote, writeExampleNote } from '../platform/examples/example-note.js';
import { ExampleStart } from '../platform/examples/example-start.js';
import { DEMO_ACCOUNTS_FILE } from '../platform/examples/examples-loader.js';
import { isFree } from '../platform/database/embedded-server/index.js';
import { noteExamplesInDatabase, prepareDatabase } from './prepare-database.js';
import { openDatabase } from './running-database.js';

/** For all of it; each part gets less, so that an application that hangs does not keep the database from being stopped. */
const GRACE_MS = 40_000;
const GRACE_OF_A_PART_MS = 15_000;

/** One run of `npm start`: what was opened is closed in the opposite order, on a signal, a failure, or the loss of the database. */
export class GateProcess {
  private readonly closers: (() => Promise<unknown>)[] = [];
  private starting: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly exit: (code: number) => never,
  ) {}

  async run(): Promise<void> {
    this.starting = this.start();
    try {
      await this.starting;
    } catch (error) {
      this.complain(error);
      await this.stop(1);
    }
  }

  /** Ctrl-C in a terminal arrives twice (npm passes it on), so every call but the first does nothing. */
  async stop(code: number): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    setTimeout(() => this.exit(1), GRACE_MS).unref();
    // A signal half-way through the start must still stop the server that the start brings up.
    await this.starting.catch(() => undefined);
    let clean = true;
    for (const close of this.closers.reverse()) clean = (await this.closesInTime(close)) && clean;
    this.exit(clean ? code : 1);
  }

  private async closesInTime(close: () => Promise<unknown>): Promise<boolean> {
    const late = pause(GRACE_OF_A_PART_MS, 'late', { ref: false });
    try {
      return (await Promise.race([close(), late])) !== 'late';
    } catch (error) {
      this.complain(error);
      return false;
    }
  }

  private async start(): Promise<void> {
    const { HOST, PORT } = readSettings(this.env);
    // Before anything is touched: the one that listens there may work on the same data folder.
    await assertPortFree(HOST, PORT);
    const config = readConfig(this.env);
    const database = await openDatabase(config, { say: this.say, onGone: (error) => this.fail(error) });
    this.closers.push(() => database.release());
    const mode = exampleMode({ config, created: database.created, noted: readExampleNote(config.dataDir) });
    if (mode.note !== undefined) writeExampleNote(config.dataDir, mode.note);
    if (this.stopping) return;
    await prepareDatabase(config, database, this.say);
    const examples = config.role === 'worker' ? mode.on : await noteExamplesInDatabase(database.appUrl, mode.on);
    if (this.stopping) return;
    const running = await createApp(settled(config, database.appUrl, examples));
    this.closers.push(() => running.close());
    if (this.stopping) return;
    await listen(running, config);
    this.say(
      `GATE answers at ${localAddress(config.host, config.port)}${config.role === 'all' ? '' : ` (${config.role})`}. Stop it with Ctrl-C.`,
    );
    if (examples) await this.showExamples(running, config);
  }

  private async showExamples(running: RunningApp, config: Config): Promise<void> {
    const examples = running.app.get(ExampleStart);
    if (!examples.available || config.role === 'worker') return;
    if (await examples.load()) this.say('The example exchange is loaded.');
    this.say(`Example mode: the demo accounts are in ${path.join(config.dataDir, DEMO_ACCOUNTS_FILE)}.`);
  }

  private readonly say = (sentence: string): void => {
    process.stdout.write(`${sentence}\n`);
  };

  private fail(error: Error): void {
    this.complain(error);
    void this.stop(1);
  }

  private complain(error: unknown): void {
    process.stderr.write(`${error instanceof SetupError ? error.message : ((error as Error).stack ?? String(error))}\n`);
  }
}

/** In example mode no mail leaves the machine: the demo accounts' addresses are not real. */
function settled(config: Config, databaseUrl: string, examples: boolean): AppConfig {
  return Object.freeze({ ...config, databaseUrl, examples, ...(examples && { smtpUrl: undefined }) });
}

async function listen({ app }: RunningApp, { host, port }: Config): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw portTaken(host, port);
    throw error;
  }
}

async function assertPortFree(host: string, port: number): Promise<void> {
  if (!(await isFree(port, host))) throw portTaken(host, port);
}

const portTaken = (host: string, port: number): SetupError =>
  new SetupError(
    `Port ${port} on ${host} is in use, perhaps by a GATE that is already running: stop it, or choose another one (PORT=${port + 1} npm start).`,
  );
