import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { Answer, Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { ReviewClaims } from '../listings/index.js';
import { DeskListsQueries, type DeskOrganization } from './desk-lists.queries.js';
import { ReviewsQueries } from './reviews.queries.js';
import {
  assignment,
  type Assignment,
  type ReviewItem,
  reviewItem,
  reviewsPage,
  reviewsQuery,
  type ReviewsQuery,
  waitingOrganizations,
  waitingQuery,
  type WaitingQuery,
} from './reviews.schemas.js';

/** The desk of whoever reviews listings. Decisions are taken on the listing itself. */
@Controller('api/v1/reviews')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly claims: ReviewClaims,
    private readonly lists: DeskListsQueries,
  ) {}

  @Get()
  @Can('review.list')
  @Answer(200, reviewsPage, 'What waits for you, the soonest due first.')
  list(@Query({ schema: reviewsQuery }) query: ReviewsQuery, @CurrentActor() actor: Actor): Promise<Page<ReviewItem>> {
    return this.reviews.page(actor, query);
  }

  @Get('organizations')
  @Can('review.list')
  @Answer(
    200,
    waitingOrganizations,
    'Organizations of the countries you serve; with waiting, those that wait for a decision, the longest registered first.',
  )
  organizations(@Query({ schema: waitingQuery }) query: WaitingQuery, @CurrentActor() actor: PersonActor): Promise<Page<DeskOrganization>> {
    return this.lists.organizations(actor, query);
  }

  @Post(':id/claim')
  @HttpCode(200)
  @Can('review.claim')
  @Answer(200, reviewItem, 'You take it on: nobody else decides meanwhile.')
  async claim(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<ReviewItem> {
    await this.reviews.one(actor, id);
    await this.claims.claim(actor, id);
    return this.reviews.one(actor, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Can('review.release')
  @Answer(200, reviewItem, 'Anybody of the desk may take it on again.')
  async release(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<ReviewItem> {
    await this.reviews.one(actor, id);
    await this.claims.release(actor, id);
    return this.reviews.one(actor, id);
  }

  @Post(':id/assign')
  @HttpCode(200)
  @Can('review.assign')
  @Answer(200, reviewItem, 'An administrator gives it to a reviewer of its desk.')
  async assign(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: assignment }) { personId }: Assignment,
    @CurrentActor() actor: Actor,
  ): Promise<ReviewItem> {
    await this.reviews.one(actor, id);
    await this.claims.assign(actor, id, personId);
    return this.reviews.one(actor, id);
  }
}
