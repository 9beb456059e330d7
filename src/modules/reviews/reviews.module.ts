import { Module } from '@nestjs/common';
import { ListingsModule } from '../listings/index.js';
import { RulesModule } from '../rules/index.js';
import { DeskListsQueries } from './desk-lists.queries.js';
import { DeskQueries } from './desk.queries.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsQueries } from './reviews.queries.js';

@Module({
  imports: [ListingsModule, RulesModule],
  controllers: [ReviewsController],
  providers: [DeskListsQueries, DeskQueries, ReviewsQueries],
  exports: [DeskListsQueries, DeskQueries, ReviewsQueries],
})
export class ReviewsModule {}
