import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { TaxonomyService } from '../taxonomy/index.js';
import { type MatchedListing, type MatchGroup, MatchGroupsQueries, MATCH_GROUPS, type MatchStepRow } from './match-groups.queries.js';
import { MatchPatience } from './match-patience.js';
import { MatchRules } from './match-rules.js';
import type { Office } from './match-event.entity.js';
import { isIntroduced, type MatchSide } from './match.lifecycle.js';
import { readsByOffice, seesAll, sidesOf } from './match.policy.js';
import { deskChecklist } from './match.rules.js';
import { type MatchRecord, viewOf } from './match.view.js';
import { MatchesQueries } from './matches.queries.js';
import type { MatchView, OutcomeView } from './matches.schemas.js';

export interface MatchGroupView {
  group: MatchGroup;
  count: number;
  /** The best of them. */
  items: MatchView[];
}

/** A step that was taken, and who took it; reason, words and name where the reader may know them. */
export interface MatchStepView extends Pick<MatchStepRow, 'name' | 'at' | 'to' | 'side' | 'reason' | 'note'> {
  by: 'you' | MatchSide | Office | 'system';
  person: string | null;
}

const BEST_OF_GROUP = 5;

/** What screens of matches show beside the match itself. */
@Injectable()
export class MatchScreens {
  constructor(
    private readonly groups: MatchGroupsQueries,
    private readonly queries: MatchesQueries,
    private readonly taxonomy: TaxonomyService,
    private readonly patience: MatchPatience,
    private readonly rules: MatchRules,
    private readonly clock: BusinessClock,
  ) {}

  /** The matches of the organization she acts for by what is to be done; groups without any are left out. */
  async overview(actor: Actor): Promise<MatchGroupView[]> {
    const rows = await this.groups.groups(actor, null, BEST_OF_GROUP);
    const patience = await this.patience.today();
    return MATCH_GROUPS.flatMap((group) => {
      const own = rows.filter((row) => row.group === group);
      const items = own.map((row) => viewOf(row, actor, this.taxonomy.current(), patience));
      return own[0] ? [{ group, count: own[0].count, items }] : [];
    });
  }

  /** Those of one group, or of one listing: best first. */
  async mine(
    actor: Actor,
    filter: { listingId: string | null; group: MatchGroup | null; after: string | undefined; limit: number },
  ): Promise<Page<MatchView>> {
    const page = await this.groups.page(actor, filter);
    const patience = await this.patience.today();
    return { ...page, items: page.items.map((row) => viewOf(row, actor, this.taxonomy.current(), patience)) };
  }

  /** Her organization's listings that have matches, for a filter. */
  async listings(actor: Actor): Promise<MatchedListing[]> {
    return actor.kind === 'person' && actor.organization ? this.groups.listings(actor.organization.id) : [];
  }

  /** @throws DomainError `match.not-found`. */
  async history(actor: Actor, id: string): Promise<MatchStepView[]> {
    const match = await this.queries.one(actor, id);
    const [own = null] = sidesOf(actor, match);
    return (await this.groups.history(id)).map((step) => stepFor(actor, match, own, step));
  }

  /** What became of the introduction: as her side told it, and as both did for those who oversee them. @throws DomainError `match.not-found`. */
  async outcomes(actor: Actor, id: string): Promise<OutcomeView[]> {
    const match = await this.queries.one(actor, id);
    const [own = null] = sidesOf(actor, match);
    return this.groups.outcomes(id, readsByOffice(actor, match) ? null : own);
  }

  /** What an administrator confirms before she introduces the two. @throws DomainError `match.not-found`. */
  async checklist(actor: Actor, id: string): Promise<{ key: string; text: string; required: boolean }[]> {
    const { need } = await this.queries.one(actor, id);
    return this.rules.of({ needId: need.id }, deskChecklist);
  }

  /** The one that has waited longest for its decision, but for this one; null when nothing else waits. */
  async nextInQueue(actor: Actor, id: string): Promise<string | null> {
    const { items } = await this.queries.page(actor, { limit: 2, order: 'oldest', state: 'under_review' });
    return items.find((one) => one.id !== id)?.id ?? null;
  }

  now(): Promise<Date> {
    return this.clock.now();
  }
}

function stepFor(actor: Actor, match: MatchRecord, own: MatchSide | null, step: MatchStepRow): MatchStepView {
  const { name, at, to, side, reason, note, actorKind, office, personId } = step;
  const isOwn = side !== null && side === own;
  const oversees = seesAll(actor);
  const knowsReason = name !== 'decline' || oversees || isOwn || match.endReasonShared;
  const isHers = personId !== null && personId === personIdOf(actor);
  return {
    name,
    at,
    to,
    side,
    reason: knowsReason ? reason : null,
    note: oversees || isOwn ? note : null,
    by: isHers ? 'you' : (office ?? side ?? (actorKind === 'person' ? 'administrator' : 'system')),
    // A side reads the names of its own people; the house those of desks, and of the sides once it may read their contacts.
    person: !isHers && ((isOwn && step.ofSide) || (oversees && (office !== null || isIntroduced(match.state)))) ? step.personName : null,
  };
}
