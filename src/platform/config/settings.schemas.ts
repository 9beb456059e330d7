import { isIP } from 'node:net';
import { z } from 'zod';

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)), {
    error: `must be an address that begins with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
  });

const flag = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((text) => text === 'true');

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: 'must be a whole number' })
    .transform(Number)
    .pipe(
      z
        .number()
        .min(min, { error: `must be at least ${min}` })
        .max(max, { error: `must be at most ${max}` }),
    );

/** An address, a network in CIDR notation, or one of the names Fastify knows for private ranges. */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(bits ?? 1) >= 1 && Number(bits ?? 1) <= (version === 4 ? 32 : 128);
}

/** Key, secret, and one name as path. */
function isBucket(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password, pathname } = new URL(text);
  return username !== '' && password !== '' && /^\/[^/]+$/.test(pathname);
}

const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

/** Every environment variable GATE reads, by name. The descriptions are the table in README. */
export const settings = z.object({
  NODE_ENV: choice(['development', 'test', 'production'])
    .default('development')
    .describe('`production` asks for a secret and never shows examples by itself'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  PORT: whole(1, 65_535).default(3000).describe('Port to listen on'),
  GATE_ROLE: choice(['all', 'web', 'worker']).default('all').describe('What this process does: pages and API, background jobs, or both'),
  GATE_DATA_DIR: z.string().default('.gate').describe('Folder of the embedded database, files, mail and backups'),
  GATE_PUBLIC_URL: url('http', 'https').optional().describe('Address people type, without a path; default is HOST and PORT'),
  GATE_TRUST_PROXY: z
    .string()
    .refine((text) => text.split(',').every((part) => isNetwork(part.trim())), {
      error: 'must be addresses or networks such as 10.0.0.0/8, separated by commas',
    })
    .optional()
    .describe('Addresses or networks of reverse proxies whose X-Forwarded-* headers count, separated by commas'),
  GATE_SECRET: z
    .string()
    .min(32, { error: 'must have at least 32 characters' })
    .optional()
    .describe('Signs sessions and seals the audit; made and kept in the data folder when unset, but due in production'),
  DATABASE_URL: url('postgres', 'postgresql').optional().describe('PostgreSQL 18 as the runtime role gate_app; unset: the embedded server'),
  DATABASE_OWNER_URL: url('postgres', 'postgresql').optional().describe('The same database as gate_owner, for migrations only'),
  REDIS_URL: url('redis', 'rediss').optional().describe('Redis or Valkey for the job queues and rate limits; unset: PostgreSQL'),
  GATE_S3_URL: url('http', 'https')
    .refine((text) => isBucket(text), { error: 'must be of the form https://KEY:SECRET@host/bucket?region=eu-west-1' })
    .optional()
    .describe('S3 bucket for files, `https://KEY:SECRET@host/bucket?region=eu-west-1`; unset: the folder `files` of the data folder'),
  SMTP_URL: url('smtp', 'smtps').optional().describe('Mail server; unset: mail is written as .eml files below the data folder'),
  GATE_MAIL_FROM: z.string().min(3).default('GATE <no-reply@gate.invalid>').describe('Sender of all mail'),
  GATE_EXAMPLES: flag
    .optional()
    .describe(
      'Example exchange with demo accounts: `true` loads and shows it, `false` hides it; unset: on for a database that a plain `npm start` created',
    ),
  GATE_RATE_LIMIT: whole(1, 1_000_000).default(600).describe('Requests a minute for each key, session or address'),
  GATE_LOG_LEVEL: choice(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least level that is logged'),
});

export type Settings = z.output<typeof settings>;
