import { Controller, Get, Header } from '@nestjs/common';
import { OFFER_KINDS, PublicListingsQueries, type ListingKind, type PublicListing } from '../../modules/listings/index.js';
import { TaxonomyService, type CodeBook } from '../../modules/taxonomy/index.js';
import { Public } from '../../platform/http/index.js';
import { homePage, type ListingLine } from './home.page.js';

const NEWEST = 8;
const KIND_NAMES: Record<ListingKind, string> = {
  technology: 'Technology',
  solution: 'Development solution',
  financing: 'Financing',
  need: 'Need',
};

@Controller()
export class HomeController {
  constructor(
    private readonly listings: PublicListingsQueries,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  async home(): Promise<string> {
    const [figures, offers, needs] = await Promise.all([
      this.listings.figures(),
      this.listings.newest(OFFER_KINDS, NEWEST),
      this.listings.newest(['need'], NEWEST),
    ]);
    const line = (listing: PublicListing) => lineOf(listing, this.taxonomy.current());
    return homePage({ figures, offers: offers.map(line), needs: needs.map(line) });
  }
}

const lineOf = ({ id, reference, kind, country, language, title, teaser, isExample }: PublicListing, book: CodeBook): ListingLine => ({
  id,
  reference,
  title,
  teaser,
  language,
  isExample,
  address: `/api/v1/${kind === 'need' ? 'needs' : 'offers'}/${id}`,
  kindName: KIND_NAMES[kind],
  countryName: book.name('country', country, 'en'),
});
