import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line written on behalf of a request or a job carries. */
export interface LogContext {
  requestId?: string;
  job?: string;
  outboxId?: string;
}

export const logContext = new AsyncLocalStorage<LogContext>();
