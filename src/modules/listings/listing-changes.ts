import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { organizationChanged } from '../organizations/index.js';
import { catalogueChanged } from './listing.events.js';

/** Tells, in the transaction that changes them, which listings may have entered, left or changed in the catalogue. */
@Injectable()
export class ListingChanges implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.events.on(organizationChanged, ({ organizationId }) => this.ofOrganization(organizationId));
  }

  /** Numbers the changes for the index replicas, wakes them at the commit, and publishes catalogueChanged. */
  async note(listingIds: readonly string[]): Promise<void> {
    if (listingIds.length === 0) return;
    await this.uow.query('INSERT INTO listing_change (listing_id) SELECT unnest($1::uuid[])', [listingIds]);
    await this.events.publish(catalogueChanged, { listingIds });
  }

  private async ofOrganization(organizationId: string): Promise<void> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT id FROM listing WHERE organization_id = $1 AND state IN ('published', 'expiring') ORDER BY id`,
      [organizationId],
    );
    await this.note(rows.map(({ id }) => id));
  }
}
