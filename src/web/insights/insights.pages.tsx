import { Controller, Get } from '@nestjs/common';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { Public } from '../../platform/http/index.js';
import { continents } from '../charts/flows.js';
import { Page } from '../page/index.js';
import { InsightsPage } from './insights.page.js';
import { InsightsService } from './insights.service.js';

@Controller('insights')
@Public()
export class InsightsPages {
  constructor(
    private readonly insights: InsightsService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Page()
  async page() {
    return <InsightsPage insights={await this.insights.current()} continentOf={continents(this.taxonomy.current())} />;
  }
}
