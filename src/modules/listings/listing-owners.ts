import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { levelGives, listingRight, OrganizationsQueries, OrganizationsService, type OrganizationBrief } from '../organizations/index.js';
import type { ListingKind } from './content.schemas.js';
import type { ListingRole } from './listing.lifecycle.js';
import { ListingRepository } from './listing.repository.js';

/** What the owner of a listing means for it. */
@Injectable()
export class ListingOwners {
  constructor(
    private readonly listings: ListingRepository,
    private readonly queries: OrganizationsQueries,
    private readonly organizations: OrganizationsService,
  ) {}

  isMember(personId: string, organizationId: string): Promise<boolean> {
    return this.queries.isMember(personId, organizationId);
  }

  /** @throws DomainError `listing.managers-submit` (403) for an editor where the organization keeps that to its managers. */
  async requireSubmitter(organizationId: string, roles: readonly ListingRole[]): Promise<void> {
    if (roles.includes('manager') || !(await this.listings.managersSubmit(organizationId))) return;
    throw new DomainError('forbidden', 'listing.managers-submit', {
      detail: 'Managers of this organization hand its listings in: ask one of them.',
    });
  }

  /** @throws DomainError (409) with the way out when the owner may not submit a listing of this kind. */
  async requireMaySubmit(organizationId: string, kind: ListingKind): Promise<void> {
    const [owner] = await this.queries.brief([organizationId]);
    if (owner) this.requireStandingAndLevel(owner, kind);
  }

  /**
   * Lets the owner into the catalogue with a listing: a registered one is checked together with its first listing. Its standing and level then hold
   * until the commit.
   * @throws DomainError as requireMaySubmit.
   */
  async admit(actor: Actor, organizationId: string, kind: ListingKind): Promise<OrganizationBrief> {
    await this.requireMaySubmit(organizationId, kind);
    if (listingRight(kind) === 'be-listed') await this.organizations.markBasic(organizationId, actor);
    const owner = await this.listings.holdOwner(organizationId);
    this.requireStandingAndLevel(owner, kind);
    if (owner.held)
      throw new DomainError('conflict', 'listing.owner-held', {
        detail:
          'A check of the organization is under way, so nothing of it is published yet. It goes on once an administrator has decided.',
      });
    return owner;
  }

  private requireStandingAndLevel({ standing, level }: OrganizationBrief, kind: ListingKind): void {
    if (standing !== 'good')
      throw new DomainError('conflict', 'listing.owner-not-in-good-standing', {
        detail: `The organization is ${standing}, so its listings are not published. Its managers can read why on its page and ask for another look.`,
      });
    // A registered organization hands in its first listing and is checked with it; financing asks for more from the start.
    const right = listingRight(kind);
    if (!levelGives(level, right === 'be-listed' ? 'submit-listings' : right))
      throw new DomainError('conflict', 'listing.owner-not-verified', {
        detail: `A listing of kind "${kind}" is published for verified organizations only. Ask an administrator to verify yours; the draft is kept.`,
      });
  }
}
