import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { Answer, Can, CurrentActor, IfMatch, Public, uuid } from '../../platform/http/index.js';
import { ProvidersQueries } from './providers.queries.js';
import {
  type ProviderPatch,
  type ProvidersQuery,
  type ProviderView,
  providerPage,
  providerPatch,
  providersQuery,
  providerView,
} from './providers.schemas.js';
import { ProvidersService } from './providers.service.js';

@Controller('api/v1/providers')
export class ProvidersController {
  constructor(
    private readonly providers: ProvidersService,
    private readonly queries: ProvidersQueries,
  ) {}

  @Get()
  @Public()
  @Answer(200, providerPage, 'Organizations with a published offer; names are shown to members.')
  list(@Query({ schema: providersQuery }) query: ProvidersQuery, @CurrentActor() actor: Actor): Promise<Page<ProviderView>> {
    return this.queries.list(actor, query);
  }

  @Get(':organizationId')
  @Public()
  @Answer(200, providerView)
  one(@Param('organizationId', { schema: uuid }) organizationId: string, @CurrentActor() actor: Actor): Promise<ProviderView> {
    return this.queries.one(organizationId, actor);
  }

  @Patch(':organizationId')
  @Can('provider.edit')
  @Answer(200, providerView, 'Changes what the organization says of itself as a provider.')
  async edit(
    @Param('organizationId', { schema: uuid }) organizationId: string,
    @Body({ schema: providerPatch }) body: ProviderPatch,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<ProviderView> {
    await this.providers.edit(actor, organizationId, seen, body);
    return this.queries.one(organizationId, actor);
  }
}
