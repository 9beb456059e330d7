import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { type Actor, VISITOR } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { CONFIG, type Config } from '../config/config.js';
import { ActorSource } from '../http/actor-source.js';
import { cookieOf, LANGUAGE_COOKIE } from '../http/cookies.js';
import { ActorQueries, type CallerRow } from './actor.queries.js';
import { cookieName, SESSION_SECONDS } from './auth.js';
import { readSessionCookie, setCookieHeader } from './session-cookie.js';

/** An account that acts for the first time. */
export interface Newcomer {
  id: string;
  email: string;
  name: string;
  /** The language of the pages she has read, and the browser's Accept-Language header. */
  languages: string;
}

export const keyHash = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** Turns a session cookie or an API key into the actor of a request, by one statement. */
@Injectable()
export class ActorReader extends ActorSource {
  private welcome: ((newcomer: Newcomer) => Promise<void>) | undefined;

  constructor(
    private readonly queries: ActorQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  /** The module that owns people says here how a person's row is made. */
  onNewcomer(welcome: (newcomer: Newcomer) => Promise<void>): void {
    this.welcome = welcome;
  }

  async read(request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
    const authorization = request.headers.authorization;
    if (authorization !== undefined) return this.byKey(authorization);
    return this.bySession(request, reply);
  }

  private async byKey(authorization: string): Promise<Actor> {
    const key = /^Bearer +([\x21-\x7e]{20,200})$/i.exec(authorization)?.[1];
    const row = key && (await this.queries.byKey(keyHash(key)));
    if (!row)
      throw new DomainError('unauthenticated', 'auth.key-invalid', {
        detail: 'This API key is unknown, revoked or expired, or its person left the organization: make a new one.',
      });
    if (row.stale) await this.queries.touch(row.accountId, row.keyId);
    return actorOf(row, row.accountId);
  }

  private async bySession(request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
    const name = cookieName('session_token', this.config.publicUrl);
    const cookie = readSessionCookie(request.headers.cookie, name, this.config.secret);
    let row = cookie ? await this.queries.bySession(cookie.token) : undefined;
    if (!cookie || !row) return VISITOR;
    if (row.personId === null) {
      if (!this.welcome) throw new Error('no module has said how a person is made');
      const { cookie: cookies, 'accept-language': accepted } = request.headers;
      const languages = [cookieOf(cookies, LANGUAGE_COOKIE), accepted].filter(Boolean).join(',');
      await this.welcome({ id: row.accountId, email: row.email, name: row.name, languages });
      row = await this.queries.bySession(cookie.token);
      if (!row?.personId) return VISITOR;
    }
    if (row.stale) await this.queries.touch(row.accountId, null);
    const forgets = cookieOf(request.headers.cookie, cookieName('dont_remember', this.config.publicUrl)) !== null;
    if (row.renew && row.sessionId && !forgets && (await this.queries.renew(row.sessionId, SESSION_SECONDS)))
      void reply.header('set-cookie', setCookieHeader(name, cookie.value, SESSION_SECONDS, this.config.publicUrl.startsWith('https:')));
    return actorOf(row, row.accountId);
  }
}

const actorOf = (row: CallerRow, personId: string): Actor => ({
  kind: 'person',
  personId,
  sessionId: row.sessionId,
  keyId: row.keyId,
  organization: row.organizationId && row.role ? { id: row.organizationId, role: row.role } : null,
  officerOf: row.officerOf,
  administrator: row.administrator ?? false,
  auditor: row.auditor ?? false,
  language: row.language ?? 'en',
});
