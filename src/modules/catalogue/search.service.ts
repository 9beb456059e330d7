import { Injectable } from '@nestjs/common';
import { isAdministrator, isAuditor, type Actor } from '../../kernel/actor.js';
import { DomainError, invalid } from '../../kernel/errors.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { mayNow, OrganizationsQueries } from '../organizations/index.js';
import { TaxonomyService } from '../taxonomy/index.js';
import { CatalogueFollower } from './catalogue.follower.js';
import { CatalogueIndex } from './index/catalogue-index.js';
import { search, type SearchAnswer } from './index/search.js';
import type { SearchQuery } from './index/search-query.js';
import type { TextLevel } from './index/text-postings.js';

const RETRY_AFTER_SECONDS = 2;

/** Search as a reader of a given level may have it. */
@Injectable()
export class SearchService {
  constructor(
    private readonly follower: CatalogueFollower,
    private readonly index: CatalogueIndex,
    private readonly clock: BusinessClock,
    private readonly organizations: OrganizationsQueries,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /** @throws DomainError `request.invalid` (400) for a filter by what the reader may not see, `catalogue.warming-up` (503 with Retry-After) until the index is filled. */
  async search(actor: Actor, query: SearchQuery): Promise<SearchAnswer> {
    if (!this.follower.isReady)
      throw new DomainError('unavailable', 'catalogue.warming-up', {
        detail: 'The catalogue is being loaded. Try again in a moment.',
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    const level = await this.textLevelOf(actor);
    if (level === 0) refuseMemberFilters(query);
    return search(this.index, query, level, await this.clock.now(), this.taxonomy.current());
  }

  /** Full texts are for the house and for organizations that were checked once, as on a listing's own page. */
  async textLevelOf(actor: Actor): Promise<TextLevel> {
    if (actor.kind === 'visitor') return 0;
    if (actor.kind === 'system' || actor.officerOf.length > 0 || isAdministrator(actor) || isAuditor(actor)) return 1;
    if (!actor.organization) return 0;
    const [own] = await this.organizations.brief([actor.organization.id]);
    return own && mayNow(own, 'read-as-member') ? 1 : 0;
  }
}

const MEMBER_FILTERS = ['readiness', 'instrument', 'size'] as const;

/** Whoever could filter by a field could find out what stands in it. */
function refuseMemberFilters(query: SearchQuery): void {
  const faults = MEMBER_FILTERS.filter((name) => query[name] !== undefined).map((name) => ({
    path: name,
    code: 'members-only',
    message: 'Members of organizations that have been checked filter by this: sign in, or leave it out.',
  }));
  if (faults.length > 0) throw invalid(faults);
}
