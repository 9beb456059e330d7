import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { Facilities, OrganizationsQueries } from '../organizations/index.js';
import { Rules } from '../rules/index.js';
import type { Money, MoneyRange } from './content.schemas.js';
import { ListingContents } from './listing-contents.js';
import { financingAbove, healthSectors, samplePercent } from './listing-review.rules.js';
import type { ListingEntity } from './listing.entity.js';
import type { ReviewStage } from './listing.lifecycle.js';
import { fourEyesObstacle, type FourEyesObstacle, type Involved, reviewCountryOf } from './listing.policy.js';
import { ListingRepository, type ListingRevision } from './listing.repository.js';
import { ReviewPatience } from './review-patience.js';
import { type GlobalReason, globalReasons } from './review-route.js';

/** Why a centre cannot review. */
export type CentreObstacle = 'no-active-officer' | 'officers-involved';

export interface StageChoice {
  stage: ReviewStage;
  /** Whose officers review, or whose desk the global one stands in for. */
  country: string;
  /** Why the last centre before it is passed over, for the log; null when the first one reviews. */
  skipped: CentreObstacle | null;
}

type Reviewed = Pick<
  ListingEntity,
  'id' | 'kind' | 'state' | 'pendingState' | 'organizationId' | 'ownerCountry' | 'reviewCountry' | 'facility' | 'createdBy' | 'submittedBy'
>;
type Owned = Pick<Reviewed, 'ownerCountry' | 'organizationId' | 'facility'>;

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
    private readonly facilities: Facilities,
    private readonly rules: Rules,
    private readonly patience: ReviewPatience,
  ) {}

  /** A centre of its facility reviews first, else its owner's, unless they have nobody who may; then the global desk does alone. */
  async first(row: Owned, involved: Involved): Promise<StageChoice> {
    const { ownerCountry, facility } = row;
    const ofFacility = await this.facilities.countriesOfCentres(facility);
    // Where the owner's centre is one of several that look after the facility, it stays the nearest.
    const centres = new Set([...ofFacility.filter((country) => country === ownerCountry), ...ofFacility, ownerCountry]);
    let skipped: CentreObstacle | null = null;
    for (const country of centres) {
      const obstacle = await this.centreObstacle(country, row, involved);
      if (obstacle === null) return { stage: 'centre_review', country, skipped };
      skipped = obstacle;
    }
    return { stage: 'global_review', country: ownerCountry, skipped };
  }

  /** Why the officers of a country cannot review it; null when one of them may. */
  async centreObstacle(country: string, { organizationId }: Owned, involved: Involved): Promise<CentreObstacle | null> {
    const officers = await this.organizations.officersOf(country);
    if (officers.length === 0) return 'no-active-officer';
    const members = await this.organizations.membersOf(organizationId);
    const excluded = new Set([...members, involved.createdBy, involved.submittedBy, involved.editedBy]);
    return officers.some((officer) => !excluded.has(officer)) ? null : 'officers-involved';
  }

  /** Puts it before a desk, which gets its days from now. */
  async enter(
    row: ListingEntity,
    { stage, country }: Pick<StageChoice, 'stage' | 'country'>,
    more: QueryDeepPartialEntity<ListingEntity> = {},
  ): Promise<void> {
    const due = await this.patience.dueFromNow(row.facility, country);
    await this.listings.enterStage(row, stage, due, { reviewCountry: country, ...more });
  }

  /** Why the global desk looks at it after the centre has approved; empty when it need not. */
  async afterCentre(row: Reviewed, { content, editedBy }: ListingRevision): Promise<GlobalReason[]> {
    const values = await this.rules.values({ samplePercent, financingAbove, healthSectors }, row.facility);
    const { book, day } = await this.contents.rules();
    const officers = [
      ...(await this.organizations.officersOf(row.ownerCountry)),
      ...(await this.organizations.officersOf(reviewCountryOf(row))),
    ];
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
    const officers = isCentre ? await this.organizations.officersOf(reviewCountryOf(row)) : [];
    const desk = [...officers, ...(await this.listings.administrators())];
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
