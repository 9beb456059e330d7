import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { actsFor } from '../../kernel/actor.js';
import { LISTING_KINDS, ListingsQueries, ListingViews } from '../../modules/listings/index.js';
import { Can } from '../../platform/http/index.js';
import { CurrentReader, Page, type Reader, redirect } from '../page/index.js';
import { countsOf, SHOWN, STATES } from './groups.js';
import { type Line, MyListingsPage } from './my-listings.page.js';

const PAGE = 20;
const listQuery = z.object({ show: z.enum(SHOWN).default('all').catch('all'), after: z.string().max(500).optional() });
type ListQuery = z.infer<typeof listQuery>;

/** What the organization offers and needs. */
@Controller('my/listings')
export class MyListingsPages {
  constructor(
    private readonly views: ListingViews,
    private readonly listings: ListingsQueries,
  ) {}

  @Get()
  @Can('listing.read')
  @Page()
  async list(@Query({ schema: listQuery }) { show, after }: ListQuery, @CurrentReader() { actor }: Reader) {
    if (actor.kind !== 'person' || actor.organization === null) return redirect('/organization/new?next=%2Fmy%2Flistings');
    const { id } = actor.organization;
    const state = STATES[show];
    const [page, standing] = await Promise.all([
      this.views.list(actor, LISTING_KINDS, { mine: true, limit: PAGE, ...(state && { state: [...state] }), ...(after && { after }) }),
      this.listings.standing(id),
    ]);
    const items = page.items as unknown as Line[];
    return <MyListingsPage items={items} next={page.next} shown={show} counts={countsOf(standing)} mayAdd={actsFor(actor, id, 'editor')} />;
  }
}
