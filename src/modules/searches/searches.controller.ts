import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, Idempotent, uuid } from '../../platform/http/index.js';
import {
  newSearch,
  type NewSearch,
  savedSearch,
  type SavedSearch,
  savedSearches,
  searchPatch,
  type SearchPatch,
} from './searches.schemas.js';
import { SearchesService } from './searches.service.js';

/** Searches to hear of again. */
@Controller('api/v1/searches')
export class SearchesController {
  constructor(private readonly searches: SearchesService) {}

  @Get()
  @Can('search.list')
  @Answer(200, savedSearches, 'Your own.')
  async list(@CurrentActor() actor: PersonActor) {
    return { items: await this.searches.list(actor) };
  }

  @Post()
  @Can('search.save')
  @Idempotent({ replay: 'one' })
  @Answer(201, savedSearch, 'You hear of what is published from now on and fits, in the rhythm you choose.')
  async save(@Body({ schema: newSearch }) body: NewSearch, @CurrentActor() actor: PersonActor): Promise<SavedSearch> {
    const { id } = await this.searches.save(actor, body);
    return this.one(id, actor);
  }

  @Patch(':id')
  @Can('search.change')
  @Answer(200, savedSearch)
  async change(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: searchPatch }) patch: SearchPatch,
    @CurrentActor() actor: PersonActor,
  ): Promise<SavedSearch> {
    await this.searches.change(actor, id, patch);
    return this.one(id, actor);
  }

  @Delete(':id')
  @Can('search.delete')
  @Answer(204, null)
  remove(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor): Promise<void> {
    return this.searches.remove(actor, id);
  }

  /** Answers a repeated call too. */
  one(id: string, actor: PersonActor): Promise<SavedSearch> {
    return this.searches.one(actor, id);
  }
}
