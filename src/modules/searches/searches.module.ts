import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { ListingsModule } from '../listings/index.js';
import { RulesModule } from '../rules/index.js';
import { SearchLooks } from './search-looks.jobs.js';
import { SearchesController } from './searches.controller.js';
import { SearchesService } from './searches.service.js';
import { ShortlistService } from './shortlist.service.js';

@Module({
  imports: [CatalogueModule, ListingsModule, RulesModule],
  controllers: [SearchesController],
  providers: [SearchesService, SearchLooks, ShortlistService],
  exports: [SearchesService, ShortlistService],
})
export class SearchesModule {}
