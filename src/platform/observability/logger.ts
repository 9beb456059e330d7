import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config/config.js';
import { logContext } from './log-context.js';
import { describeError, redactPaths, redactText } from './redaction.js';

/**
 * One JSON object a line on the standard output, with the request or job it belongs to.
 * ERROR means that somebody has to act; what mends itself is WARN.
 */
export function makePino(config: Pick<Config, 'logLevel' | 'role'>, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: { pid: process.pid, role: config.role },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => ({ ...logContext.getStore() }),
    redact: { paths: redactPaths, censor: '***' },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Where Nest tells of every module and route it loads: two hundred lines at each start, in which the address would drown. */
const BOOT_CONTEXTS = new Set<unknown>(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Gives Nest's log lines to pino: `NestFactory.create(module, adapter, { logger: new PinoLogger(makePino(config)) })`. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(BOOT_CONTEXTS.has(rest.at(-1)) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest hands over what was logged, perhaps a stack or an object of fields, and last the name of the class that logs. */
  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal', message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    const fields = rest.find((item): item is object => typeof item === 'object' && item !== null && !(item instanceof Error));
    const error = [message, ...rest].find((item) => item instanceof Error);
    const text = message instanceof Error ? message.message : typeof message === 'string' ? message : undefined;
    this.pino[level](
      { ...fields, ...(text === undefined && { data: message }), context, ...(error && { err: error }) },
      redactText(text ?? ''),
    );
  }
}
