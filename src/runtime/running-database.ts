import { SetupError } from '../platform/config/setup-error.js';
import type { Config } from '../platform/config/config.js';
import { acquireServer, type EmbeddedServer } from '../platform/database/embedded-server/index.js';

export const DATABASE = 'gate';

/** The database this process works on: the embedded one it shares a claim on, or the one it was given. */
export interface RunningDatabase {
  readonly appUrl: string;
  /** Absent when only DATABASE_URL was given: then somebody else migrates. */
  readonly ownerUrl: string | undefined;
  readonly embedded: boolean;
  /** Made by this very start; never true for a given one. */
  readonly created: boolean;
  release(): Promise<void>;
}

export interface DatabaseEvents {
  /** Says in a sentence what happens to the database. */
  say(sentence: string): void;
  /** The embedded server was lost and could not be started again. */
  onGone(error: Error): void;
}

export async function openDatabase(config: Config, events: DatabaseEvents): Promise<RunningDatabase> {
  if (config.databaseUrl === undefined) return new EmbeddedDatabase(config.dataDir, events).open();
  return { appUrl: config.databaseUrl, ownerUrl: config.databaseOwnerUrl, embedded: false, created: false, release: async () => undefined };
}

/** Keeps the embedded server up: when it dies below us it is started again on the same port, and the pools reconnect by themselves. */
class EmbeddedDatabase {
  private server: EmbeddedServer;
  private releasing = false;
  private recovering: Promise<void> = Promise.resolve();

  constructor(
    private readonly home: string,
    private readonly events: DatabaseEvents,
  ) {}

  async open(): Promise<RunningDatabase> {
    await this.hold();
    const { appUrl, ownerUrl, created } = this.server;
    return { appUrl, ownerUrl, created, embedded: true, release: () => this.release() };
  }

  private async hold(): Promise<void> {
    const server = await acquireServer({ home: this.home, database: DATABASE });
    // The pools of this process know one address only.
    if (this.server && server.appUrl !== this.server.appUrl) {
      await server.release();
      throw new SetupError(`The port of the database was taken by another program while it restarted: start GATE again.`);
    }
    this.server = server;
    server.onLost(() => void (this.recovering = this.recover()));
  }

  private async recover(): Promise<void> {
    if (this.releasing) return;
    this.events.say('The database server stopped by itself; starting it again.');
    try {
      await this.hold();
      this.events.say('The database server is back.');
    } catch (error) {
      this.events.onGone(error as Error);
    }
  }

  private async release(): Promise<void> {
    this.releasing = true;
    await this.recovering;
    await this.server.release();
  }
}
