import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents, type EventDefinition } from '../../platform/events/domain-events.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { centreLetterEnding, consentEnded, consentEnding } from '../centres/index.js';
import { importEnded } from '../imports/index.js';
import {
  listingChangesRequested,
  listingEndorsed,
  listingExpiring,
  listingLanguageWished,
  listingSilent,
  listingPublished,
  listingRejected,
  listingReviewWaiting,
  listingsImported,
  listingSubmitted,
} from '../listings/index.js';
import { MATCH_SIDES, matchAsked, matchesFound, matchMoved, matchReady, matchWaiting, otherSide } from '../matching/index.js';
import { organizationChanged, organizationRegistered } from '../organizations/index.js';
import { organizationHeld } from '../screening/index.js';
import {
  copyAwaited,
  dueDiligenceLate,
  dueDiligenceReady,
  paperRefused,
  papersHandedIn,
  papersLate,
  verificationEnded,
  verificationEnding,
} from '../verification/index.js';
import { searchFound } from '../searches/index.js';
import { announceJob, type Announcement } from './notifications.jobs.js';

type DataOf<E> = E extends EventDefinition<infer Data> ? Data : never;

const ofListing = (id: string) => ({ type: 'listing', id }) as const;
const ofMatch = (id: string) => ({ type: 'match', id }) as const;
const ofOrganization = (id: string) => ({ type: 'organization', id }) as const;

const DECISIONS = {
  verify: 'organization-verified',
  renew: 'organization-verified',
  reject: 'organization-rejected',
  suspend: 'organization-suspended',
  resume: 'organization-resumed',
  'pass-due-diligence': 'due-diligence-passed',
  'end-due-diligence': 'due-diligence-ended',
} as const;

/** Which events people are told of. All it does is to ask, in the transaction of the event, for an announcement. */
@Injectable()
export class NotificationsSubscriptions implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.on(organizationRegistered, ({ organizationId }) => [{ kind: 'registered', subject: ofOrganization(organizationId) }]);
    this.on(organizationChanged, ({ organizationId, decision }) =>
      decision && decision !== 'check' && decision !== 'release'
        ? [{ kind: DECISIONS[decision], subject: ofOrganization(organizationId) }]
        : [],
    );
    this.on(centreLetterEnding, ({ centreId, daysLeft }) => [
      { kind: 'centre-letter-ending', subject: { type: 'centre', id: centreId }, days: daysLeft },
    ]);
    this.on(consentEnding, ({ organizationId, daysLeft }) => [
      { kind: 'consent-ending', subject: ofOrganization(organizationId), days: daysLeft },
    ]);
    this.on(consentEnded, ({ organizationId, ending, lost }) =>
      // A hand-over is no loss: its own people do it from now on.
      lost.length > 0 && ending !== 'handed-over' ? [{ kind: 'consent-ended', subject: ofOrganization(organizationId) }] : [],
    );
    this.on(papersHandedIn, ({ organizationId }) => [{ kind: 'papers-to-check', subject: ofOrganization(organizationId) }]);
    this.on(copyAwaited, ({ organizationId }) => [{ kind: 'copy-to-add', subject: ofOrganization(organizationId) }]);
    this.on(paperRefused, ({ organizationId, reason }) => [{ kind: 'paper-refused', subject: ofOrganization(organizationId), reason }]);
    this.on(papersLate, ({ organizationId }) => [{ kind: 'papers-late', subject: ofOrganization(organizationId) }]);
    this.on(dueDiligenceReady, ({ organizationId }) => [{ kind: 'due-diligence-to-decide', subject: ofOrganization(organizationId) }]);
    this.on(dueDiligenceLate, ({ organizationId }) => [{ kind: 'due-diligence-late', subject: ofOrganization(organizationId) }]);
    this.on(verificationEnding, ({ organizationId, daysLeft, level }) => [
      {
        kind: level === 'verified' ? 'verification-ending' : 'due-diligence-ending',
        subject: ofOrganization(organizationId),
        days: daysLeft,
      },
    ]);
    this.on(verificationEnded, ({ organizationId }) => [{ kind: 'verification-ended', subject: ofOrganization(organizationId) }]);
    this.on(organizationHeld, ({ organizationId }) => [{ kind: 'organization-held', subject: ofOrganization(organizationId) }]);
    this.on(listingSubmitted, ({ listingId, stage }) => [{ kind: 'submitted', subject: ofListing(listingId), reason: stage }]);
    this.on(listingReviewWaiting, ({ listingId, stage, blocked }) => [
      { kind: blocked ? 'review-blocked' : 'review-waiting', subject: ofListing(listingId), reason: stage },
    ]);
    this.on(listingChangesRequested, ({ listingId, reason }) => [
      { kind: 'changes-requested', subject: ofListing(listingId), ...(reason && { reason }) },
    ]);
    this.on(listingRejected, ({ listingId, reason }) => [{ kind: 'rejected', subject: ofListing(listingId), reason }]);
    this.on(listingPublished, ({ listingId }) => [{ kind: 'published', subject: ofListing(listingId) }]);
    this.on(listingsImported, ({ organizationId, listingIds }) => [
      { kind: 'imported', subject: ofOrganization(organizationId), count: listingIds.length },
    ]);
    this.on(importEnded, ({ importId }) => [{ kind: 'import-ended', subject: { type: 'import', id: importId } }]);
    this.on(listingEndorsed, ({ listingId, withdrawn }) => [
      { kind: withdrawn ? 'endorsement-withdrawn' : 'endorsed', subject: ofListing(listingId) },
    ]);
    this.on(listingLanguageWished, ({ listingId, language }) => [{ kind: 'language-wished', subject: ofListing(listingId), language }]);
    this.on(listingSilent, ({ listingId }) => [{ kind: 'answers-missing', subject: ofListing(listingId) }]);
    this.on(listingExpiring, ({ listingId, daysLeft }) => [{ kind: 'expiring', subject: ofListing(listingId), days: daysLeft }]);
    this.on(matchesFound, ({ listingId, side, count, run }) => [
      { kind: 'matches-found', subject: ofListing(listingId), side, count, run },
    ]);
    this.on(searchFound, ({ searchId, count, run }) => [{ kind: 'search-found', subject: { type: 'search', id: searchId }, count, run }]);
    this.on(matchMoved, announcementsOfMatch);
    this.on(matchReady, ({ matchId }) => [
      { kind: 'under-review', subject: ofMatch(matchId) },
      { kind: 'match-to-review', subject: ofMatch(matchId) },
    ]);
    this.on(matchWaiting, announcementsOfWait);
    this.on(matchAsked, ({ matchId, waits, answered }) => [
      { kind: answered ? 'match-answer' : 'match-question', subject: ofMatch(matchId), ...(waits !== 'administrators' && { side: waits }) },
    ]);
  }

  private on<Data extends object>(event: EventDefinition<Data>, tell: (data: Data) => Announcement[]): void {
    this.events.on(event, async (data) => {
      for (const one of tell(data)) await this.jobs.add(announceJob, one);
    });
  }
}

/** Who learns of a step of a match; the composer leaves out whom the match is hidden from. */
export function announcementsOfMatch({ matchId, name, from, to, side, reason, shared }: DataOf<typeof matchMoved>): Announcement[] {
  const subject = ofMatch(matchId);
  const why = reason && shared ? { reason } : {};
  const other = side ? { side: otherSide(side) } : {};
  if (name === 'express-interest') {
    // A yes said again, or one that waits for a release, is nobody's news.
    if (from === to) return [];
    if (to !== 'under_review') return [{ kind: 'other-side-yes', subject, ...other }];
    return [
      { kind: 'under-review', subject },
      { kind: 'papers-needed', subject },
      { kind: 'papers-awaited', subject },
      { kind: 'match-to-review', subject },
    ];
  }
  if (name === 'open') return side === null && to !== 'held' ? [{ kind: 'match-proposed', subject }] : [];
  if (name === 'release' || name === 'return') return [{ kind: 'match-proposed', subject }];
  if (name === 'ask-again') return side ? [{ kind: 'still-yes', subject, side }] : [];
  if (name === 'undo') return [{ kind: 'match-undone', subject, ...other }];
  if (name === 'appeal') return [{ kind: 'match-to-review', subject }];
  if (name === 'approve') return [{ kind: 'introduced', subject }];
  if (name === 'reject') return [{ kind: 'match-rejected', subject, ...why }];
  // A side that never said yes is not told that the other does not want to.
  if (name === 'decline') return from === 'suggested' ? [] : [{ kind: 'match-declined', subject, ...other, ...why }];
  // What nobody has answered ends without a word; after a yes both are told.
  if (name === 'lapse')
    return from === 'interest_provider' || from === 'interest_seeker' || from === 'under_review' ? [{ kind: 'match-lapsed', subject }] : [];
  return name === 'withdraw' ? [{ kind: 'match-withdrawn', subject, ...other, ...why }] : [];
}

/** Who is gone after when a match waits: the side itself, the desk of its country, the administrators. */
export function announcementsOfWait({ matchId, waitsFor, nudge }: DataOf<typeof matchWaiting>): Announcement[] {
  const subject = ofMatch(matchId);
  if (nudge === 'ask-outcome') return [{ kind: 'outcome-question', subject }];
  if (nudge === 'outcomes-differ') return MATCH_SIDES.map((side) => ({ kind: 'outcomes-differ', subject, side }));
  if (nudge === 'tell-administrators') return [{ kind: 'match-review-late', subject }];
  if (waitsFor === 'administrators' || waitsFor === 'both') return [];
  return [{ kind: nudge === 'remind' ? 'match-waiting' : 'match-unanswered', subject, side: waitsFor }];
}
