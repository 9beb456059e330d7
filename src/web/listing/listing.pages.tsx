import { Controller, Get, Param, Post } from '@nestjs/common';
import { actsFor, type PersonActor } from '../../kernel/actor.js';
import { LanguageWishes, ListingReaders, ListingViews, type ListingKind, OFFER_KINDS } from '../../modules/listings/index.js';
import { Can, Public, uuid } from '../../platform/http/index.js';
import { CurrentReader, Page, type PageAnswer, type Reader, redirect } from '../page/index.js';
import { ListingPage } from './listing.page.js';
import { pathOf, type ListingView } from './listing-view.js';

export const NEED: readonly ListingKind[] = ['need'];

/** One offer or need, as much of it as its reader may see. */
@Controller()
export class ListingPages {
  constructor(
    private readonly views: ListingViews,
    private readonly readers: ListingReaders,
    private readonly wishes: LanguageWishes,
  ) {}

  @Get('offers/:id')
  @Public()
  @Page()
  offer(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    return this.page(reader, id, OFFER_KINDS);
  }

  @Get('needs/:id')
  @Public()
  @Page()
  need(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    return this.page(reader, id, NEED);
  }

  @Post('offers/:id/ask-language')
  @Can('listing.ask-language')
  @Page()
  askOffer(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    return this.ask(reader, id, OFFER_KINDS);
  }

  @Post('needs/:id/ask-language')
  @Can('listing.ask-language')
  @Page()
  askNeed(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    return this.ask(reader, id, NEED);
  }

  private async page({ actor, language }: Reader, id: string, kinds: readonly ListingKind[]) {
    const view = (await this.views.one(actor, id, kinds, language)) as unknown as ListingView;
    const isOwn = view.organizationId !== undefined && actsFor(actor, view.organizationId);
    const reads = view.language.split('-')[0] === language || view.translated?.['title'] !== undefined;
    const [wish, readers] = await Promise.all([
      reads ? { count: 0, hers: false } : this.wishes.of(actor, id, language),
      isOwn ? this.readers.of(id) : null,
    ]);
    return <ListingPage view={view} language={{ reads, asked: wish.count, askedByHer: wish.hers }} readers={readers} isOwn={isOwn} />;
  }

  private async ask({ actor, language }: Reader, id: string, kinds: readonly ListingKind[]): Promise<PageAnswer> {
    await this.wishes.ask(actor as PersonActor, id, kinds, language);
    return redirect(pathOf({ id, kind: kinds === NEED ? 'need' : 'solution' }), 'language-asked');
  }
}
