import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { requireVersion } from '../../platform/http/if-match.decorator.js';
import type { ListingKind } from './content.schemas.js';
import { ListingKinds } from './listing-kinds.js';
import type { ListingEntity } from './listing.entity.js';
import {
  allowedTransitions,
  concernsPending,
  listingLifecycle,
  pendingLifecycle,
  type ListingRole,
  type ListingState,
  type ListingTransition,
  type PendingState,
} from './listing.lifecycle.js';
import { insideView, rolesOn } from './listing.policy.js';
import { ListingRepository } from './listing.repository.js';

/** Which listing, and what the caller saw of it. */
export interface ListingTarget {
  id: string;
  /** Kinds of the collection she addressed; a listing of another kind is not there. */
  kinds: readonly ListingKind[];
  /** Version she read; null: whatever it is now. */
  seen?: number | null;
}

export interface Opened {
  row: ListingEntity;
  roles: ListingRole[];
}

/** The edge taken: of the listing itself, or of the revision that waits beside its published one. */
export type Step = { of: 'listing'; from: ListingState; to: ListingState } | { of: 'pending'; from: PendingState; to: PendingState };

/** Opens listings for writing, in the order of checks that all routes keep: seen (404), allowed (403), current (412), possible (409). */
@Injectable()
export class ListingAccess {
  constructor(
    private readonly listings: ListingRepository,
    private readonly kinds: ListingKinds,
  ) {}

  /** @throws DomainError `listing.not-found` when there is none or the actor may not know of it. */
  async open(actor: Actor, { id, kinds }: ListingTarget): Promise<Opened> {
    const row = await this.listings.lock(id, kinds);
    if (!row || (insideView(row, actor) === null && !(await this.listings.isInCatalogue(id)))) throw notFound('listing');
    return { row, roles: rolesOn(row, actor) };
  }

  /** @throws DomainError 403, 412, 409 or 400 (reason), in this order. */
  take(
    { row, roles }: Opened,
    name: ListingTransition,
    { seen = null, reason = null }: { seen?: number | null; reason?: string | null },
  ): Step {
    this.requireRole(name, roles);
    requireVersion(seen, row.version, 'listing');
    if (!this.allowed(row, roles).includes(name)) throw this.impossible(row, roles, name);
    if (concernsPending(row, name)) {
      const from = row.pendingState ?? 'draft';
      return { of: 'pending', from, to: pendingLifecycle.take(name, from, roles, reason).to };
    }
    return { of: 'listing', from: row.state, to: listingLifecycle.take(name, row.state, roles, reason).to };
  }

  /** @throws DomainError `listing.transition-forbidden` when none of these roles may ever do it. */
  requireRole(name: ListingTransition, roles: readonly ListingRole[]): void {
    if (!listingLifecycle.mayEver(name, roles))
      throw new DomainError('forbidden', 'listing.transition-forbidden', { detail: `You may not ${name} this listing.` });
  }

  /** Transitions that have a route and are open to these roles now: drafts are published by an import alone, and only needs are fulfilled. */
  allowed(row: Pick<ListingEntity, 'kind' | 'state' | 'pendingState'>, roles: readonly ListingRole[]): ListingTransition[] {
    const { fulfillable } = this.kinds.of(row.kind);
    return allowedTransitions(row, roles).filter((name) => name !== 'publish-imported' && (name !== 'fulfil' || fulfillable));
  }

  private impossible(row: ListingEntity, roles: readonly ListingRole[], name: ListingTransition): DomainError {
    return new DomainError('conflict', 'listing.transition-not-allowed', {
      detail: `"${name}" is not possible for a ${row.kind} in state "${row.state}".`,
      allowed: this.allowed(row, roles),
    });
  }
}
