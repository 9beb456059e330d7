import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import 'reflect-metadata';
import { AppModule } from './app.module.js';
import type { AppConfig } from './platform/config/config.js';
import { configureHttp, fastifyOptions } from './platform/http/index.js';
import { makePino, PinoLogger } from './platform/observability/logger.js';
import { configurePages, withoutLanguage } from './web/index.js';

export interface RunningApp {
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/** What a worker answers over HTTP: how it is, and nothing of the exchange. */
const WORKER_ROUTES = /^\/(health\/|metrics$)/;

const PATIENCE_WITH_CALLERS_MS = 5_000;

/** The whole application over a migrated database, initialised and ready to listen. Background work runs unless the role is `web`. */
export async function createApp(config: AppConfig): Promise<RunningApp> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config),
    new FastifyAdapter({ ...fastifyOptions(config), rewriteUrl: withoutLanguage }),
    {
      abortOnError: false,
      logger: new PinoLogger(makePino(config)),
    },
  );
  configureHttp(app, config);
  await configurePages(app);
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  if (config.role === 'worker')
    fastify.addHook('onRequest', async (request, reply) => {
      if (!WORKER_ROUTES.test(request.url.split('?')[0] ?? '')) await reply.code(404).send();
    });
  await app.init();
  await fastify.ready();
  return { app, close: () => closeGently(app, fastify) };
}

/** Requests in hand get a moment to end; a caller that does not read its answer must not hold the whole process. */
async function closeGently(app: NestFastifyApplication, fastify: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => fastify.server.closeAllConnections(), PATIENCE_WITH_CALLERS_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}
