import { Inject, Injectable } from '@nestjs/common';
import { isAdministrator, isAuditor, type PersonActor } from '../../kernel/actor.js';
import { CONFIG, type AppConfig } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TaxonomyService } from '../taxonomy/index.js';
import { COUNTS, WAITS } from './figures.sql.js';

/** What is counted, in the order in which things happen. */
export const MEASURES = [
  'received',
  'published',
  'listing-rejected',
  'matched',
  'one-yes',
  'both-yes',
  'approved',
  'rejected',
  'introduced',
  'declined',
  'lapsed',
  'outcome',
  'converted',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What counts are told apart by. `code` is the reason of a no, or what became of an introduction; `pair` is provider and seeker. */
export const DIMENSIONS = ['kind', 'code', 'pair', 'goal', 'group'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Groups of countries that figures tell apart. */
export const FIGURE_GROUPS = ['LDC', 'LLDC', 'SIDS', 'G77'] as const;

export interface Count {
  dimension: Dimension | 'total';
  key: string;
  measure: Measure;
  count: number;
}

export interface Wait {
  step: 'review' | 'change' | 'first-yes' | 'second-yes' | 'decision';
  whose: 'centre' | 'global' | 'owner' | 'provider' | 'seeker';
  count: number;
  /** Median. */
  days: number;
}

export interface FiguresQuery {
  /** First and last day, UTC. */
  from: string;
  to: string;
  country?: string | undefined;
}

/** What happened in a period, for administrators, auditors and, of their countries, the officers of centres. */
@Injectable()
export class FiguresQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly taxonomy: TaxonomyService,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  counts(actor: PersonActor, query: FiguresQuery): Promise<Count[]> {
    const groups: readonly string[] = FIGURE_GROUPS;
    const periods = groups.flatMap((group) => this.taxonomy.current().membersOf(group));
    return this.uow.query<Count>(COUNTS, [...this.scope(actor, query), JSON.stringify(periods)]);
  }

  waits(actor: PersonActor, query: FiguresQuery): Promise<Wait[]> {
    return this.uow.query<Wait>(WAITS, this.scope(actor, query));
  }

  /** The countries she reads figures of; null: all. */
  countriesOf(actor: PersonActor): readonly string[] | null {
    return isAdministrator(actor) || isAuditor(actor) ? null : actor.officerOf;
  }

  private scope(actor: PersonActor, { from, to, country }: FiguresQuery): unknown[] {
    const own = this.countriesOf(actor);
    const wanted = country === undefined ? own : own === null || own.includes(country) ? [country] : [];
    return [from, to, wanted, this.config.examples];
  }
}
