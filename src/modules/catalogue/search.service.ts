import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { CatalogueFollower } from './catalogue.follower.js';
import { CatalogueIndex } from './index/catalogue-index.js';
import { search, type SearchAnswer, type SearchQuery } from './index/search.js';

const RETRY_AFTER_SECONDS = 2;

/** Search as a reader of a given level may have it. */
@Injectable()
export class SearchService {
  constructor(
    private readonly follower: CatalogueFollower,
    private readonly index: CatalogueIndex,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError `catalogue.warming-up` (503 with Retry-After) until the index is filled. */
  async search(actor: Actor, query: SearchQuery): Promise<SearchAnswer> {
    if (!this.follower.isReady)
      throw new DomainError('unavailable', 'catalogue.warming-up', {
        detail: 'The catalogue is being loaded. Try again in a moment.',
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    return search(this.index, query, actor.kind === 'visitor' ? 0 : 1, await this.clock.now());
  }
}
