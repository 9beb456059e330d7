import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { CentresModule } from '../centres/index.js';
import { IdentityModule } from '../identity/index.js';
import { ListingsModule } from '../listings/index.js';
import { MatchingModule } from '../matching/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { ProvidersModule } from '../providers/index.js';
import { ReviewsModule } from '../reviews/index.js';
import { ScreeningModule } from '../screening/index.js';
import { DeskExportsController } from './desk-exports.controller.js';
import { ExportsController } from './exports.controller.js';
import { ListingExports } from './listing-exports.service.js';

/** Lists as files. */
@Module({
  imports: [
    CatalogueModule,
    CentresModule,
    IdentityModule,
    ListingsModule,
    MatchingModule,
    OrganizationsModule,
    ProvidersModule,
    ReviewsModule,
    ScreeningModule,
  ],
  controllers: [ExportsController, DeskExportsController],
  providers: [ListingExports],
  exports: [ListingExports],
})
export class ExportsModule {}
