import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { AnswerFile, Can, CurrentActor, Public } from '../../platform/http/index.js';
import { SearchService } from '../catalogue/index.js';
import { OFFER_KINDS, type ListingKind } from '../listings/index.js';
import { MatchesService } from '../matching/index.js';
import { OrganizationViewsQueries } from '../organizations/index.js';
import { ProvidersQueries } from '../providers/index.js';
import { ReviewsQueries } from '../reviews/index.js';
import { MATCH_COLUMNS, ORGANIZATION_COLUMNS, PROVIDER_COLUMNS, REVIEW_COLUMNS, SEARCH_COLUMNS } from './export-columns.js';
import { MEDIA_TYPES } from './export-encoding.js';
import { file } from './export-file.js';
import {
  listingsExport,
  matchesExport,
  organizationsExport,
  providersExport,
  reviewsExport,
  searchExport,
  type ListingsExport,
  type MatchesExport,
  type OrganizationsExport,
  type ProvidersExport,
  type ReviewsExport,
  type SearchExport,
} from './export.schemas.js';
import { ListingExports } from './listing-exports.service.js';
import { everyRow } from './page-walk.js';

const MEDIA = Object.values(MEDIA_TYPES);

/** The lists of the exchange as files, as much of each as their reader may see. Streamed: a row leaves as soon as it is read. */
@Controller('api/v1/exports')
export class ExportsController {
  constructor(
    private readonly listings: ListingExports,
    private readonly organizations: OrganizationViewsQueries,
    private readonly matches: MatchesService,
    private readonly search: SearchService,
    private readonly providers: ProvidersQueries,
    private readonly reviews: ReviewsQueries,
  ) {}

  @Get('offers')
  @Public()
  @AnswerFile(MEDIA, 'The list of offers, filtered as GET /api/v1/offers.')
  offers(@Query({ schema: listingsExport }) query: ListingsExport, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    return this.ofListings('offers', OFFER_KINDS, actor, query);
  }

  @Get('needs')
  @Public()
  @AnswerFile(MEDIA, 'The list of needs, filtered as GET /api/v1/needs.')
  needs(@Query({ schema: listingsExport }) query: ListingsExport, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    return this.ofListings('needs', ['need'], actor, query);
  }

  @Get('organizations')
  @Can('organization.read')
  @AnswerFile(MEDIA, 'The list of organizations, filtered as GET /api/v1/organizations.')
  async ofOrganizations(
    @Query({ schema: organizationsExport }) { format, ...filter }: OrganizationsExport,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const rows = await everyRow((place) => this.organizations.list(actor as PersonActor, { ...filter, ...place }));
    return file('organizations', rows, format, ORGANIZATION_COLUMNS);
  }

  @Get('matches')
  @Can('match.read')
  @AnswerFile(MEDIA, 'The list of matches, filtered as GET /api/v1/matches; without contacts.')
  async ofMatches(
    @Query({ schema: matchesExport }) { format, ...filter }: MatchesExport,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const rows = await everyRow((place) => this.matches.page(actor, { ...filter, ...place }));
    return file('matches', rows, format, MATCH_COLUMNS);
  }

  @Get('search')
  @Public()
  @AnswerFile(MEDIA, 'What a search finds, best first, filtered as GET /api/v1/search.')
  async ofSearch(
    @Query({ schema: searchExport }) { format, ...query }: SearchExport,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const rows = await everyRow((place) => this.search.search(actor, { ...query, ...place }));
    return file('search', rows, format, SEARCH_COLUMNS);
  }

  @Get('providers')
  @Public()
  @AnswerFile(MEDIA, 'The list of providers, filtered as GET /api/v1/providers.')
  async ofProviders(
    @Query({ schema: providersExport }) { format, ...filter }: ProvidersExport,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const rows = await everyRow((place) => this.providers.list(actor, { ...filter, ...place }));
    return file('providers', rows, format, PROVIDER_COLUMNS);
  }

  @Get('reviews')
  @Can('review.list')
  @AnswerFile(MEDIA, 'What waits for you, the soonest due first, filtered as GET /api/v1/reviews.')
  async ofReviews(
    @Query({ schema: reviewsExport }) { format, ...filter }: ReviewsExport,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const rows = await everyRow((place) => this.reviews.page(actor, { ...filter, ...place }));
    return file('reviews', rows, format, REVIEW_COLUMNS);
  }

  private async ofListings(
    name: string,
    kinds: readonly ListingKind[],
    actor: Actor,
    { format, full, ...filter }: ListingsExport,
  ): Promise<StreamableFile> {
    const { rows, columns } = await (full ? this.listings.full(actor, kinds, filter) : this.listings.lines(actor, kinds, filter));
    return file(name, rows, format, columns);
  }
}
