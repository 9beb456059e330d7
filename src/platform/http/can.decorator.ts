import { SetMetadata } from '@nestjs/common';
import { isAdministrator, isAuditor, type PersonActor } from '../../kernel/actor.js';

export const ROUTE_POLICY = 'gate:route-policy';

/** Who may call a route at all, judged on the actor alone; what she may do to a row is the service's policy. */
export type Who = (actor: PersonActor) => boolean;

export const administrators: Who = isAdministrator;
/** Administrators and auditors: routes that read what members may not. */
export const staff: Who = (actor) => isAdministrator(actor) || isAuditor(actor);

export interface CanOptions {
  /** Default: every signed-in person. */
  who?: Who;
  /** The route changes nothing but the caller's own account, so an auditor may use it too. */
  own?: boolean;
}

export type RoutePolicy = { readonly kind: 'public' } | ({ readonly kind: 'can'; readonly action: string } & CanOptions);

const ACTION = /^[a-z][a-z-]*(\.[a-z][a-z-]*)+$/;

/**
 * The route wants a signed-in person (401) whom `who` admits (403); an auditor changes nothing (403) unless `own` is set.
 * @param action `area.verb` (`listing.approve`), the name audits and the documentation know the act by.
 */
export function Can(action: string, options: CanOptions = {}): MethodDecorator & ClassDecorator {
  if (!ACTION.test(action)) throw new Error(`"${action}" is not of the form area.verb`);
  return SetMetadata(ROUTE_POLICY, { kind: 'can', action, ...options } satisfies RoutePolicy);
}

/** Everybody may call the route. Who is signed in is still known to it; a session that ended makes her a visitor. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(ROUTE_POLICY, { kind: 'public' } satisfies RoutePolicy);
