/**
 * Thrown by a handler when another attempt cannot help (the thing is gone, the payload makes no sense): the row is dead at once.
 * `code` is stable (`mail.address-refused`) and is all that the record keeps.
 */
export class PermanentJobError extends Error {
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'PermanentJobError';
  }
}

/** Why a run was taken from its handler. */
export abstract class RunAbortedError extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = new.target.name;
  }
}

/** The handler ran longer than its queue allows. */
export class JobTimeoutError extends RunAbortedError {
  constructor() {
    super('job.too-long');
  }
}

/** The process could not renew its lock in time: another one may be at the job already. */
export class LockLostError extends RunAbortedError {
  constructor() {
    super('job.lock-lost');
  }
}

/** The process ends; the run does not count as a start. */
export class ShuttingDownError extends RunAbortedError {
  constructor() {
    super('job.shutting-down');
  }
}

/**
 * What the record keeps of a failure: the class, its code and the place in our source. Never the message, which may quote a name or an address.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'a thrown value that is no Error';
  const { code, constraint, driverError } = error as {
    code?: unknown;
    constraint?: unknown;
    driverError?: { code?: unknown; constraint?: unknown };
  };
  const words = [driverError?.code ?? code, driverError?.constraint ?? constraint].filter(
    (word): word is string => typeof word === 'string',
  );
  // Our own frame says more than the driver's.
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const frame = frames.find((line) => /[\\/](src|test)[\\/]/.test(line) && !line.includes('node_modules')) ?? frames[0];
  const place = frame && /([\w.-]+\.[cm]?[jt]sx?):(\d+):\d+\)?$/.exec(frame);
  return [error.name, ...words, ...(place ? [`at ${place[1]}:${place[2]}`] : [])].join(' ');
}
