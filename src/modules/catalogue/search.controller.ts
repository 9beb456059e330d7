import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Answer, CurrentActor, Public } from '../../platform/http/index.js';
import { searchAnswer, searchQuery, type SearchParameters } from './catalogue.schemas.js';
import type { SearchAnswer } from './index/search.js';
import { SearchService } from './search.service.js';

@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly service: SearchService) {}

  /** Visitors search and count what is public, members also the full texts. */
  @Get()
  @Public()
  @Answer(200, searchAnswer)
  search(@Query({ schema: searchQuery }) query: SearchParameters, @CurrentActor() actor: Actor): Promise<SearchAnswer> {
    return this.service.search(actor, query);
  }
}
