import { Injectable } from '@nestjs/common';
import type { MemberRole } from '../../kernel/actor.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PeopleQueries } from '../identity/index.js';
import { MATCH_SIDES, type MatchSide, type MatchState, otherSide, verificationDays } from '../matching/index.js';
import { levelGivesSql, OrganizationsQueries } from '../organizations/index.js';
import { reviewDueDays, Rules, WorkingDays } from '../rules/index.js';
import { CentreNotices } from './centre.notices.js';
import { pageOfSearch } from '../searches/index.js';
import type { Notice } from './notice.js';
import type { NotificationKind } from './notification-kinds.js';
import type { NotificationParams } from './notification.entity.js';
import type { Announcement } from './notifications.jobs.js';

const DAY_MS = 86_400_000;
/** What is told to the desk of the organization's country. */
const FOR_DESKS: readonly NotificationKind[] = ['papers-to-check', 'copy-to-add'];
/** What is told to administrators who do not belong to the organization. */
const OF_PAPERS: readonly NotificationKind[] = ['papers-late', 'due-diligence-to-decide', 'due-diligence-late'];

interface ListingFacts {
  id: string;
  kind: string;
  organizationId: string;
  ownerCountry: string;
  /** Whose desk reviews it. */
  reviewCountry: string;
  /** Its home, whose days count. */
  facility: string;
  /** Level 0, like the title. */
  country: string;
  title: string;
  submittedBy: string | null;
}
interface MatchFacts {
  id: string;
  state: MatchState;
  underReviewAt: Date | null;
  openedSide: MatchSide | null;
  endedSide: MatchSide | null;
  /** Sides that were told of the match. */
  told: Record<MatchSide, boolean>;
  /** Sides whose organization has to be verified before an introduction. */
  unverified: Record<MatchSide, boolean>;
  seeker: ListingFacts;
  provider: ListingFacts;
}

const FACTS = (
  l: string,
) => `json_build_object('id', ${l}.id, 'kind', ${l}.kind, 'organizationId', ${l}.organization_id, 'ownerCountry', ${l}.owner_country,
  'reviewCountry', coalesce(${l}.review_country, ${l}.owner_country), 'facility', ${l}.facility, 'country', ${l}.country, 'submittedBy', ${l}.submitted_by, 'title', (SELECT r.content->>'title' FROM listing_revision r
    WHERE r.listing_id = ${l}.id AND r.revision = coalesce(${l}.published_revision, ${l}.latest_revision)))`;

const UNVERIFIED = (l: string): string =>
  `EXISTS (SELECT FROM organization o WHERE o.id = ${l}.organization_id AND NOT ${levelGivesSql('o.level', 'be-introduced')})`;

/** Finds out whom an announcement concerns and what its text is made of; nothing above level 0 of the other side goes into it. */
@Injectable()
export class NotificationComposer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: BusinessClock,
    private readonly organizations: OrganizationsQueries,
    private readonly people: PeopleQueries,
    private readonly centres: CentreNotices,
    private readonly rules: Rules,
    private readonly workingDays: WorkingDays,
  ) {}

  /** Empty when there is nobody to tell, or the subject has moved on so that it is no news any more. */
  async compose(announcement: Announcement): Promise<Notice[]> {
    const { type } = announcement.subject;
    if (type === 'centre') return this.centres.compose(announcement);
    if (type === 'search') return this.ofSearch(announcement);
    if (type === 'import') return this.ofImport(announcement);
    if (type === 'organization') return this.ofOrganization(announcement);
    return type === 'listing' ? this.ofListing(announcement) : this.ofMatch(announcement);
  }

  private async ofSearch({ subject, count = 1 }: Announcement): Promise<Notice[]> {
    const [search] = await this.uow.query<{ personId: string; name: string; query: string }>(
      `SELECT person_id AS "personId", name, query FROM saved_search WHERE id = $1 AND rhythm <> 'off'`,
      [subject.id],
    );
    if (!search) return [];
    return [
      { personIds: [search.personId], organizationId: null, params: { title: search.name, count }, link: pageOfSearch(search.query) },
    ];
  }

  /** To whoever started it; as a member of the organization whose rows they were, where she is one. */
  private async ofImport({ subject }: Announcement): Promise<Notice[]> {
    const [run] = await this.uow.query<{ personId: string; organizationId: string | null; params: NotificationParams }>(
      `SELECT r.created_by AS "personId", m.organization_id AS "organizationId",
         json_build_object('added', r.added, 'known', r.known, 'faulty', r.faulty_rows) AS params
       FROM import_run r LEFT JOIN membership m ON m.organization_id = r.organization_id AND m.person_id = r.created_by WHERE r.id = $1`,
      [subject.id],
    );
    return run
      ? [{ personIds: [run.personId], organizationId: run.organizationId, params: run.params, link: `/my/imports/${subject.id}` }]
      : [];
  }

  private async ofOrganization({ kind, subject, count, days, reason }: Announcement): Promise<Notice[]> {
    const [organization] = await this.organizations.brief([subject.id]);
    if (!organization) return [];
    // Not for its own members: what a list says is for the house alone.
    if (kind === 'organization-held')
      return [
        {
          personIds: await this.othersThan(subject.id),
          organizationId: null,
          params: { country: organization.country },
          link: '/desk/screening',
        },
      ];
    // Its own people have a page of their own for it; desks see it at theirs.
    const link = `/desk/organizations/${subject.id}`;
    const { country } = organization;
    if (kind === 'consent-ending' || kind === 'consent-ended')
      return [
        { personIds: await this.desk(country), organizationId: null, params: { country, ...(days !== undefined && { days }) }, link },
      ];
    if (FOR_DESKS.includes(kind) || OF_PAPERS.includes(kind)) {
      const officers = FOR_DESKS.includes(kind) ? await this.organizations.officersFreeFor(subject.id) : [];
      const personIds = officers.length > 0 ? officers : await this.othersThan(subject.id);
      return [{ personIds, organizationId: null, params: { country }, link }];
    }
    const told = await this.ownersOf({ organizationId: subject.id, ownerCountry: country }, 'manager');
    const more = { ...(count !== undefined && { count }), ...(days !== undefined && { days }), ...(reason && { reason }) };
    const page = told.organizationId === null ? link : ON_PAPERS_PAGE.has(kind) ? '/organization/papers' : '/organization';
    if (kind !== 'registered') return [{ ...told, params: more, link: page }];
    // The desk that entered it knows.
    if (told.organizationId === null) return [];
    const officers = await this.organizations.officersOf(organization.country);
    const params = {
      reviewer: officers.length > 0 ? 'centre' : 'administrators',
      country: organization.country,
      due: await this.due(organization.country),
    };
    return [{ ...told, params, link: page }];
  }

  private async ofListing({ kind, subject, side, count, days, reason, language }: Announcement): Promise<Notice[]> {
    const [row] = await this.uow.query<{ listing: ListingFacts; renewBy: string | null }>(
      `SELECT ${FACTS('l')} AS listing, to_char(l.renew_by AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "renewBy" FROM listing l WHERE l.id = $1`,
      [subject.id],
    );
    if (!row) return [];
    const { listing } = row;
    const params = { title: listing.title, country: listing.country, listing: listing.kind };
    const desk = `/desk/listings/${listing.id}`;
    if (kind === 'review-blocked') return [{ personIds: await this.people.administrators(), organizationId: null, params, link: desk }];
    if (kind === 'submitted' || kind === 'review-waiting') {
      const officers = reason === 'centre_review' ? await this.organizations.officersOf(listing.reviewCountry) : [];
      const reviewers = officers.length > 0 ? officers : await this.people.administrators();
      const personIds = reviewers.filter((id) => id !== listing.submittedBy);
      return [
        {
          personIds,
          organizationId: null,
          params: { ...params, due: await this.due(listing.reviewCountry, listing.facility) },
          link: desk,
        },
      ];
    }
    const told = await this.ownersOf(listing);
    if (kind === 'language-wished') {
      const wished = { ...params, language: language ?? '' };
      const notices = [{ ...told, params: wished, link: `/my/listings/${listing.id}` }];
      const officers = (await this.organizations.officersOf(listing.ownerCountry)).filter((id) => !told.personIds.includes(id));
      return officers.length === 0
        ? notices
        : [
            ...notices,
            {
              personIds: officers,
              organizationId: null,
              params: wished,
              link: `/${listing.kind === 'need' ? 'needs' : 'offers'}/${listing.id}`,
            },
          ];
    }
    const more = {
      ...(side && { side }),
      ...(count !== undefined && { count }),
      ...(days !== undefined && { days }),
      ...(reason && { reason }),
      ...(kind === 'answers-missing' && row.renewBy !== null && { due: row.renewBy }),
    };
    return [{ ...told, params: { ...params, ...more }, link: `/my/listings/${listing.id}` }];
  }

  private async ofMatch({ kind, subject, side, reason }: Announcement): Promise<Notice[]> {
    const [match] = await this.uow.query<MatchFacts>(
      `SELECT m.id, m.state, m.under_review_at AS "underReviewAt", m.opened_side AS "openedSide", m.ended_side AS "endedSide", ${FACTS('n')} AS seeker, ${FACTS('f')} AS provider,
         json_build_object('seeker', m.need_noticed_at IS NOT NULL, 'provider', m.offer_noticed_at IS NOT NULL) AS told,
         json_build_object('seeker', ${UNVERIFIED('n')}, 'provider', ${UNVERIFIED('f')}) AS unverified
       FROM match m JOIN listing n ON n.id = m.need_id JOIN listing f ON f.id = m.offer_id WHERE m.id = $1`,
      [subject.id],
    );
    if (!match || (kind === 'match-proposed' && match.state !== 'suggested')) return [];
    const isForPapers = MATCH_SIDES.some((one) => match.unverified[one]);
    if (kind === 'papers-needed' || kind === 'papers-awaited') return isForPapers ? this.ofPapers(kind, match) : [];
    // While papers are missing nobody can decide: all are told once they are there.
    if (isForPapers && (kind === 'under-review' || kind === 'match-to-review')) return [];
    const link = `/matches/${subject.id}`;
    if ((kind === 'match-unanswered' || kind === 'outcomes-differ') && side) {
      const silent = match[side];
      const officers = await this.organizations.officersOf(silent.ownerCountry);
      const personIds = officers.length > 0 ? officers : await this.people.administrators();
      return [{ personIds, organizationId: null, params: bothOf(match), link }];
    }
    if (kind === 'match-to-review' || (kind === 'match-answer' && side === undefined) || kind === 'match-review-late')
      return [
        {
          personIds: await this.reviewers(match),
          organizationId: null,
          params: { ...bothOf(match), due: await this.due(match.seeker.ownerCountry, match.seeker.facility) },
          link: `/desk${link}`,
        },
      ];
    const due: NotificationParams =
      kind === 'under-review' ? { due: await this.due(match.seeker.ownerCountry, match.seeker.facility) } : {};
    const notices: Notice[] = [];
    const next = kind === 'match-lapsed' && match.endedSide === 'provider' ? await this.nextBest(match.seeker.id) : undefined;
    for (const told of MATCH_SIDES.filter((one) => (side === undefined || one === side) && mayKnow(match, one))) {
      const [own, other] = told === 'seeker' ? [match.seeker, match.provider] : [match.provider, match.seeker];
      const owners = await this.ownersOf(own);
      const params = { title: own.title, other: other.title, country: other.country, side: told, ...due, ...(reason && { reason }) };
      notices.push(
        next && told === 'seeker' ? { ...owners, params: { ...params, next: next.title }, link: next.link } : { ...owners, params, link },
      );
    }
    return notices;
  }

  /** A match that waits for papers: the side that has to be verified learns by when and where, the other one until when the match waits. */
  private async ofPapers(kind: NotificationKind, match: MatchFacts): Promise<Notice[]> {
    const { underReviewAt, unverified } = match;
    if (underReviewAt === null) return [];
    const until = underReviewAt.getTime() + (await this.rules.get(verificationDays, match.seeker.facility)) * DAY_MS;
    const due = new Date(until).toISOString().slice(0, 10);
    const notices: Notice[] = [];
    for (const side of MATCH_SIDES.filter((one) => (kind === 'papers-needed') === unverified[one])) {
      const [own, other] = [match[side], match[otherSide(side)]];
      const told = await this.ownersOf(own);
      const papers = told.organizationId === null ? `/desk/organizations/${own.organizationId}` : '/organization/papers';
      const params = { title: own.title, other: other.title, country: other.country, due };
      notices.push({ ...told, params, link: unverified[side] ? papers : `/matches/${match.id}` });
    }
    return notices;
  }

  /** What is left to a seeker whose provider did not answer. */
  private async nextBest(needId: string): Promise<{ title: string; link: string } | undefined> {
    const [found] = await this.uow.query<{ title: string; link: string }>(
      `SELECT r.content->>'title' AS title, '/matches/' || m.id AS link FROM match m JOIN listing f ON f.id = m.offer_id
       JOIN listing_revision r ON r.listing_id = f.id AND r.revision = f.published_revision
       WHERE m.need_id = $1 AND m.state = 'suggested' ORDER BY m.score DESC, m.offer_id LIMIT 1`,
      [needId],
    );
    return found;
  }

  /** Its members who act for it; where nobody belongs to it, the desk that keeps it. */
  private async ownersOf(
    { organizationId, ownerCountry }: Pick<ListingFacts, 'organizationId' | 'ownerCountry'>,
    atLeast: MemberRole = 'editor',
  ): Promise<Pick<Notice, 'personIds' | 'organizationId'>> {
    const personIds = await this.organizations.membersOf(organizationId, atLeast);
    if (personIds.length > 0 || !(await this.organizations.isKept(organizationId))) return { personIds, organizationId };
    return { personIds: await this.desk(ownerCountry), organizationId: null };
  }

  /** The officers of a country, else the global desk. */
  private async desk(country: string): Promise<string[]> {
    const officers = await this.organizations.officersOf(country);
    return officers.length > 0 ? officers : this.people.administrators();
  }

  /** Administrators who belong to neither party. */
  private reviewers({ seeker, provider }: MatchFacts): Promise<string[]> {
    return this.othersThan(seeker.organizationId, provider.organizationId);
  }

  /** Administrators who belong to none of these organizations. */
  private async othersThan(...organizationIds: string[]): Promise<string[]> {
    const members = new Set((await Promise.all(organizationIds.map((id) => this.organizations.membersOf(id)))).flat());
    return (await this.people.administrators()).filter((id) => !members.has(id));
  }

  /** ISO day by which the desk of a country should have decided. */
  private async due(country: string, facility: string | null = null): Promise<string> {
    const due = await this.workingDays.after(await this.clock.now(), await this.rules.get(reviewDueDays, facility), country);
    return due.toISOString().slice(0, 10);
  }
}

/** A match that is held, or ended while it was, is known to the side that opened it alone. */
const mayKnow = ({ openedSide, told }: MatchFacts, side: MatchSide): boolean => told[side] || openedSide === side;

/** What is done about these stands on the page of the papers. */
const ON_PAPERS_PAGE: ReadonlySet<string> = new Set([
  'paper-refused',
  'verification-ending',
  'verification-ended',
  'due-diligence-ending',
  'due-diligence-ended',
]);

const bothOf = ({ seeker, provider }: MatchFacts): NotificationParams => ({
  title: seeker.title,
  other: provider.title,
  country: seeker.country,
});
