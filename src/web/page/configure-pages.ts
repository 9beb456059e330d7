import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ASSETS_FOLDER } from '../assets/assets.js';
import { addressByLanguage } from './language-address.js';

/** Addresses by language, files that may be kept for ever, and pages made small for slow lines. Call it before `app.init()`. */
export async function configurePages(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  addressByLanguage(fastify);
  await app.register(fastifyStatic, {
    root: ASSETS_FOLDER,
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  });
  await app.register(compress, {
    global: true,
    customTypes: /^(text\/html|application\/(atom\+)?xml)\b/,
    encodings: ['br', 'gzip'],
    threshold: 1024,
  });
}
