import { Module, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '../../platform/observability/metrics.js';
import { Readiness } from '../../platform/observability/readiness.js';
import { ListingsModule } from '../listings/index.js';
import { OffersModule } from '../offers/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { SeekersModule } from '../seekers/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { CatalogueFollower } from './catalogue.follower.js';
import { CodeSuggestions } from './drafting/code-suggestions.service.js';
import { DraftingController } from './drafting/drafting.controller.js';
import { SimilarListings } from './drafting/similar-listings.service.js';
import { EnginesService } from './engine/engines.service.js';
import { CatalogueIndex } from './index/catalogue-index.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

@Module({
  // Offers and seekers own the kinds of what it indexes.
  imports: [ListingsModule, OffersModule, OrganizationsModule, SeekersModule, TaxonomyModule],
  controllers: [SearchController, DraftingController],
  providers: [CatalogueIndex, CatalogueFollower, EnginesService, SearchService, CodeSuggestions, SimilarListings],
  exports: [CatalogueIndex, CatalogueFollower, CodeSuggestions, EnginesService, SearchService, SimilarListings],
})
export class CatalogueModule implements OnModuleInit {
  constructor(
    private readonly follower: CatalogueFollower,
    private readonly index: CatalogueIndex,
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.readiness.register('catalogue', () => this.follower.isReady);
    this.metrics.gauge('gate_catalogue_listings', 'Listings in the index of this process', () => this.index.size);
    this.metrics.gauge('gate_catalogue_lag_seconds', 'Since this process last looked at what has changed', () => this.follower.lagSeconds);
  }
}
