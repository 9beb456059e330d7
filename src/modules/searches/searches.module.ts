import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { RulesModule } from '../rules/index.js';
import { SearchLooks } from './search-looks.jobs.js';
import { SearchesController } from './searches.controller.js';
import { SearchesService } from './searches.service.js';

@Module({
  imports: [CatalogueModule, RulesModule],
  controllers: [SearchesController],
  providers: [SearchesService, SearchLooks],
  exports: [SearchesService],
})
export class SearchesModule {}
