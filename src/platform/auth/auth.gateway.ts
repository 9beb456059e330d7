import { HttpException, Inject, Injectable } from '@nestjs/common';
import { isAPIError } from 'better-auth/api';
import type { FastifyRequest } from 'fastify';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DomainError, invalid } from '../../kernel/errors.js';
import { CONFIG, type Config } from '../config/config.js';
import { networkOf } from '../http/network.js';
import { RateLimiter, type Quota } from '../http/rate-limiter.js';
import { AUTH, AUTH_BASE_PATH, CLIENT_IP_HEADER, cookieName, SESSION_SECONDS, type Auth } from './auth.js';
import { ownWords, type PasswordChange } from './auth.schemas.js';
import { CredentialStore } from './credential.store.js';
import { weaknessOf } from './passwords.js';
import { setCookieHeader, signedValue } from './session-cookie.js';
import { Turns } from './turns.js';

export interface Outcome {
  status: number;
  body: unknown;
  /** Whole Set-Cookie headers. */
  cookies: string[];
}

export interface Credentials {
  email: string;
  password: string;
  rememberMe?: boolean;
}

/** Guesses at one account: from one address, and from all together. */
const GUESSES: Record<'here' | 'anywhere', Quota> = { here: { max: 5, windowSeconds: 300 }, anywhere: { max: 100, windowSeconds: 3600 } };

/** The one door to better-auth: everything passes its handler, which (unlike its functions) limits rates and checks origins. */
@Injectable()
export class AuthGateway {
  private readonly turns = new Turns();

  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CONFIG) private readonly config: Config,
    private readonly limiter: RateLimiter,
    private readonly credentials: CredentialStore,
  ) {}

  /** @throws HttpException with better-auth's status and code, DomainError 429 after too many wrong passwords, 403 for a disabled account. */
  async signIn(request: FastifyRequest, credentials: Credentials): Promise<Outcome> {
    // In turn: guesses sent all at once would pass the check before the first of them is counted.
    return this.turns.take(bucket('here', request, credentials.email), async () => {
      await this.refuseGuessing(request, credentials.email);
      const outcome = await this.handle(request, 'sign-in/email', credentials);
      // The one reason for which a right password gets no session (see AuthEvents.maySignIn).
      if (codeOf(outcome) === 'FAILED_TO_CREATE_SESSION')
        throw new DomainError('forbidden', 'auth.account-disabled', {
          detail: 'This account is disabled: ask whoever runs this exchange.',
        });
      if (outcome.status === 401) await this.countGuess(request, credentials.email);
      return succeeded(outcome);
    });
  }

  /**
   * Makes an account and signs in. For an address that is taken the answer looks the same, cookie included: it opens a session only
   * when the password is that account's (a sign-up repeated), so nobody learns here who is registered.
   */
  async signUp(request: FastifyRequest, account: Credentials & { name: string }): Promise<Outcome> {
    const outcome = await this.handle(request, 'sign-up/email', account);
    if (outcome.status !== 422) return succeeded(outcome);
    try {
      const { email, password, rememberMe } = account;
      const { status, body, cookies } = await this.signIn(request, { email, password, rememberMe });
      const { token, user } = body as { token: string; user: object };
      return { status, body: { token, user }, cookies };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return this.likeNew(account);
    }
  }

  /** @throws DomainError `request.invalid` for a weak one, HttpException `auth.invalid-password` when the present one is not right. */
  async changePassword(request: FastifyRequest, personId: string, change: PasswordChange): Promise<Outcome> {
    const weakness = weaknessOf(change.newPassword, ownWords((await this.credentials.accountOf(personId)) ?? {}));
    if (weakness) throw invalid([{ path: 'newPassword', code: 'weak', message: weakness }]);
    return this.call(request, 'change-password', change);
  }

  /** Any other call, with the caller's cookies. */
  async call(request: FastifyRequest, path: string, body: unknown = {}): Promise<Outcome> {
    return succeeded(await this.handle(request, path, body));
  }

  private likeNew({ email, name, rememberMe }: Credentials & { name: string }): Outcome {
    const token = randomBytes(24).toString('base64url').slice(0, 32);
    const at = new Date().toISOString();
    const cookie = setCookieHeader(
      cookieName('session_token', this.config.publicUrl),
      signedValue(token, this.config.secret),
      SESSION_SECONDS,
      this.config.publicUrl.startsWith('https:'),
    );
    const user = { name, email, emailVerified: false, image: null, createdAt: at, updatedAt: at, id: randomUUID() };
    return { status: 200, body: { token, user }, cookies: [rememberMe === false ? cookie.replace(/ Max-Age=\d+;/, '') : cookie] };
  }

  private async handle(request: FastifyRequest, path: string, body: unknown): Promise<Outcome> {
    const headers = new Headers({ 'content-type': 'application/json', origin: this.config.publicUrl, [CLIENT_IP_HEADER]: request.ip });
    for (const name of ['cookie', 'user-agent'] as const) {
      const value = request.headers[name];
      if (value !== undefined) headers.set(name, value);
    }
    const url = new URL(`${AUTH_BASE_PATH}/${path}`, this.config.publicUrl);
    const asked = this.auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
    const response = await asked.catch((error: unknown) => {
      if (isAPIError(error)) return Response.json(error.body ?? null, { status: error.statusCode });
      throw error;
    });
    const text = await response.text();
    const retryAfter = Number(response.headers.get('x-retry-after') ?? 10);
    if (response.status === 429) throw tooManyAttempts(retryAfter);
    return { status: response.status, body: text ? JSON.parse(text) : null, cookies: response.headers.getSetCookie() };
  }

  private async refuseGuessing(request: FastifyRequest, email: string): Promise<void> {
    for (const [where, quota] of Object.entries(GUESSES) as ['here' | 'anywhere', Quota][]) {
      const { used, resetSeconds } = await this.limiter.count(bucket(where, request, email), quota, 0);
      if (used >= quota.max) throw tooManyAttempts(resetSeconds);
    }
  }

  private async countGuess(request: FastifyRequest, email: string): Promise<void> {
    await this.limiter.count(bucket('here', request, email), GUESSES.here);
    await this.limiter.count(bucket('anywhere', request, email), GUESSES.anywhere);
  }
}

const bucket = (where: 'here' | 'anywhere', request: FastifyRequest, email: string): string => {
  const account = createHash('sha256').update(email.toLowerCase()).digest('base64url');
  return where === 'here' ? `guess:${account}:${networkOf(request.ip)}` : `guess:${account}`;
};

export const tooManyAttempts = (seconds: number): DomainError =>
  new DomainError('forbidden', 'auth.too-many-attempts', {
    detail: `Too many attempts: try again in ${Math.ceil(seconds)} s.`,
    retryAfterSeconds: seconds,
  });

const codeOf = ({ body }: Outcome): string | undefined => (body as { code?: string } | null)?.code;
const isRefusal = (error: unknown): boolean => error instanceof DomainError || (error instanceof HttpException && error.getStatus() < 500);

/** better-auth's refusals in our words: INVALID_EMAIL_OR_PASSWORD is `auth.invalid-email-or-password`. */
function succeeded(outcome: Outcome): Outcome {
  if (outcome.status < 400) return outcome;
  const code = codeOf(outcome) ?? 'refused';
  const { message } = (outcome.body ?? {}) as { message?: string };
  throw new HttpException(
    { code: `auth.${code.toLowerCase().replaceAll('_', '-')}`, detail: message ?? 'This was refused.' },
    outcome.status,
  );
}
