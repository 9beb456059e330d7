import { apiKey } from '@better-auth/api-key';
import { Logger } from '@nestjs/common';
import { betterAuth } from 'better-auth';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { hashPassword, verifyPassword } from './passwords.js';

export const AUTH_SCHEMA = 'auth';
export const AUTH_BASE_PATH = '/api/auth';
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;
export const CLIENT_IP_HEADER = 'x-gate-client-ip';
export const KEY_PREFIX = 'gate_';

const DAY = 86_400;
/** How long a session lasts without use; it slides at most once a day. */
export const SESSION_SECONDS = 7 * DAY;
const COOKIES = ['session_token', 'session_data', 'dont_remember'] as const;

/** `__Host-` ties the cookie to this very host, but browsers take it over https only. */
export const cookieName = (name: (typeof COOKIES)[number], publicUrl: string): string =>
  publicUrl.startsWith('https:') ? `__Host-gate.${name}` : `gate.${name}`;

/** What the rest of the house wants to know of, and may refuse. */
export interface AuthHooks {
  signedUp(accountId: string): Promise<void>;
  signedIn(accountId: string): Promise<void>;
  passwordChanged(accountId: string): Promise<void>;
  maySignIn(accountId: string): Promise<boolean>;
}

/** better-auth as GATE uses it: e-mail and password, API keys. TOTP and passkeys are plugins to add here, with a migration for their tables. */
export function makeAuth(pool: pg.Pool, config: Pick<Config, 'secret' | 'publicUrl'>, events: AuthHooks) {
  const secure = config.publicUrl.startsWith('https:');
  const log = new Logger('Auth');
  return betterAuth({
    appName: 'GATE',
    baseURL: config.publicUrl,
    basePath: AUTH_BASE_PATH,
    secret: config.secret,
    database: pool,
    telemetry: { enabled: false },
    trustedOrigins: [config.publicUrl],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      autoSignIn: true,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: DAY, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    // A database that is away shall not look like a fault of better-auth's: the gateway sorts what is thrown.
    onAPIError: { throw: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      // Of one address, where a whole office may sit; guessing at one account is limited on its own (auth.gateway.ts).
      customRules: { '/sign-in/email': { window: 60, max: 60 }, '/sign-up/email': { window: 60, max: 60 } },
    },
    advanced: {
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
      // The names below carry the prefix already.
      useSecureCookies: false,
      // Off by default under NODE_ENV=test.
      disableOriginCheck: false,
      cookies: Object.fromEntries(
        COOKIES.map((name) => [name, { name: cookieName(name, config.publicUrl), attributes: { secure, path: '/' } }]),
      ),
    },
    databaseHooks: {
      user: { create: { after: (user) => events.signedUp(user.id) } },
      session: {
        create: {
          before: (session) => events.maySignIn(session.userId).then((may) => (may ? undefined : false)),
          after: (session) => events.signedIn(session.userId),
        },
      },
      // Of a reset by link it says only what was changed: that one goes on record by whoever sent the link.
      account: { update: { after: async ({ userId }: { userId?: string }) => (userId ? events.passwordChanged(userId) : undefined) } },
    },
    logger: {
      level: 'warn',
      // Its errors are mostly refusals; what is a fault of ours comes back as a 5xx, which the problem filter logs.
      log: (level, message) => (level === 'error' ? log.warn(message) : log.debug(message)),
    },
    plugins: [apiKey({ defaultPrefix: KEY_PREFIX, enableMetadata: true, enableSessionForAPIKeys: false, rateLimit: { enabled: false } })],
  });
}

export type Auth = ReturnType<typeof makeAuth>;
export const AUTH = Symbol('AUTH');
export const AUTH_POOL = Symbol('AUTH_POOL');
