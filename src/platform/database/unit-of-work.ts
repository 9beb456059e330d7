import { Injectable, Logger } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';

type Hook = () => void | Promise<void>;
interface Unit {
  manager: EntityManager;
  afterCommit: Hook[];
}

const ATTEMPTS = 4;

/**
 * The one transaction seam. Services open it, repositories join it through `manager`, nested calls join the outer unit.
 * A serialization failure or deadlock repeats the whole unit, so `fn` must keep its effects inside the database.
 */
@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<Unit>();
  private readonly log = new Logger(UnitOfWork.name);

  constructor(private readonly dataSource: DataSource) {}

  /** The open transaction's manager, else the pool's: ask at every call, never keep it. */
  get manager(): EntityManager {
    return this.current.getStore()?.manager ?? this.dataSource.manager;
  }

  get isOpen(): boolean {
    return this.current.getStore() !== undefined;
  }

  async run<T>(fn: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) return fn();
    for (let attempt = 1; ; attempt++) {
      const hooks: Hook[] = [];
      try {
        const result = await this.dataSource.transaction((manager) => this.current.run({ manager, afterCommit: hooks }, fn));
        await this.runHooks(hooks);
        return result;
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
        // A random pause keeps two units that deadlocked from meeting again.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }

  /** Runs after the commit, never after a rollback. A hook is a hint (the outbox repeats it), so its failure is only logged. */
  afterCommit(hook: Hook): void {
    const unit = this.current.getStore();
    if (!unit) throw new Error('afterCommit outside a unit of work');
    unit.afterCommit.push(hook);
  }

  /** One statement on the open transaction (or the pool), rows typed by the caller. Values are always bound. */
  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const answer: unknown = await this.manager.query(sql, values as unknown[]);
    return (isCommandAnswer(answer) ? answer[0] : answer) as Row[];
  }

  private async runHooks(hooks: Hook[]): Promise<void> {
    for (const hook of hooks) {
      try {
        await hook();
      } catch (error) {
        this.log.error(error);
      }
    }
  }
}

// TypeORM answers `[rows, count]` to UPDATE and DELETE, plain rows to everything else.
const isCommandAnswer = (answer: unknown): answer is [unknown[], number] =>
  Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';

/** serialization_failure and deadlock_detected, wherever TypeORM put the driver's code. */
function isRetryable(error: unknown): boolean {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return ['40001', '40P01'].includes(driverError?.code ?? code ?? '');
}
