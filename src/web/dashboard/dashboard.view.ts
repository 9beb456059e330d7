import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { PeopleQueries } from '../../modules/identity/index.js';
import { UnfinishedListings, type UnfinishedListing } from '../../modules/listings/index.js';
import { AwaitedMatches, type AwaitedMatch } from '../../modules/matching/index.js';
import { PreferencesService } from '../../modules/notifications/index.js';
import {
  InvitationsQueries,
  OrganizationViewsQueries,
  type OpenedInvitation,
  type OrganizationView,
} from '../../modules/organizations/index.js';
import { DeskQueries, ReviewsQueries } from '../../modules/reviews/index.js';
import { DocumentsQueries, type DocumentsView } from '../../modules/verification/index.js';
import { firstSteps } from './first-steps.js';

export interface Head {
  count: number;
  oldest: Date | null;
  overdue?: number;
}

export interface DeskHeads {
  reviews: Head;
  papers: Head;
  matches: Head | null;
  /** Due diligence to decide on as a whole; for administrators. */
  depth: Head | null;
}

export interface OwnBlocks {
  organization: OrganizationView;
  matches: AwaitedMatch[];
  suggested: number;
  listings: UnfinishedListing[];
  papers: DocumentsView;
}

export interface DashboardView {
  own: OwnBlocks | null;
  /** She belongs to some, and has to say for which she acts. */
  hasToChoose: boolean;
  invitations: (OpenedInvitation & { token: string })[];
  desk: DeskHeads | null;
  /** Empty once all is done, and for those who serve a desk. */
  steps: ReturnType<typeof firstSteps>;
}

/** Gathers what waits for a person; each block is asked of the module that knows it. */
@Injectable()
export class DashboardReader {
  constructor(
    private readonly people: PeopleQueries,
    private readonly organizations: OrganizationViewsQueries,
    private readonly invitations: InvitationsQueries,
    private readonly matches: AwaitedMatches,
    private readonly listings: UnfinishedListings,
    private readonly documents: DocumentsQueries,
    private readonly reviews: ReviewsQueries,
    private readonly desks: DeskQueries,
    private readonly preferences: PreferencesService,
  ) {}

  async of(actor: PersonActor): Promise<DashboardView> {
    const [me, own, invitations, desk, hasChosenMails] = await Promise.all([
      this.people.me(actor),
      this.own(actor),
      this.invitations.waitingFor(actor.personId),
      this.desk(actor),
      this.preferences.hasChosen(actor),
    ]);
    const steps = firstSteps({
      addressIsHers: me.emailVerified,
      level: own?.organization.level ?? null,
      listings: own ? await this.listings.progress(own.organization.id) : { written: false, handedIn: false },
      hasChosenMails,
    });
    const hasToChoose = own === null && me.organizations.length > 0;
    const isNew = !desk && !hasToChoose && steps.some(({ step, state }) => state !== 'done' && step !== 'mails');
    return { own, hasToChoose, invitations, desk, steps: isNew ? steps : [] };
  }

  private async own(actor: PersonActor): Promise<OwnBlocks | null> {
    if (!actor.organization) return null;
    const { id } = actor.organization;
    const [organization, matches, suggested, listings, papers] = await Promise.all([
      this.organizations.one(id, actor),
      this.matches.of(id),
      this.matches.suggested(id),
      this.listings.of(id),
      this.documents.list(actor, id),
    ]);
    return { organization, matches, suggested, listings, papers };
  }

  private async desk(actor: PersonActor): Promise<DeskHeads | null> {
    const seesAll = actor.administrator || actor.auditor;
    if (!seesAll && actor.officerOf.length === 0) return null;
    const [reviews, papers, lines, matches] = await Promise.all([
      this.reviews.head(actor),
      this.documents.atTheDesk(seesAll ? 'all' : actor.officerOf),
      seesAll ? this.desks.lines(actor) : [],
      seesAll ? this.matches.atTheDesk() : null,
    ]);
    const depth = lines.find(({ part }) => part === 'due-diligence');
    return { reviews, papers, matches, depth: depth ? { ...depth, oldest: depth.first } : null };
  }
}
