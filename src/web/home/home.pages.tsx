import { Controller, Get } from '@nestjs/common';
import { OFFER_KINDS, PublicListingsQueries } from '../../modules/listings/index.js';
import { Public } from '../../platform/http/index.js';
import { Page } from '../page/index.js';
import { HomePage } from './home.page.js';

const NEWEST = 6;

@Controller()
export class HomePages {
  constructor(private readonly listings: PublicListingsQueries) {}

  @Get()
  @Public()
  @Page()
  async home() {
    const [figures, offers, needs] = await Promise.all([
      this.listings.figures(),
      this.listings.newest(OFFER_KINDS, NEWEST),
      this.listings.newest(['need'], NEWEST),
    ]);
    return <HomePage figures={figures} offers={offers} needs={needs} />;
  }
}
