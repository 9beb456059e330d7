import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OFFER_KINDS, PublicListingsQueries } from '../../modules/listings/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Public } from '../../platform/http/index.js';
import type { Language } from '../../platform/i18n/locales.js';
import { atomFeed, type FeedName, lastChange } from './feed.js';
import { feedFile, languageParam } from './feed.schemas.js';
import { unchanged } from './unchanged.js';

const NEWEST = 50;
const KINDS = { needs: ['need'], offers: OFFER_KINDS } as const;

/** New needs and offers for feed readers, by language. */
@Controller('feeds')
@Public()
export class FeedsController {
  constructor(
    private readonly listings: PublicListingsQueries,
    private readonly taxonomy: TaxonomyService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':language/:file')
  async feed(
    @Param('language', { schema: languageParam }) spoken: Language,
    @Param('file', { schema: feedFile }) asked: `${FeedName}.xml`,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const name = asked.replace('.xml', '') as FeedName;
    const listings = await this.listings.newest(KINDS[name], NEWEST);
    const book = this.taxonomy.current();
    const countryName = (code: string) => book.name('country', code, spoken);
    const text = atomFeed({ name, language: spoken, origin: this.config.publicUrl, listings, countryName });
    const isSame = unchanged(request, reply, text, lastChange(listings));
    await reply.type('application/atom+xml; charset=utf-8').send(isSame ? '' : text);
  }
}
