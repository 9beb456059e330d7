import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { PublicAddressesQueries } from '../../modules/listings/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Public } from '../../platform/http/index.js';
import { siteMapPart } from './feed.schemas.js';
import { LISTINGS_A_FILE, siteMapIndex, siteMapOfCountries, siteMapOfListings, siteMapOfPages } from './site-map.js';

const XML = 'application/xml; charset=utf-8';
const AN_HOUR = 'public, max-age=3600';

/** What search engines ask for: where everything is that everybody may read. */
@Controller()
@Public()
export class CrawlersController {
  private readonly origin: string;

  constructor(
    private readonly addresses: PublicAddressesQueries,
    private readonly taxonomy: TaxonomyService,
    @Inject(CONFIG) config: Config,
  ) {
    this.origin = config.publicUrl;
  }

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', AN_HOUR)
  robots(): string {
    return `User-agent: *\nDisallow: /api/v1/\nDisallow: /welcome\nDisallow: /unsubscribe\n\nSitemap: ${this.origin}/sitemap.xml\n`;
  }

  @Get('sitemap.xml')
  @Header('content-type', XML)
  @Header('cache-control', AN_HOUR)
  async index(): Promise<string> {
    return siteMapIndex(this.origin, await this.addresses.parts(LISTINGS_A_FILE));
  }

  /** The pages that are always there, those of the countries, or so many listings from this id on. */
  @Get('sitemap/:part')
  @Header('content-type', XML)
  @Header('cache-control', AN_HOUR)
  async part(@Param('part', { schema: siteMapPart }) from: string): Promise<string> {
    if (from === 'pages') return siteMapOfPages(this.origin);
    if (from === 'countries') {
      const countries = this.taxonomy.current().items('country');
      return siteMapOfCountries(
        this.origin,
        countries.map(({ code }) => code),
      );
    }
    return siteMapOfListings(this.origin, await this.addresses.from(from, LISTINGS_A_FILE));
  }
}
