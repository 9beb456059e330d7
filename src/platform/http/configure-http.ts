import multipart from '@fastify/multipart';
import { HttpException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyHttpOptions, FastifyReply, FastifyRequest } from 'fastify';
import type { Server } from 'node:http';
import type { Config } from '../config/config.js';
import { PROBLEM_TYPE, problemOf } from './problem.js';
import { RouteInventory } from './route-inventory.js';
import { rateLimitHook } from './rate-limit.hook.js';
import { RateLimiter } from './rate-limiter.js';
import { REQUEST_ID_HEADER, requestId } from './request-id.js';
import { UPLOAD_LIMITS } from './upload.decorator.js';

export const BODY_LIMIT = 256 * 1024;

/** How long a request may take to arrive; a file of 10 MB needs half an hour on a line of 45 kbit/s. */
const ARRIVAL_MS = 30_000;
const UPLOAD_ARRIVAL_MS = 30 * 60_000;

/** What the adapter has to be made with: `new FastifyAdapter(fastifyOptions(config))`. */
export const fastifyOptions = (config: Pick<Config, 'trustProxy'>): FastifyHttpOptions<Server> => ({
  bodyLimit: BODY_LIMIT,
  trustProxy: config.trustProxy,
  genReqId: requestId,
  frameworkErrors: (error, request, reply) => refuseUnreadable(error, request.id, reply),
  requestTimeout: UPLOAD_ARRIVAL_MS,
  connectionTimeout: 60_000,
  keepAliveTimeout: 65_000,
  http: { maxHeaderSize: 16 * 1024 },
  routerOptions: { maxParamLength: 200 },
  onProtoPoisoning: 'error',
  onConstructorPoisoning: 'error',
});

/** An address that is none is refused before any route, hook or filter sees it. */
function refuseUnreadable(error: FastifyError, id: string, reply: FastifyReply): void {
  const { problem } = problemOf(new HttpException(error.message, error.statusCode ?? 400), id);
  void reply.status(problem.status).header(REQUEST_ID_HEADER, id).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

/** By the route, where there is one: an address can be written in many ways. */
const isApi = ({ url, routeOptions }: FastifyRequest): boolean => (routeOptions.url ?? url).startsWith('/api/');

/** Headers, cross-site protection, request ids and rate limits. Call it before `app.init()`. */
export function configureHttp(app: NestFastifyApplication, config: Pick<Config, 'publicUrl' | 'rateLimit'>): void {
  const https = config.publicUrl.startsWith('https:');
  app.useSecurityHeaders({
    strictTransportSecurity: https,
    xFrameOptions: { action: 'deny' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: true }),
      },
    },
  });
  app.enableCsrfProtection({ trustedOrigins: [config.publicUrl] });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header(REQUEST_ID_HEADER, request.id);
    // Answers depend on who asks; what may be kept says so itself.
    if (isApi(request)) void reply.header('cache-control', 'no-store');
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (reply.hasHeader('set-cookie')) void reply.header('cache-control', 'no-store');
  });
  // JSON in disguise is refused, and so are forms but for those of pages and of signing in.
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async ({ headers, routeOptions }) => {
    if (/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '') && routeOptions.url?.startsWith('/api/v1/'))
      throw new UnsupportedMediaTypeException();
  });
  // Files are read by the routes that take them, and only these wait for a slow line.
  void fastify.register(multipart, { limits: UPLOAD_LIMITS, throwFileSizeLimit: false });
  const inventory = app.get(RouteInventory);
  let uploads: Set<string> | undefined;
  fastify.addHook('onRequest', async ({ raw, headers, routeOptions, method }) => {
    uploads ??= new Set(inventory.routes.filter(({ isUpload }) => isUpload).map((route) => `${route.method} ${route.path}`));
    if (uploads.has(`${method} ${routeOptions.url}`)) return;
    if (/^multipart\//i.test(headers['content-type'] ?? '')) throw new UnsupportedMediaTypeException();
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
    const timer = setTimeout(() => !raw.complete && raw.destroy(), ARRIVAL_MS).unref();
    raw.once('close', () => clearTimeout(timer));
  });
  // Many clients announce JSON on every request; a transition without words has no body to parse.
  fastify.addHook('onRequest', async ({ headers }) => {
    if (headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0') delete headers['content-type'];
  });
  fastify.addHook('onRequest', rateLimitHook(app.get(RateLimiter), config.rateLimit));
}
