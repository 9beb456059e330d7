import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireVersion } from '../../platform/http/if-match.decorator.js';
import { Facilities } from '../organizations/index.js';
import { ListingAccess, type ListingTarget } from './listing-access.js';
import { isLive } from './listing.lifecycle.js';
import { ListingRepository } from './listing.repository.js';

export interface ListingPlace {
  /** Home: whose timers and rules it goes by. */
  home: string;
  /** Others it is shown in. */
  tags: string[];
}

const IN_WORK = ['draft', 'changes_requested'];

/** Puts a listing into its home facility and the others it is shown in. */
@Injectable()
export class ListingFacilities {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingRepository,
    private readonly access: ListingAccess,
    private readonly facilities: Facilities,
    private readonly audit: AuditLog,
  ) {}

  /**
   * A facility it is in already stays open to it; a new one has to be open to its country and one of its sectors.
   * @throws DomainError 404, 403, 412, `listing.not-editable`, `facility.not-open` (409), 400 for a facility that does not exist.
   */
  place(actor: Actor, target: ListingTarget, { home, tags }: ListingPlace): Promise<void> {
    return this.uow.run(async () => {
      const opened = await this.access.open(actor, target);
      const { row, roles } = opened;
      if (!roles.includes('administrator')) this.access.requireEditor(opened);
      requireVersion(target.seen ?? null, row.version, 'listing');
      if (!isLive(row.state) && !IN_WORK.includes(row.state))
        throw new DomainError('conflict', 'listing.not-editable', {
          detail: 'It is under review or has ended: its facility stays. Wait for the decision.',
        });
      const { id, facility } = row;
      const before = await this.tagsOf(id);
      const others = [...new Set(tags)].filter((code) => code !== home).sort();
      const entered = [home, ...others].filter((code) => code !== facility && !before.includes(code));
      const { content } = await this.listings.revision(id, row.publishedRevision ?? row.latestRevision);
      // Money for every sector is money for those of the facility.
      const named = content.codes.filter(({ scheme }) => scheme === 'crs').map(({ code }) => code);
      const sectors = content.details.sectors === 'any' ? 'any' : named;
      await this.facilities.requireOpenFor(entered, { country: row.country, sectors });
      await this.uow.query('DELETE FROM listing_facility_tag WHERE listing_id = $1', [id]);
      await this.uow.query('INSERT INTO listing_facility_tag (listing_id, facility) SELECT $1, unnest($2::text[])', [id, others]);
      await this.listings.update(row, { facility: home });
      await this.audit.record(actor, {
        action: 'listing.place',
        subject: { type: 'listing', id },
        data: { from: facility, to: home, tags: others },
      });
    });
  }

  private async tagsOf(id: string): Promise<string[]> {
    const rows = await this.uow.query<{ facility: string }>('SELECT facility FROM listing_facility_tag WHERE listing_id = $1', [id]);
    return rows.map(({ facility }) => facility);
  }
}
