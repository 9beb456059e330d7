export const QUEUE_OPTIONS = Symbol('QUEUE_OPTIONS');

export interface QueueModuleOptions {
  /** Workers and timers run in this process (role `all` or `worker`). */
  works: boolean;
  /** Boot fails on a job without handler; off only where a test loads a part of the modules. */
  checkHandlers: boolean;
}
