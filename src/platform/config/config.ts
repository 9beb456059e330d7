import * as path from 'node:path';
import { isLoopback, localAddress } from './address.js';
import { keptSecret } from './kept-secret.js';
import { settings, type Settings } from './settings.schemas.js';
import { SetupError } from './setup-error.js';

/** Injection token of the frozen AppConfig. */
export const CONFIG = Symbol('CONFIG');

/** What the process may be told from outside; nothing else reads process.env. */
export interface Config {
  readonly nodeEnv: Settings['NODE_ENV'];
  readonly role: Settings['GATE_ROLE'];
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Scheme, host and port, no trailing slash. */
  readonly publicUrl: string;
  /** Proxy addresses and networks whose forwarded headers count; false: none. */
  readonly trustProxy: string | false;
  readonly secret: string;
  readonly databaseUrl?: string;
  readonly databaseOwnerUrl?: string;
  readonly redisUrl?: string;
  /** Bucket for files; absent: the data folder. */
  readonly s3Url?: string;
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  /** As asked for; what holds for a running application is AppConfig.examples. */
  readonly examples?: boolean;
  /** Requests a minute for each key, session or address. */
  readonly rateLimit: number;
  readonly logLevel: Settings['GATE_LOG_LEVEL'];
}

/** The settings of a running application: by now the runtime role's database is known, and whether examples are shown. */
export interface AppConfig extends Config {
  readonly databaseUrl: string;
  readonly examples: boolean;
}

/** All faults at once, so that a deployment is mended in one go. */
export class ConfigError extends SetupError {
  constructor(readonly faults: readonly string[]) {
    super(`The settings are wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads an environment. Outside production a missing GATE_SECRET is made once and kept in the data folder (0600).
 * @throws ConfigError with every fault.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = readSettings(env);
  const dataDir = path.resolve(given.GATE_DATA_DIR);
  return Object.freeze({
    nodeEnv: given.NODE_ENV,
    role: given.GATE_ROLE,
    host: given.HOST,
    port: given.PORT,
    dataDir,
    publicUrl: given.GATE_PUBLIC_URL ? new URL(given.GATE_PUBLIC_URL).origin : localAddress(given.HOST, given.PORT),
    trustProxy: given.GATE_TRUST_PROXY ?? false,
    secret: given.GATE_SECRET ?? keptSecret(dataDir),
    databaseUrl: given.DATABASE_URL,
    databaseOwnerUrl: given.DATABASE_OWNER_URL,
    redisUrl: given.REDIS_URL,
    s3Url: given.GATE_S3_URL,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.GATE_MAIL_FROM,
    examples: given.GATE_EXAMPLES,
    rateLimit: given.GATE_RATE_LIMIT,
    logLevel: given.GATE_LOG_LEVEL,
  });
}

/**
 * The checked variables, without touching the disk.
 * @throws ConfigError with every fault, unknown `GATE_*` names included (`GATE_TEST_*` belong to the tests).
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  // An empty variable is an unset one: compose files cannot unset.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const strangers = Object.keys(given).filter((name) => /^GATE_(?!TEST_)/.test(name) && !(name in settings.shape));
  const parsed = settings.safeParse(given);
  const faults = [
    ...strangers.map((name) => `${name} is not a setting of GATE`),
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...crossFaults(given),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return parsed.data;
}

/** Rules between variables, on the raw text so that they are reported together with the faults of single ones. */
function crossFaults(given: Partial<Record<string, string>>): string[] {
  const faults: string[] = [];
  if (given.NODE_ENV === 'production' && !given.GATE_SECRET)
    faults.push('GATE_SECRET is due in production: set at least 32 random characters');
  if (given.DATABASE_OWNER_URL && !given.DATABASE_URL) faults.push('DATABASE_OWNER_URL makes sense only together with DATABASE_URL');
  if (given.GATE_EXAMPLES === 'true' && !isLoopback(given.HOST ?? '127.0.0.1'))
    faults.push('GATE_EXAMPLES=true opens demo accounts, so HOST must be a loopback address such as 127.0.0.1');
  const address = given.GATE_PUBLIC_URL;
  if (address && URL.canParse(address) && new URL(address).pathname !== '/') faults.push('GATE_PUBLIC_URL must have no path');
  return faults;
}
