import { Controller, Get } from '@nestjs/common';
import { OFFER_KINDS, PublicListingsQueries } from '../../modules/listings/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { Public } from '../../platform/http/index.js';
import { continents } from '../charts/flows.js';
import { InsightsService } from '../insights/insights.service.js';
import { Page } from '../page/index.js';
import { HomePage } from './home.page.js';

const NEWEST = 6;
/** As many lines as can be told apart in a small picture. */
const FLOWS = 10;

@Controller()
export class HomePages {
  constructor(
    private readonly listings: PublicListingsQueries,
    private readonly insights: InsightsService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Public()
  @Page()
  async home() {
    const [figures, { countries }, offers, needs] = await Promise.all([
      this.listings.figures(),
      this.insights.current(),
      this.listings.newest(OFFER_KINDS, NEWEST),
      this.listings.newest(['need'], NEWEST),
    ]);
    const flows = countries.slice(0, FLOWS);
    const continentOf = continents(this.taxonomy.current());
    return <HomePage figures={figures} flows={flows} continentOf={continentOf} offers={offers} needs={needs} />;
  }
}
