import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/errors.js';
import type { PersonActor } from '../../kernel/actor.js';
import { ConsentsQueries } from '../../modules/centres/index.js';
import { InvitationsQueries, type InvitationView, OrganizationViewsQueries } from '../../modules/organizations/index.js';
import type { KeptView } from './kept-organization.page.js';

/** Brings together what a desk sees of an organization that it keeps. */
@Injectable()
export class KeptReading {
  constructor(
    private readonly organizations: OrganizationViewsQueries,
    private readonly consents: ConsentsQueries,
    private readonly invitations: InvitationsQueries,
  ) {}

  /** @throws DomainError 404, 403 for what her desk does not serve. */
  async read(actor: PersonActor, id: string): Promise<KeptView> {
    const organization = await this.organizations.one(id, actor);
    const { inForce, items } = await this.consents.list(actor, id);
    return { organization, inForce, consents: items, links: await this.links(actor, id) };
  }

  private async links(actor: PersonActor, id: string): Promise<readonly InvitationView[]> {
    try {
      return (await this.invitations.claims(actor, id)).items;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'forbidden') return [];
      throw error;
    }
  }
}
