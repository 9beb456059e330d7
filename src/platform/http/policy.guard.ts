import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { ActorSource } from './actor-source.js';
import { ROUTE_POLICY, type RoutePolicy } from './can.decorator.js';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** The policy of the route: denies by default, so a handler without one answers nobody. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly source: ActorSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(ROUTE_POLICY, [context.getHandler(), context.getClass()]);
    if (!policy) throw new Error(`${context.getClass().name}.${context.getHandler().name} has neither @Can nor @Public`);
    request.actor = await this.source.read(request, http.getResponse<FastifyReply>());
    requirePolicy(policy, request.actor, request.method);
    return true;
  }
}

/** @throws DomainError `auth.required` for visitors, `forbidden` for whom the route is not open to. */
export function requirePolicy(policy: RoutePolicy, actor: Actor, method: string): void {
  if (policy.kind === 'public') return;
  if (actor.kind !== 'person')
    throw new DomainError('unauthenticated', 'auth.required', { detail: 'Sign in, or send an API key as "Authorization: Bearer …".' });
  if (policy.who && !policy.who(actor)) throw new DomainError('forbidden', 'auth.not-allowed', { detail: 'This is not open to you.' });
  if (actor.auditor && !policy.own && !READS.includes(method))
    throw new DomainError('forbidden', 'auth.auditor-reads-only', { detail: 'An auditor reads everything and changes nothing.' });
}
