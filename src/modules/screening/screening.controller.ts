import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { administrators, Answer, Can, CurrentActor, Idempotent, staff, uuid } from '../../platform/http/index.js';
import { ScreeningLists } from './screening-lists.service.js';
import { ScreeningQueries } from './screening.queries.js';
import {
  hitDecision,
  hitPage,
  hitsQuery,
  hitView,
  listsView,
  listView,
  newList,
  type HitDecision,
  type HitsQuery,
  type HitView,
  type ListView,
  type NewList,
} from './screening.schemas.js';
import { ScreeningService } from './screening.service.js';

/** Lists of names to look out for, and what they found. Longer lists come in by `gate -- screening`. */
@Controller('api/v1/admin')
export class ScreeningController {
  constructor(
    private readonly imports: ScreeningLists,
    private readonly screening: ScreeningService,
    private readonly queries: ScreeningQueries,
  ) {}

  @Get('screening-lists')
  @Can('screening.read', { who: staff })
  @Answer(200, listsView)
  async lists(): Promise<{ items: ListView[] }> {
    return { items: await this.queries.lists() };
  }

  @Post('screening-lists')
  @Can('screening.import', { who: administrators })
  @Idempotent({ replay: 'list' })
  @Answer(201, listView, 'Takes a list in, in the place of the one of that name, and compares every organization with it.')
  async import(@Body({ schema: newList }) body: NewList, @CurrentActor() actor: Actor): Promise<ListView> {
    return this.list((await this.imports.import(actor, body)).id);
  }

  @Delete('screening-lists/:id')
  @Can('screening.import', { who: administrators })
  @Answer(204, null)
  remove(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.imports.remove(actor, id);
  }

  @Get('screening-hits')
  @Can('screening.read', { who: staff })
  @Answer(200, hitPage, 'Organizations whose name is like one on a list, the longest waiting first.')
  hits(@Query({ schema: hitsQuery }) query: HitsQuery): Promise<Page<HitView>> {
    return this.queries.hits(query);
  }

  @Post('screening-hits/:id/clear')
  @Can('screening.decide', { who: administrators })
  @Idempotent({ replay: 'hit' })
  @Answer(
    200,
    hitView,
    'It is another one: no longer held for this, nor held again for this pair of names. What was confirmed is cleared by another administrator.',
  )
  async clear(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: hitDecision }) body: HitDecision,
    @CurrentActor() actor: Actor,
  ): Promise<HitView> {
    await this.screening.decide(actor, id, 'cleared', body);
    return this.hit(id);
  }

  @Post('screening-hits/:id/confirm')
  @Can('screening.decide', { who: administrators })
  @Idempotent({ replay: 'hit' })
  @Answer(200, hitView, 'It is the one on the list: it stays held.')
  async confirm(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: hitDecision }) body: HitDecision,
    @CurrentActor() actor: Actor,
  ): Promise<HitView> {
    await this.screening.decide(actor, id, 'confirmed', body);
    return this.hit(id);
  }

  /** Answers a repeated import. */
  list(id: string): Promise<ListView> {
    return this.queries.list(id);
  }

  /** Answers a repeated decision. */
  hit(id: string): Promise<HitView> {
    return this.queries.hit(id);
  }
}
