import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Answerable, ErrorPages, wordsBeside } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { ErrorPage } from '../layout/error.page.js';
import { NEXT, SessionEndedPage, SIGN_IN_AGAIN } from '../layout/session-ended.page.js';
import { type FormValues, valuesOf } from './form-input.js';
import { languageOfAddress } from './language-address.js';
import { isPage } from './page-route.js';
import { PageWriter } from './page-writer.js';

/** Failures in the words of the reader, wherever an address is read by people. */
@Injectable()
export class PageErrors extends ErrorPages {
  constructor(private readonly writer: PageWriter) {
    super();
  }

  async pageFor({ problem }: Answerable, request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
    if (!isForPeople(request)) return null;
    if (problem.status === 401 && isPage(request) && request.method === 'GET') {
      const here = `/sign-in?next=${encodeURIComponent(request.url)}`;
      void reply.status(303).header('location', this.writer.strangerOf(request).href(here)).removeHeader('www-authenticate');
      return '';
    }
    const reader = problem.status >= 500 ? this.writer.strangerOf(request) : (request.reader ?? (await this.writer.readerOf(request)));
    if (problem.status === 401) {
      void reply.removeHeader('www-authenticate');
      const values = { ...(await wordsOf(request)), [NEXT]: request.url };
      return this.writer.html(<SessionEndedPage values={values} form={formState(SIGN_IN_AGAIN)} />, reader);
    }
    return this.writer.html(<ErrorPage problem={problem} />, reader);
  }
}

/** A page, an address in a language, or one that is none and asked for by a browser. */
const isForPeople = (request: FastifyRequest): boolean =>
  isPage(request) ||
  languageOfAddress(request) !== undefined ||
  (!/^\/(api|health|metrics)\b/.test(request.url) && /\btext\/html\b/.test(request.headers.accept ?? ''));

/** Of a form with a file its words alone: the file is chosen again. */
async function wordsOf(request: FastifyRequest): Promise<FormValues> {
  const words = request.isMultipart() ? await wordsBeside(request) : valuesOf(request.body);
  return Object.fromEntries(Object.entries(words).filter(([name]) => !/password/i.test(name)));
}
