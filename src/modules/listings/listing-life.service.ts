import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Rules } from '../rules/index.js';
import { ListingAccess, type ListingTarget } from './listing-access.js';
import { ListingChanges } from './listing-changes.js';
import { ListingContents } from './listing-contents.js';
import { lifeMonths } from './listing-life.rules.js';
import { ListingTrail } from './listing-trail.js';
import type { ListingEntity } from './listing.entity.js';
import { listingClosed, listingRenewed, listingReopened } from './listing.events.js';
import { isLive, type ListingState, type ListingTransition } from './listing.lifecycle.js';
import { ListingRepository } from './listing.repository.js';
import type { Remarks, Renewal } from './remarks.js';

type LifeTransition = Extract<ListingTransition, 'withdraw' | 'pause' | 'resume' | 'renew' | 'fulfil' | 'suspend' | 'archive'>;

/** What happens to a listing besides its review: its owner and the house open, close and renew it. All throw 404, 403, 412, 409 and 400, in this order. */
@Injectable()
export class ListingLife {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingRepository,
    private readonly access: ListingAccess,
    private readonly contents: ListingContents,
    private readonly changes: ListingChanges,
    private readonly trail: ListingTrail,
    private readonly rules: Rules,
  ) {}

  /** Takes it back for good. */
  withdraw(actor: Actor, target: ListingTarget, remarks: Remarks = {}): Promise<void> {
    return this.move(actor, target, 'withdraw', remarks);
  }

  /** Out of the catalogue until it is resumed; its life runs on. */
  pause(actor: Actor, target: ListingTarget, remarks: Remarks = {}): Promise<void> {
    return this.move(actor, target, 'pause', remarks);
  }

  /** Its owner ends a pause; an administrator ends a suspension. */
  resume(actor: Actor, target: ListingTarget, remarks: Remarks = {}): Promise<void> {
    return this.move(actor, target, 'resume', remarks);
  }

  /** Its owner confirms that it still holds: its months begin anew. Where she says that something has changed, a revision is opened for it. */
  renew(actor: Actor, target: ListingTarget, { changed = false, ...remarks }: Renewal = {}): Promise<void> {
    return this.uow.run(async () => {
      const row = await this.take(actor, target, 'renew', remarks, { assuredChanged: changed });
      if (changed && row.pendingRevision === null) await this.openRevision(actor, row);
    });
  }

  /** The need has been met. */
  fulfil(actor: Actor, target: ListingTarget, remarks: Remarks = {}): Promise<void> {
    return this.move(actor, target, 'fulfil', remarks);
  }

  /** Taken out of the catalogue by an administrator, with a reason. */
  suspend(actor: Actor, target: ListingTarget, remarks: Remarks): Promise<void> {
    return this.move(actor, target, 'suspend', remarks);
  }

  /** Out of the owner's lists of what is current. */
  archive(actor: Actor, target: ListingTarget, remarks: Remarks = {}): Promise<void> {
    return this.move(actor, target, 'archive', remarks);
  }

  private async move(actor: Actor, target: ListingTarget, name: LifeTransition, remarks: Remarks): Promise<void> {
    await this.take(actor, target, name, remarks);
  }

  private take(
    actor: Actor,
    target: ListingTarget,
    name: LifeTransition,
    remarks: Remarks,
    answer: { assuredChanged?: boolean } = {},
  ): Promise<ListingEntity> {
    return this.uow.run(async () => {
      const opened = await this.access.open(actor, target);
      const { row } = opened;
      const { reason = null, note = null } = remarks;
      const step = this.access.take(opened, name, { ...target, reason });
      if (step.of !== 'listing') throw new Error(`${name} concerns the listing as a whole`);
      await this.contents.requireReason(reason);
      if (isLive(step.to)) await this.listings.holdOwner(row.organizationId);
      await this.listings.update(row, {
        state: step.to,
        stateReason: reason,
        stateNote: note,
        ...(name === 'renew' && renewed(actor, await this.rules.get(lifeMonths, row.facility))),
        ...answer,
        ...((name === 'renew' || name === 'resume') && LOOKED_AFTER),
        ...(endsForGood(step.to) && NO_PENDING),
      });
      await this.trail.moved(actor, row, name, step, { reason, ...answer });
      await this.tell(actor, row, name, step);
      return row;
    });
  }

  /** Beside the published one, with the same words, for its owner to change and hand in. */
  private async openRevision(actor: Actor, row: ListingEntity): Promise<void> {
    const { language, content } = await this.listings.revision(row.id, row.publishedRevision ?? row.latestRevision);
    const revision = row.latestRevision + 1;
    await this.listings.addRevision({ listingId: row.id, revision, language, content, editedBy: personIdOf(actor) });
    await this.listings.update(row, { latestRevision: revision, pendingRevision: revision, pendingState: 'draft' });
  }

  private async tell(
    actor: Actor,
    row: ListingEntity,
    name: LifeTransition,
    { from, to }: { from: ListingState; to: ListingState },
  ): Promise<void> {
    if (name === 'renew') await this.trail.tell(listingRenewed, actor, row, {});
    else if (name === 'resume') await this.trail.tell(listingReopened, actor, row, {});
    else if (isLive(from)) await this.trail.tell(listingClosed, actor, row, { reason: to });
    if (isLive(from) || isLive(to)) await this.changes.note([row.id]);
  }
}

const NO_PENDING = { pendingRevision: null, pendingState: null };
const endsForGood = (state: ListingState): boolean => ['fulfilled', 'withdrawn', 'archived'].includes(state);

const LOOKED_AFTER = { silentMatches: 0, renewBy: null };

const renewed = (actor: Actor, months: number): QueryDeepPartialEntity<ListingEntity> => ({
  assuredAt: () => 'gate_now()',
  assuredBy: personIdOf(actor),
  expiresAt: () => `gate_now() + interval '${months} months'`,
  remindedDays: null,
});
