import { Injectable } from '@nestjs/common';
import { actsFor, isAdministrator, isOfficerOf, personIdOf, type Actor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import type { Transition } from '../../kernel/state-machine.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { requireVersion } from '../../platform/http/if-match.decorator.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { UNCLAIMED } from '../listings/index.js';
import { consentRequired, type ConsentScope, OrganizationsQueries } from '../organizations/index.js';
import type { Office } from './match-event.entity.js';
import type { MatchEntity } from './match.entity.js';
import { matchLifecycle, MATCH_SIDES, type MatchRole, type MatchSide, type MatchState, type MatchTransition } from './match.lifecycle.js';
import { maySee, rolesOn, servedSides, type Belonging } from './match.policy.js';
import { MatchRepository, type MatchPatch } from './match.repository.js';
import { matchMoved } from './matching.events.js';
import { matchNeedJob } from './matching.jobs.js';

/** What comes with every transition. */
export interface StepRequest {
  reason?: string | undefined;
  note?: string | undefined;
  /** Version the caller saw (If-Match); null: whatever it is now. */
  seen: number | null;
}

/** What is kept of the words that came with a step. */
interface StepWords {
  reason?: string | null | undefined;
  note?: string | null | undefined;
}

/** A match locked for a step, and what the actor is to it. */
export interface OpenMatch {
  match: MatchEntity;
  roles: MatchRole[];
  /** The side she acts for, if any. */
  side: MatchSide | null;
  /** An organization of it is suspended, rejected or held: the sides do nothing meanwhile. */
  frozen?: boolean;
}

export type MatchEdge = Transition<MatchState, MatchTransition, MatchRole>;

/** How every step of a match is taken: seen (404), allowed (403), current (412), possible (409), then state, history, audit and event in one unit. */
@Injectable()
export class MatchSteps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly matches: MatchRepository,
    private readonly organizations: OrganizationsQueries,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly jobs: Jobs,
  ) {}

  /** @throws DomainError `match.not-found` when there is none or the actor may not know of it. */
  async open(actor: Actor, id: string): Promise<OpenMatch> {
    return this.face(actor, await this.matches.lock(id));
  }

  async face(actor: Actor, match: MatchEntity | null): Promise<OpenMatch> {
    if (!match || !maySee(actor, match)) throw notFound('match');
    const roles = rolesOn(actor, match, await this.belonging(actor, match));
    const side = MATCH_SIDES.find((one) => roles.includes(one)) ?? null;
    return { match, roles, side, frozen: side !== null && (await this.isFrozen(match)) };
  }

  /** @throws DomainError 403, 412, 409 or 400 (reason), in this order. */
  check(actor: Actor, { match, roles, frozen }: OpenMatch, name: MatchTransition, { seen, reason }: StepRequest): MatchEdge {
    if (!matchLifecycle.mayEver(name, roles)) throw forbidden(actor, match, name);
    requireVersion(seen, match.version, 'match');
    if (frozen)
      throw new DomainError('conflict', 'match.frozen', {
        detail: 'One of the organizations is under a check or suspended. The match rests as it is, and goes on once an administrator has decided.',
      });
    return matchLifecycle.take(name, match.state, roles, reason);
  }

  /**
   * Puts the match where the edge leads. A match touched for the first time leaves the set of its need, so the next best may enter.
   * @param words reason and note to keep with the step; a note that is part of a yes or an end is kept there.
   */
  async take(actor: Actor, { match, side }: OpenMatch, edge: MatchEdge, patch: MatchPatch = {}, words: StepWords = {}): Promise<void> {
    const from = match.state;
    // Whoever is awaited from here on gets her days from now, and a review that is over is nobody's.
    const change: MatchPatch = { ...patch, state: edge.to, touched: true, nudged: 0, ...(edge.to !== from && UNCLAIMED) };
    await this.matches.update(match, change);
    if (!match.touched) await this.leaveSet(match.needId);
    Object.assign(match, { ...plain(change), version: match.version + 1 });
    await this.record(actor, match, { name: edge.name, from, side, ...words });
  }

  /** Keeps a yes on a match that stays held: only an administrator's release takes it further. */
  async wait(actor: Actor, { match, side }: OpenMatch, patch: MatchPatch): Promise<void> {
    await this.matches.update(match, { ...patch, touched: true });
    if (!match.touched) await this.leaveSet(match.needId);
    Object.assign(match, { ...plain(patch), touched: true, version: match.version + 1 });
    await this.record(actor, match, { name: 'express-interest', from: match.state, side });
  }

  /** History, audit and event of a step that the caller has written. */
  async record(
    actor: Actor,
    match: MatchEntity,
    step: { name: MatchTransition | 'open' | 'ask-again'; from: MatchState | null; side: MatchSide | null } & StepWords,
  ): Promise<void> {
    const { id: matchId, state: to, version } = match;
    const { name, from, side, reason = null, note = null } = step;
    const personId = personIdOf(actor);
    const office = officeOf(actor, match, side);
    const actorKind = personId ? 'person' : 'system';
    await this.matches.addEvent({ matchId, name, fromState: from, toState: to, actorKind, personId, side, reason, office, note });
    const onBehalf = side !== null && office !== null;
    await this.audit.record(actor, {
      action: `match.${name}`,
      subject: { type: 'match', id: matchId },
      data: { from, to, side, reason, ...(onBehalf && { onBehalf }) },
    });
    await this.events.publish(matchMoved, { matchId, name, from, to, side, personId, reason, shared: match.endReasonShared, version });
  }

  /** Has the set of a need made anew once this unit has committed. */
  async leaveSet(needId: string): Promise<void> {
    const [row] = await this.uow.query<{ xid: string }>('SELECT pg_current_xact_id()::text AS xid');
    await this.jobs.add(matchNeedJob, { needId, after: row?.xid });
  }

  private async isFrozen({ needOrganizationId, offerOrganizationId }: MatchEntity): Promise<boolean> {
    const sides = await this.organizations.brief([needOrganizationId, offerOrganizationId]);
    return sides.some(({ standing, held }) => standing !== 'good' || held);
  }

  /** For members it is known from the actor alone. */
  private async belonging(actor: Actor, match: MatchEntity): Promise<Belonging> {
    const person = personIdOf(actor);
    const { needOrganizationId: seeker, offerOrganizationId: provider } = match;
    const serves = servedSides(actor, match, { memberOfParty: false }).length > 0;
    if (person === null || !(isAdministrator(actor) || serves)) return { memberOfParty: false, consented: [] };
    const memberOfParty = (await this.organizations.isMember(person, seeker)) || (await this.organizations.isMember(person, provider));
    const answered = serves ? await this.organizations.answeredByCentre([seeker, provider]) : [];
    return { memberOfParty, consented: MATCH_SIDES.filter((side) => answered.includes({ seeker, provider }[side])) };
  }
}

/** As what she acts who does not act as a member of the side; an officer answers for one by its consent. */
function officeOf(actor: Actor, match: MatchEntity, side: MatchSide | null): Office | null {
  if (actor.kind !== 'person') return null;
  if (side === null) return isAdministrator(actor) ? 'administrator' : 'centre';
  const [organization, country] =
    side === 'seeker' ? [match.needOrganizationId, match.needCountry] : [match.offerOrganizationId, match.offerCountry];
  return isOfficerOf(actor, country) && !actsFor(actor, organization) ? 'centre' : null;
}

/** Values of a patch that are not SQL. */
const plain = (patch: MatchPatch): Partial<MatchEntity> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => typeof value !== 'function'));

/** What answering for an organization takes; the second where nobody belongs to it. */
const ANSWERING: readonly ConsentScope[] = ['answer-matches', 'receive-contacts'];

function forbidden(actor: Actor, match: MatchEntity, name: MatchTransition): DomainError {
  const [served, ...both] = servedSides(actor, match, { memberOfParty: false });
  if (served && matchLifecycle.mayEver(name, MATCH_SIDES)) {
    if (both.length === 0) return consentRequired(served === 'seeker' ? match.needOrganizationId : match.offerOrganizationId, ANSWERING);
    return new DomainError('forbidden', 'match.both-sides', {
      detail: 'You serve the countries of both sides: with a consent on record you answer for one of them, never for both.',
    });
  }
  if (isAdministrator(actor) && (['approve', 'reject', 'release'] as MatchTransition[]).includes(name))
    return new DomainError('forbidden', 'match.four-eyes', {
      detail: `Whoever belongs to one of the sides, opened the match or proposed it may not ${name} it: ask another administrator.`,
    });
  return new DomainError('forbidden', 'match.transition-forbidden', { detail: `You may not ${name} this match.` });
}
