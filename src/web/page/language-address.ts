import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { NotFoundException } from '@nestjs/common';
import { preferredLanguage } from '../../modules/identity/index.js';
import { languageOf, LANGUAGES, type Language } from '../../platform/i18n/locales.js';
import { cookieOf, LANGUAGE_COOKIE } from '../../platform/http/index.js';
import { isPage } from './page-route.js';

const PREFIX = new RegExp(`^/(${LANGUAGES.join('|')})(?=/|\\?|$)`);
const named = new WeakMap<IncomingMessage, Language>();

/** Fastify's `rewriteUrl`: `/ar/offers` is routed as `/offers`, and the language remembered. */
export function withoutLanguage(request: IncomingMessage): string {
  const url = request.url ?? '/';
  const language = PREFIX.exec(url)?.[1] as Language | undefined;
  if (!language) return url;
  named.set(request, language);
  const rest = url.slice(language.length + 1);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** The language an address names; undefined where it names none. */
export const languageOfAddress = ({ raw }: FastifyRequest): Language | undefined => named.get(raw);

/** The language a page is shown in: that of its address, else the one read last, else what the browser asks for. */
export function languageOfRequest(request: FastifyRequest): Language {
  const wished =
    languageOfAddress(request) ??
    cookieOf(request.headers.cookie, LANGUAGE_COOKIE) ??
    preferredLanguage(request.headers['accept-language']);
  return languageOf(wished);
}

/** Pages are read under the address of their language, and only pages are. */
export function addressByLanguage(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const language = languageOfAddress(request);
    if (language && !request.is404 && !isPage(request)) throw new NotFoundException();
    if (language || !isPage(request) || request.method !== 'GET') return;
    const rest = request.url === '/' ? '' : request.url.replace(/^\/(?=\?)/, '');
    await reply
      .header('vary', 'accept-language, cookie')
      .header('cache-control', 'no-store')
      .redirect(`/${languageOfRequest(request)}${rest}`, 302);
  });
}
