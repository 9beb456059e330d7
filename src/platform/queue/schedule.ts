import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AdvisoryLock } from './advisory-lock.js';
import { describeFailure } from './job-errors.js';
import { QUEUE_OPTIONS, type QueueModuleOptions } from './queue.options.js';

interface Task {
  name: string;
  intervalMs: number;
  fn: () => Promise<unknown>;
  timer?: NodeJS.Timeout;
  running: Promise<unknown>;
}

/**
 * Work that recurs, on plain timers (BullMQ's schedulers race at boot). Of all processes one runs a task at a time, by advisory lock;
 * a task decides from its tables what is due, because intervals begin anew with every start and several processes tick.
 */
@Injectable()
export class Schedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Schedule.name);
  private readonly tasks = new Map<string, Task>();
  private ticking = false;

  constructor(
    private readonly lock: AdvisoryLock,
    @Inject(QUEUE_OPTIONS) private readonly options: QueueModuleOptions,
  ) {}

  /** Registers a task, in onModuleInit. It starts with the workers, first after one interval (at most a minute). */
  every(name: string, intervalMs: number, fn: () => Promise<unknown>): void {
    if (this.tasks.has(name)) throw new Error(`task ${name} is scheduled twice`);
    const task: Task = { name, intervalMs, fn, running: Promise.resolve() };
    this.tasks.set(name, task);
    if (this.ticking) this.arm(task, Math.min(intervalMs, 60_000));
  }

  /** Runs a task now, also where timers are off (tests, commands). @returns false when another process is at it. */
  runNow(name: string): Promise<boolean> {
    const task = this.tasks.get(name);
    if (!task) throw new Error(`no task ${name}`);
    return this.lock.tryRun(task.name, task.fn);
  }

  onApplicationBootstrap(): void {
    if (!this.options.works) return;
    this.ticking = true;
    for (const task of this.tasks.values()) this.arm(task, Math.min(task.intervalMs, 60_000));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ticking = false;
    for (const task of this.tasks.values()) clearTimeout(task.timer);
    await Promise.all([...this.tasks.values()].map((task) => task.running));
    await this.lock.letGo();
  }

  private arm(task: Task, ms: number): void {
    task.timer = setTimeout(() => {
      task.running = this.tick(task);
    }, ms);
    task.timer.unref();
  }

  private async tick(task: Task): Promise<void> {
    try {
      await this.lock.tryRun(task.name, task.fn);
    } catch (error) {
      this.log.error(`task ${task.name}: ${describeFailure(error)}`);
    }
    if (this.ticking) this.arm(task, task.intervalMs);
  }
}
