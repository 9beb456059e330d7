import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, invalid } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireVersion } from '../../platform/http/if-match.decorator.js';
import { ListingAccess, type ListingTarget } from './listing-access.js';
import { ListingChanges } from './listing-changes.js';
import { ListingLife } from './listing-life.service.js';
import { ListingRepository } from './listing.repository.js';

/** Parts of a need that are filled by different providers: who may say that the need is met, may say it of one part. */
@Injectable()
export class ListingLots {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingRepository,
    private readonly access: ListingAccess,
    private readonly life: ListingLife,
    private readonly changes: ListingChanges,
    private readonly audit: AuditLog,
  ) {}

  /**
   * A filled lot looks for nobody any more; with the last one the need is fulfilled.
   * @throws DomainError 404, 403, 412, `listing.transition-not-allowed` and `listing.lot-filled` (409), `request.invalid` (400) for a lot it has not.
   */
  fill(actor: Actor, target: ListingTarget, lot: string): Promise<void> {
    return this.uow.run(async () => {
      const { row, roles } = await this.access.open(actor, target);
      this.access.requireRole('fulfil', roles);
      requireVersion(target.seen ?? null, row.version, 'listing');
      if (!this.access.allowed(row, roles).includes('fulfil'))
        throw new DomainError('conflict', 'listing.transition-not-allowed', {
          detail: `No part of a need in state "${row.state}" is filled.`,
          allowed: this.access.allowed(row, roles),
        });
      const { content } = await this.listings.revision(row.id, row.publishedRevision ?? row.latestRevision);
      const keys = (content.lots ?? []).map(({ key }) => key);
      if (!keys.includes(lot)) {
        const message =
          keys.length === 0 ? 'This need has no lots: fulfil it as a whole.' : `There is no such lot: give one of ${keys.join(', ')}.`;
        throw invalid([{ path: 'lot', code: 'unknown-lot', message }]);
      }
      if (row.filledLots.includes(lot))
        throw new DomainError('conflict', 'listing.lot-filled', { detail: 'This lot has been filled already.' });
      const filledLots = [...row.filledLots, lot];
      await this.listings.update(row, { filledLots });
      await this.audit.record(actor, { action: 'listing.fill-lot', subject: { type: 'listing', id: row.id }, data: { lot } });
      if (keys.every((key) => filledLots.includes(key))) await this.life.fulfil(actor, { id: row.id, kinds: target.kinds });
      else await this.changes.note([row.id]);
    });
  }
}
