import { Injectable } from '@nestjs/common';
import { isAdministrator, isAuditor, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { hasLevel, OrganizationsQueries } from '../organizations/index.js';
import { CatalogueFollower } from './catalogue.follower.js';
import { CatalogueIndex } from './index/catalogue-index.js';
import { search, type SearchAnswer, type SearchQuery } from './index/search.js';
import type { TextLevel } from './index/shelf.js';

const RETRY_AFTER_SECONDS = 2;

/** Search as a reader of a given level may have it. */
@Injectable()
export class SearchService {
  constructor(
    private readonly follower: CatalogueFollower,
    private readonly index: CatalogueIndex,
    private readonly clock: BusinessClock,
    private readonly organizations: OrganizationsQueries,
  ) {}

  /** @throws DomainError `catalogue.warming-up` (503 with Retry-After) until the index is filled. */
  async search(actor: Actor, query: SearchQuery): Promise<SearchAnswer> {
    if (!this.follower.isReady)
      throw new DomainError('unavailable', 'catalogue.warming-up', {
        detail: 'The catalogue is being loaded. Try again in a moment.',
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    return search(this.index, query, await this.textLevelOf(actor), await this.clock.now());
  }

  /** Full texts are for the house and for organizations that were checked once, as on a listing's own page. */
  async textLevelOf(actor: Actor): Promise<TextLevel> {
    if (actor.kind === 'visitor') return 0;
    if (actor.kind === 'system' || actor.officerOf.length > 0 || isAdministrator(actor) || isAuditor(actor)) return 1;
    if (!actor.organization) return 0;
    const [own] = await this.organizations.brief([actor.organization.id]);
    return own && hasLevel(own.level, 'basic') ? 1 : 0;
  }
}
