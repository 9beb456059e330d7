import { Injectable } from '@nestjs/common';
import { actsFor, type Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { TaxonomyService } from '../taxonomy/index.js';
import { type MatchedListing, type MatchGroup, MatchGroupsQueries, MATCH_GROUPS, type MatchStepRow } from './match-groups.queries.js';
import { MatchPatience } from './match-patience.js';
import { MatchRules } from './match-rules.js';
import { seesAll } from './match.policy.js';
import { deskChecklist } from './match.rules.js';
import { viewOf } from './match.view.js';
import { MatchesQueries } from './matches.queries.js';
import type { MatchView } from './matches.schemas.js';

export interface MatchGroupView {
  group: MatchGroup;
  count: number;
  /** The best of them. */
  items: MatchView[];
}

/** A step that was taken; its reason where the reader may know it. */
export type MatchStepView = MatchStepRow;

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
    const sideOfReader = actsFor(actor, match.needOrganizationId)
      ? 'seeker'
      : actsFor(actor, match.offerOrganizationId)
        ? 'provider'
        : null;
    const mayKnow = ({ name, side }: MatchStepRow): boolean =>
      name !== 'decline' || seesAll(actor) || (side !== null && side === sideOfReader) || match.endReasonShared;
    return (await this.groups.history(id)).map((step) => (mayKnow(step) ? step : { ...step, reason: null }));
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
