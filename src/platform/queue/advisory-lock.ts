import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

type LockFunction = 'pg_try_advisory_lock' | 'pg_advisory_unlock';

/**
 * Locks between processes that end with their holder. One pooled connection carries all of a process, so that waiting tasks cannot use up the pool;
 * no transaction is open on it.
 */
@Injectable()
export class AdvisoryLock {
  private runner: QueryRunner | undefined;
  private readonly held = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  /** Runs `fn` if nobody, here or elsewhere, is at the same name. @returns whether it ran. */
  async tryRun(name: string, fn: () => Promise<unknown>): Promise<boolean> {
    // A session may take its own lock again, so PostgreSQL alone would not keep us from meeting ourselves.
    if (this.held.has(name)) return false;
    this.held.add(name);
    try {
      if (!(await this.ask('pg_try_advisory_lock', name))) return false;
      try {
        await fn();
      } finally {
        // A connection that broke has let go of its locks by itself.
        await this.ask('pg_advisory_unlock', name).catch(() => undefined);
      }
      return true;
    } finally {
      this.held.delete(name);
    }
  }

  /** Gives the connection back, without locks. */
  async letGo(): Promise<void> {
    const runner = this.runner;
    this.runner = undefined;
    if (!runner || runner.isReleased) return;
    // Fails on a connection that broke, which holds none any more.
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await runner.release();
  }

  /** One after the other: a connection carries one statement at a time, and one that broke is given back by whom it broke for alone. */
  private ask(fn: LockFunction, name: string): Promise<boolean> {
    const answer = this.turn.then(() => this.askNow(fn, name));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  private async askNow(fn: LockFunction, name: string): Promise<boolean> {
    this.runner ??= this.dataSource.createQueryRunner();
    const runner = this.runner;
    try {
      const [row] = (await runner.query(`SELECT ${fn}(hashtextextended($1, 7315)) AS ok`, [name])) as [{ ok: boolean }];
      return row.ok;
    } catch (error) {
      if (this.runner === runner) await this.letGo();
      throw error;
    }
  }
}
