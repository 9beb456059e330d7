import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { requireVersion } from '../../platform/http/if-match.decorator.js';
import { consentRequired, Consents } from '../organizations/index.js';
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
import { actsOnBehalf, insideView, rolesOn, type ListingFacts } from './listing.policy.js';
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
  /** By which right what rests on a consent is done. */
  footing: Footing;
}

/** What an actor may do by herself, and whether there is a consent for what she does on behalf of the owner. */
export interface Footing {
  own: ListingRole[];
  /** False: she could only act on behalf, and nobody of the owner has consented to it. */
  consented: boolean;
  /** It was entered on behalf, nobody belongs to its owner, and no consent holds. */
  lapsed: boolean;
}

/** What a desk does on behalf only by a consent in force; what takes a listing out of sight it may do without. */
const BY_CONSENT: readonly ListingTransition[] = ['submit', 'renew', 'resume'];

/** The edge taken: of the listing itself, or of the revision that waits beside its published one. */
export type Step = { of: 'listing'; from: ListingState; to: ListingState } | { of: 'pending'; from: PendingState; to: PendingState };

/** Opens listings for writing, in the order of checks that all routes keep: seen (404), allowed (403), current (412), possible (409). */
@Injectable()
export class ListingAccess {
  constructor(
    private readonly listings: ListingRepository,
    private readonly kinds: ListingKinds,
    private readonly consents: Consents,
  ) {}

  /** @throws DomainError `listing.not-found` when there is none or the actor may not know of it. */
  async open(actor: Actor, { id, kinds }: ListingTarget): Promise<Opened> {
    const row = await this.listings.lock(id, kinds);
    if (!row || (insideView(row, actor) === null && !(await this.listings.isInCatalogue(id)))) throw notFound('listing');
    return { row, roles: rolesOn(row, actor), footing: await this.footing(actor, row) };
  }

  /** Asks nothing of the database for a listing that its owner entered. */
  async footing(actor: Actor, row: ListingFacts): Promise<Footing> {
    const own = rolesOn({ ...row, onBehalf: false }, actor);
    if (!row.onBehalf) return { own, consented: true, lapsed: false };
    const { custodial, scopes } = await this.consents.standing(row.organizationId);
    const lists = scopes.includes('list');
    return { own, consented: lists || !actsOnBehalf(actor, row), lapsed: custodial && !lists };
  }

  /** @throws DomainError `listing.edit-forbidden`, `consent.required` (403) unless she edits it, by herself or on behalf. */
  requireEditor({ row, roles, footing }: Opened): void {
    if (!isEditor(roles))
      throw new DomainError('forbidden', 'listing.edit-forbidden', {
        detail: 'Editors and managers of its organization change a listing.',
      });
    if (!footing.consented && !isEditor(footing.own)) throw consentRequired(row.organizationId, ['list']);
  }

  /** @throws DomainError `consent.required` (403) unless somebody of the organization has consented that a desk lists for it. */
  requireConsent(organizationId: string): Promise<void> {
    return this.consents.require(organizationId, 'list');
  }

  /** @throws DomainError 403, 412, 409 or 400 (reason), in this order. */
  take(
    { row, roles: all, footing }: Opened,
    name: ListingTransition,
    { seen = null, reason = null }: { seen?: number | null; reason?: string | null },
  ): Step {
    const roles = footing.consented || !BY_CONSENT.includes(name) ? all : footing.own;
    if (roles !== all && listingLifecycle.mayEver(name, all) && !listingLifecycle.mayEver(name, roles))
      throw consentRequired(row.organizationId, ['list']);
    this.requireRole(name, roles);
    requireVersion(seen, row.version, 'listing');
    if (name === 'approve' && footing.lapsed)
      throw new DomainError('conflict', 'listing.consent-lapsed', {
        detail: 'The consent by which it was entered has ended and its owner has no user: record a new consent, or send it back.',
      });
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

  /** What is open to an actor now: without a consent, less of what she would do on behalf. */
  async allowedTo(actor: Actor, row: ListingFacts & Pick<ListingEntity, 'kind' | 'pendingState'>): Promise<ListingTransition[]> {
    const { own, consented } = await this.footing(actor, row);
    const all = this.allowed(row, rolesOn(row, actor));
    if (consented) return all;
    const byHerself = this.allowed(row, own);
    return all.filter((name) => !BY_CONSENT.includes(name) || byHerself.includes(name));
  }

  private impossible(row: ListingEntity, roles: readonly ListingRole[], name: ListingTransition): DomainError {
    return new DomainError('conflict', 'listing.transition-not-allowed', {
      detail: `"${name}" is not possible for a ${row.kind} in state "${row.state}".`,
      allowed: this.allowed(row, roles),
    });
  }
}

const isEditor = (roles: readonly ListingRole[]): boolean => roles.includes('editor') || roles.includes('manager');
