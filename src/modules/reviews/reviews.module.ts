import { Module } from '@nestjs/common';
import { ListingsModule } from '../listings/index.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsQueries } from './reviews.queries.js';

@Module({ imports: [ListingsModule], controllers: [ReviewsController], providers: [ReviewsQueries], exports: [ReviewsQueries] })
export class ReviewsModule {}
