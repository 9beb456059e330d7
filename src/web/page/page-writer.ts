import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Announcements } from '../../modules/announcements/index.js';
import { PeopleQueries } from '../../modules/identity/index.js';
import { NotificationsQueries } from '../../modules/notifications/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { VISITOR, type Actor } from '../../kernel/actor.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { cookieOf, LANGUAGE_COOKIE, setCookie } from '../../platform/http/index.js';
import { directionOf } from '../../platform/i18n/locales.js';
import { Formats } from '../i18n/formats.js';
import { Translator } from '../i18n/translator.js';
import { languageOfAddress, languageOfRequest } from './language-address.js';
import type { Redirect } from './page-answer.js';
import { ReaderContext, type Reader, type ReaderPerson } from './reader.js';

const DONE_COOKIE = 'gate.done';
const YEAR_SECONDS = 365 * 86_400;

/** Makes the reader of a request, and HTML for her. */
@Injectable()
export class PageWriter {
  private readonly secure: boolean;

  constructor(
    private readonly people: PeopleQueries,
    private readonly notifications: NotificationsQueries,
    private readonly taxonomy: TaxonomyService,
    private readonly announcements: Announcements,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.secure = config.publicUrl.startsWith('https:');
  }

  async readerOf(request: FastifyRequest): Promise<Reader> {
    const caller = request.actor ?? VISITOR;
    // She reads in the language of the address, whatever her profile says.
    const actor = caller.kind === 'person' ? { ...caller, language: languageOfRequest(request) } : caller;
    const [{ person, timeZone }, announcements] = await Promise.all([this.personOf(actor), this.announcements.now(actor)]);
    return {
      ...this.reader(request, actor, person, timeZone),
      announcements: announcements.map(({ texts }) => saidIn(texts, languageOfRequest(request))),
    };
  }

  /** Without asking the database, for when it is what fails. */
  strangerOf(request: FastifyRequest): Reader {
    return this.reader(request, VISITOR, null, 'UTC');
  }

  write(page: VNode, reader: Reader, reply: FastifyReply): string {
    if (reader.done !== null) setCookie(reply, DONE_COOKIE, '', 0, this.secure);
    void reply.type('text/html; charset=utf-8');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-cache');
    return this.html(page, reader);
  }

  html(page: VNode, reader: Reader): string {
    return `<!doctype html>${renderToString(h(ReaderContext.Provider, { value: reader, children: page }))}`;
  }

  next({ path, done, status }: Redirect, reader: Reader, reply: FastifyReply): void {
    if (done) setCookie(reply, DONE_COOKIE, done, 60, this.secure);
    void reply.status(status).header('location', reader.href(path)).send();
  }

  /** The language she reads in is remembered for addresses that name none, such as those in mails. */
  rememberLanguage(request: FastifyRequest, reply: FastifyReply): void {
    const language = languageOfAddress(request);
    if (language && cookieOf(request.headers.cookie, LANGUAGE_COOKIE) !== language)
      setCookie(reply, LANGUAGE_COOKIE, language, YEAR_SECONDS, this.secure);
  }

  private async personOf(actor: Actor): Promise<{ person: ReaderPerson | null; timeZone: string }> {
    if (actor.kind !== 'person') return { person: null, timeZone: 'UTC' };
    const [me, unread] = await Promise.all([this.people.me(actor), this.notifications.unread(actor)]);
    const acting = me.organizations.find(({ id }) => id === actor.organization?.id);
    const person = {
      name: me.name,
      unverified: me.emailVerified ? null : me.email,
      organizationName: acting?.legalName ?? null,
      organizations: me.organizations.length,
      unread,
      deskKeys: me.deskKeys,
    };
    return { person, timeZone: me.timeZone };
  }

  private reader(request: FastifyRequest, actor: Actor, person: ReaderPerson | null, timeZone: string): Reader {
    const language = languageOfRequest(request);
    const translator = Translator.for(language);
    const book = this.taxonomy.current();
    return {
      actor,
      person,
      language,
      direction: directionOf(language),
      translator,
      format: new Formats(language, timeZone),
      path: request.url,
      origin: this.config.publicUrl,
      announcements: [],
      done: cookieOf(request.headers.cookie, DONE_COOKIE) || null,
      t: (key, values) => translator.text(key, values),
      rich: (key, parts) => translator.rich(key, parts),
      href: (path) => `/${language}${path === '/' ? '' : path.replace(/^\/(?=\?)/, '')}`,
      name: (scheme, code) => book.name(scheme, code, language),
      unit: (attribute, unit) => {
        const code = unit ?? book.attribute(attribute)?.unit ?? null;
        return code && code !== PIECES ? (book.item('unit', code)?.extra.symbol ?? code) : null;
      },
    };
  }
}

/** What is counted in pieces (beds, households) is named by its attribute. */
const PIECES = 'pcs';

const saidIn = (texts: Partial<Record<string, string>>, language: string) =>
  texts[language] === undefined ? { text: texts.en ?? '', language: 'en' } : { text: texts[language], language };
