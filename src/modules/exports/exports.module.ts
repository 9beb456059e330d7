import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { CentresModule } from '../centres/index.js';
import { IdentityModule } from '../identity/index.js';
import { ImportsModule } from '../imports/index.js';
import { ListingsModule } from '../listings/index.js';
import { MatchingModule } from '../matching/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { ProvidersModule } from '../providers/index.js';
import { ReportingModule } from '../reporting/index.js';
import { ReviewsModule } from '../reviews/index.js';
import { ScreeningModule } from '../screening/index.js';
import { SearchesModule } from '../searches/index.js';
import { DeskExportsController } from './desk-exports.controller.js';
import { ExportsController } from './exports.controller.js';
import { ListingExports } from './listing-exports.service.js';
import { OperationExportsController } from './operation-exports.controller.js';
import { OwnExportsController } from './own-exports.controller.js';

/** Lists as files. */
@Module({
  imports: [
    CatalogueModule,
    CentresModule,
    IdentityModule,
    ImportsModule,
    ListingsModule,
    MatchingModule,
    NotificationsModule,
    OrganizationsModule,
    ProvidersModule,
    ReportingModule,
    ReviewsModule,
    ScreeningModule,
    SearchesModule,
  ],
  controllers: [ExportsController, DeskExportsController, OwnExportsController, OperationExportsController],
  providers: [ListingExports],
  exports: [ListingExports],
})
export class ExportsModule {}
