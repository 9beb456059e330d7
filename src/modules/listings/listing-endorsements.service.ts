import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { isOfficerOf, type PersonActor } from '../../kernel/actor.js';
import { DomainError, invalid, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LISTING_KINDS } from './content.schemas.js';
import type { EndorsementWithdrawal, NewEndorsement } from './endorsement.schemas.js';
import { ListingAccess } from './listing-access.js';
import { ListingContents } from './listing-contents.js';
import { ListingEndorsementEntity } from './listing-endorsement.entity.js';
import { ListingTrail } from './listing-trail.js';
import type { ListingEntity } from './listing.entity.js';
import { listingEndorsed } from './listing.events.js';
import { ListingOwners } from './listing-owners.js';

/** States in which nothing is endorsed any more. */
const ENDED = ['fulfilled', 'withdrawn', 'rejected', 'expired', 'archived'];

/** Records that the government of its owner's country stands behind a listing. */
@Injectable()
export class ListingEndorsements {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ListingAccess,
    private readonly owners: ListingOwners,
    private readonly contents: ListingContents,
    private readonly clock: BusinessClock,
    private readonly trail: ListingTrail,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError 404, `listing.endorse-forbidden` (403), `request.invalid` (400), `listing.ended` (409). */
  endorse(actor: PersonActor, listingId: string, { person, position, on, until, ...rest }: NewEndorsement): Promise<void> {
    return this.uow.run(async () => {
      const row = await this.open(actor, listingId);
      if (ENDED.includes(row.state))
        throw new DomainError('conflict', 'listing.ended', { detail: `It is ${row.state}: only what is still open is endorsed.` });
      const today = (await this.clock.now()).toISOString().slice(0, 10);
      if (on > today) throw fault('on', 'future', `It is dated after today, ${today}: give the day of the letter.`);
      if (until !== undefined && until < today) throw fault('until', 'past', 'It has ended already.');
      const id = randomUUID();
      await this.uow.manager.insert(ListingEndorsementEntity, {
        ...rest,
        id,
        listingId,
        personName: person,
        personPosition: position,
        endorsedOn: on,
        expiresOn: until ?? null,
        recordedBy: actor.personId,
      });
      await this.record(actor, 'listing.endorse', listingId, { endorsementId: id, on, until: until ?? null });
      await this.trail.tell(listingEndorsed, actor, row, { withdrawn: false });
    });
  }

  /** The record stays, for the owner and the house. @throws DomainError 404, 403, 400 (reason), `endorsement.withdrawn` (409). */
  withdraw(actor: PersonActor, listingId: string, id: string, { reason, note }: EndorsementWithdrawal): Promise<void> {
    return this.uow.run(async () => {
      const listing = await this.open(actor, listingId);
      const [row] = await this.uow.query<{ open: boolean }>(
        'SELECT withdrawn_at IS NULL AS open FROM listing_endorsement WHERE id = $1 AND listing_id = $2 FOR UPDATE',
        [id, listingId],
      );
      if (!row) throw notFound('endorsement');
      await this.contents.requireReason(reason);
      if (!row.open) throw new DomainError('conflict', 'endorsement.withdrawn', { detail: 'This endorsement has been withdrawn already.' });
      await this.uow.query(
        `UPDATE listing_endorsement SET withdrawn_at = gate_now(), withdrawn_by = $2, withdrawal_reason = $3, withdrawal_note = $4 WHERE id = $1`,
        [id, actor.personId, reason, note ?? null],
      );
      await this.record(actor, 'listing.withdraw-endorsement', listingId, { endorsementId: id, reason });
      await this.trail.tell(listingEndorsed, actor, listing, { withdrawn: true });
    });
  }

  /** For the officers of its owner's country who do not belong to its owner. @throws DomainError 404, `listing.endorse-forbidden` (403). */
  async open(actor: PersonActor, id: string): Promise<ListingEntity> {
    const { row } = await this.access.open(actor, { id, kinds: LISTING_KINDS });
    if (!isOfficerOf(actor, row.ownerCountry) || (await this.owners.isMember(actor.personId, row.organizationId)))
      throw new DomainError('forbidden', 'listing.endorse-forbidden', {
        detail: 'Endorsements are recorded by officers of its owner’s country who do not belong to the owner.',
      });
    return row;
  }

  private record(actor: PersonActor, action: string, id: string, data: Record<string, string | null>): Promise<void> {
    return this.audit.record(actor, { action, subject: { type: 'listing', id }, data });
  }
}

const fault = (path: string, code: string, message: string): DomainError => invalid([{ path, code, message }]);
