import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { ProviderCodes } from './provider.codes.js';
import { ProvidersController } from './providers.controller.js';
import { ProvidersQueries } from './providers.queries.js';
import { ProvidersService } from './providers.service.js';

@Module({
  imports: [OrganizationsModule, TaxonomyModule],
  controllers: [ProvidersController],
  providers: [ProvidersService, ProvidersQueries, ProviderCodes],
  exports: [ProvidersService, ProvidersQueries],
})
export class ProvidersModule {}
