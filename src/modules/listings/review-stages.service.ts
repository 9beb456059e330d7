import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { OrganizationsQueries } from '../organizations/index.js';
import { Rules } from '../rules/index.js';
import type { Money, MoneyRange } from './content.schemas.js';
import { ListingContents } from './listing-contents.js';
import { financingAbove, healthSectors, samplePercent } from './listing-review.rules.js';
import type { ListingEntity } from './listing.entity.js';
import type { ReviewStage } from './listing.lifecycle.js';
import { fourEyesObstacle, type FourEyesObstacle, type Involved } from './listing.policy.js';
import { ListingRepository, type ListingRevision } from './listing.repository.js';
import { ReviewPatience } from './review-patience.js';
import { type GlobalReason, globalReasons } from './review-route.js';

export interface StageChoice {
  stage: ReviewStage;
  /** Why the centre is passed over, for the log; null when it reviews. */
  skipped: 'no-active-officer' | 'officers-involved' | null;
}

type Reviewed = Pick<
  ListingEntity,
  'id' | 'kind' | 'state' | 'pendingState' | 'organizationId' | 'ownerCountry' | 'facility' | 'createdBy' | 'submittedBy'
>;

const OBSTACLES = {
  entered: 'You entered it',
  submitted: 'You submitted it',
  edited: 'You edited it last',
  member: 'You belong to its owner',
  approved: 'You approved it in the stage before',
} as const;

/** Which desks a revision passes, and who may decide there. */
@Injectable()
export class ReviewStages {
  constructor(
    private readonly listings: ListingRepository,
    private readonly contents: ListingContents,
    private readonly organizations: OrganizationsQueries,
    private readonly rules: Rules,
    private readonly patience: ReviewPatience,
  ) {}

  /** The owner's centre reviews first, unless it has nobody who may; then the global desk does alone. */
  async first(
    { ownerCountry, organizationId }: Pick<Reviewed, 'ownerCountry' | 'organizationId'>,
    involved: Involved,
  ): Promise<StageChoice> {
    const officers = await this.organizations.officersOf(ownerCountry);
    if (officers.length === 0) return { stage: 'global_review', skipped: 'no-active-officer' };
    const excluded = new Set([
      ...(await this.organizations.membersOf(organizationId)),
      involved.createdBy,
      involved.submittedBy,
      involved.editedBy,
    ]);
    const free = officers.some((officer) => !excluded.has(officer));
    return free ? { stage: 'centre_review', skipped: null } : { stage: 'global_review', skipped: 'officers-involved' };
  }

  /** Puts it before a desk, which gets its days from now. */
  async enter(row: ListingEntity, stage: ReviewStage, more: QueryDeepPartialEntity<ListingEntity> = {}): Promise<void> {
    await this.listings.enterStage(row, stage, await this.patience.dueFromNow(row), more);
  }

  /** Why the global desk looks at it after the centre has approved; empty when it need not. */
  async afterCentre(row: Reviewed, { content, editedBy }: ListingRevision): Promise<GlobalReason[]> {
    const values = await this.rules.values({ samplePercent, financingAbove, healthSectors }, row.facility);
    const { book, day } = await this.contents.rules();
    const officers = await this.organizations.officersOf(row.ownerCountry);
    const [owner] = await this.organizations.brief([row.organizationId]);
    const facts = {
      listingId: row.id,
      kind: row.kind,
      codes: content.codes,
      dualUse: content.details.dualUse === true,
      largestTicket: largestTicket(content.details.amount as MoneyRange | undefined),
      held: owner?.held ?? false,
      enteredByOfficer: [row.createdBy, row.submittedBy, editedBy].some((id) => id !== null && officers.includes(id)),
    };
    return globalReasons(facts, values, (amount, from, to) => book.convert(amount, from, to, day));
  }

  /** @throws DomainError `listing.four-eyes` (403) for whoever had a hand in it, or belongs to its owner. */
  async requireFourEyes(actor: Actor, row: Reviewed, revision: ListingRevision): Promise<string> {
    if (actor.kind !== 'person') throw new DomainError('forbidden', 'listing.four-eyes', { detail: 'Only a person reviews.' });
    const { personId } = actor;
    const obstacle = await this.obstacleOf(personId, row, revision);
    if (obstacle === null) return personId;
    throw new DomainError('forbidden', 'listing.four-eyes', { detail: `${OBSTACLES[obstacle]}: somebody else has to review it.` });
  }

  /** Whether there is an administrator who may decide; otherwise it waits, and somebody has to be appointed. */
  async hasFreeAdministrator(row: Reviewed, revision: ListingRevision): Promise<boolean> {
    for (const personId of await this.listings.administrators()) if ((await this.obstacleOf(personId, row, revision)) === null) return true;
    return false;
  }

  /** Whether somebody sits at the desk where it waits and had no hand in it. */
  async mayReview(personId: string, row: Reviewed, revision: ListingRevision): Promise<boolean> {
    const isCentre = (row.pendingState ?? row.state) === 'centre_review';
    const desk = [...(isCentre ? await this.organizations.officersOf(row.ownerCountry) : []), ...(await this.listings.administrators())];
    return desk.includes(personId) && (await this.obstacleOf(personId, row, revision)) === null;
  }

  /** What keeps her from deciding on it; null: nothing. */
  async obstacleOf(personId: string, row: Reviewed, { revision, editedBy }: ListingRevision): Promise<FourEyesObstacle | null> {
    const memberOfOwner = await this.organizations.isMember(personId, row.organizationId);
    const isSecond = (row.pendingState ?? row.state) === 'global_review';
    const approvers = isSecond ? await this.listings.approversOf(row.id, revision) : [];
    return fourEyesObstacle({ ...row, editedBy }, { personId, memberOfOwner, approved: approvers.includes(personId) });
  }
}

const largestTicket = (range: MoneyRange | undefined): Money | null =>
  range?.max === undefined ? null : { amount: range.max, currency: range.currency };
