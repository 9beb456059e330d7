import { type CallHandler, type ExecutionContext, HttpStatus, Injectable, type NestInterceptor } from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { actorOf } from './current-actor.decorator.js';
import { hostileFaults } from './hostile.js';
import { bodyHash, IdempotencyKeys, type KeyScope } from './idempotency-keys.js';
import { IDEMPOTENT, type IdempotentOptions } from './idempotent.decorator.js';

type Replay = (resourceId: string, actor: Actor) => unknown;

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * One effect for one key. The unit of work opened here is joined by the handler's own, so key and effect commit together;
 * a twin waits on the key's row and then gets today's representation under today's policy.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keys: IdempotencyKeys,
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const options = this.reflector.get<IdempotentOptions | undefined>(IDEMPOTENT, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = actorOf(request);
    const key = options && keyOf(request);
    if (!options || key === undefined || actor.kind !== 'person') return next.handle();
    return from(this.once(context, next, options, scopeOf(request, actor, key, options)));
  }

  private async once(context: ExecutionContext, next: CallHandler, options: IdempotentOptions, scope: KeyScope): Promise<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const hash = bodyHash(refuseDeep(request.body) ?? null);
    const first = await this.uow.run(async () => {
      if (!(await this.keys.take(scope, hash))) return undefined;
      const result: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.keys.answered(scope, this.statusOf(context), resourceOf(result, request));
      return { result };
    });
    return first ? first.result : this.replay(context, options, scope, hash);
  }

  private async replay(context: ExecutionContext, options: IdempotentOptions, scope: KeyScope, hash: string): Promise<unknown> {
    const stored = await this.keys.find(scope);
    if (stored && stored.bodyHash !== hash)
      throw new DomainError('unprocessable', 'request.idempotency-key-reused', {
        detail: 'This Idempotency-Key was used with another body: take a new key for a new request.',
      });
    const http = context.switchToHttp();
    void http.getResponse<FastifyReply>().header('idempotent-replayed', 'true');
    if (!stored?.resourceId) return undefined;
    const controller = this.modules.get<Record<string, Replay>>(context.getClass(), { strict: false });
    const replay = controller[options.replay];
    if (!replay) throw new Error(`${context.getClass().name} has no method ${options.replay} to replay with`);
    return replay.call(controller, stored.resourceId, actorOf(http.getRequest<FastifyRequest>()));
  }

  /** Nest sends this status when the handler returns, so it is also the one of a replay. */
  private statusOf(context: ExecutionContext): number {
    const stated = this.reflector.get<number | undefined>(HTTP_CODE_METADATA, context.getHandler());
    return stated ?? (context.switchToHttp().getRequest<FastifyRequest>().method === 'POST' ? HttpStatus.CREATED : HttpStatus.OK);
  }
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && KEY.test(key)) return key;
  const message = 'Idempotency-Key takes 1 to 200 visible ASCII characters, such as a UUID.';
  throw new DomainError('invalid', 'request.idempotency-key', {
    detail: message,
    errors: [{ path: 'headers.idempotency-key', code: 'format', message }],
  });
}

const scopeOf = (request: FastifyRequest, actor: PersonActor, key: string, { ofPerson }: IdempotentOptions): KeyScope => ({
  actorId: actor.personId,
  organizationId: ofPerson ? null : (actor.organization?.id ?? null),
  method: request.method,
  path: request.url.split('?')[0] ?? '',
  key,
});

/** The hash walks the body before any schema has seen it. */
function refuseDeep(body: unknown): unknown {
  const errors = hostileFaults(body);
  if (errors.length > 0)
    throw new DomainError('invalid', 'request.invalid', { detail: 'The request holds what cannot be stored.', errors });
  return body;
}

function resourceOf(result: unknown, request: FastifyRequest): string | null {
  const id = (result as { id?: unknown } | null | undefined)?.id ?? (request.params as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? id : null;
}
