import { Controller, Get, Param } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { CentresQueries } from '../../modules/centres/index.js';
import { OFFER_KINDS, PublicListingsQueries } from '../../modules/listings/index.js';
import { countryParam } from '../../modules/organizations/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { Public } from '../../platform/http/index.js';
import { Page } from '../page/index.js';
import { CountriesPage, CountryPage } from './countries.page.js';

const NEWEST = 5;

/** Who serves each country, and what is offered and needed there. Open to everybody. */
@Controller('countries')
@Public()
export class CountryPages {
  constructor(
    private readonly centres: CentresQueries,
    private readonly listings: PublicListingsQueries,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Page()
  async list() {
    const [centres, figures] = await Promise.all([this.centres.inForce(), this.listings.byCountry()]);
    const codes = this.taxonomy
      .current()
      .items('country')
      .map(({ code }) => code);
    return <CountriesPage codes={codes} centres={centres} figures={figures} />;
  }

  @Get(':code')
  @Page()
  async one(@Param('code', { schema: countryParam }) code: string) {
    if (!this.taxonomy.current().country(code)) throw notFound('country');
    const [desk, figures, offers, needs] = await Promise.all([
      this.centres.desk(code),
      this.listings.byCountry(code),
      this.listings.newest(OFFER_KINDS, NEWEST, code),
      this.listings.newest(['need'], NEWEST, code),
    ]);
    return <CountryPage desk={desk} figures={figures[0] ?? { country: code, offers: 0, needs: 0 }} offers={offers} needs={needs} />;
  }
}
