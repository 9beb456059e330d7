import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CONFIG, type Config } from '../config/config.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IdempotencyPurge } from './idempotency.purge.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { PolicyGuard } from './policy.guard.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimiter } from './rate-limiter.js';
import { RouteInventory } from './route-inventory.js';
import { SchemaPipe } from './schema.pipe.js';

/** The edge: policies, validation, idempotency, problems and documentation of every route. Needs AuthModule's ActorSource. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [OpenApiController],
  providers: [
    RouteInventory,
    IdempotencyKeys,
    IdempotencyPurge,
    { provide: RateLimiter, useFactory: (config: Config) => new RateLimiter(config.redisUrl), inject: [CONFIG] },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: PolicyGuard },
    { provide: APP_PIPE, useClass: SchemaPipe },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [RateLimiter, RouteInventory, IdempotencyKeys],
})
export class HttpModule {}
