import { type DynamicModule, Module } from '@nestjs/common';
import { AnnouncementsModule, announcementsEntities } from './modules/announcements/index.js';
import { CatalogueModule, catalogueEntities } from './modules/catalogue/index.js';
import { CentresModule, centresEntities } from './modules/centres/index.js';
import { ExamplesModule } from './modules/examples/index.js';
import { ExportsModule } from './modules/exports/index.js';
import { FilesModule, filesEntities } from './modules/files/index.js';
import { IdentityModule, identityEntities } from './modules/identity/index.js';
import { ImportsModule, importsEntities } from './modules/imports/index.js';
import { ListingsModule, listingsEntities } from './modules/listings/index.js';
import { MatchingModule, matchingEntities } from './modules/matching/index.js';
import { NotificationsModule, notificationsEntities } from './modules/notifications/index.js';
import { OffersModule } from './modules/offers/index.js';
import { OrganizationsModule, organizationsEntities } from './modules/organizations/index.js';
import { ProvidersModule, providersEntities } from './modules/providers/index.js';
import { RulesModule, rulesEntities } from './modules/rules/index.js';
import { ReportingModule } from './modules/reporting/index.js';
import { ReviewsModule } from './modules/reviews/index.js';
import { VerificationModule, verificationEntities } from './modules/verification/index.js';
import { SearchesModule, searchesEntities } from './modules/searches/index.js';
import { ScreeningModule, screeningEntities } from './modules/screening/index.js';
import { SeekersModule, seekersEntities } from './modules/seekers/index.js';
import { TaxonomyModule, taxonomyEntities } from './modules/taxonomy/index.js';
import { AuthModule } from './platform/auth/index.js';
import type { AppConfig } from './platform/config/config.js';
import type { EntityClass } from './platform/database/data-source.js';
import { ExampleStart } from './platform/examples/example-start.js';
import { HttpModule } from './platform/http/index.js';
import { HealthModule } from './platform/observability/health.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { JobsAdminModule } from './platform/queue/jobs-admin.module.js';
import { WebModule } from './web/index.js';

/** Every table of every module; compared with the migrations by test/architecture/drift.spec.ts. */
export const moduleEntities: EntityClass[] = [
  ...taxonomyEntities,
  ...rulesEntities,
  ...identityEntities,
  ...organizationsEntities,
  ...filesEntities,
  ...centresEntities,
  ...verificationEntities,
  ...searchesEntities,
  ...screeningEntities,
  ...providersEntities,
  ...listingsEntities,
  ...seekersEntities,
  ...catalogueEntities,
  ...matchingEntities,
  ...notificationsEntities,
  ...importsEntities,
  ...announcementsEntities,
];

/** The composition root: the only file that names every module. */
@Module({})
export class AppModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, { entities: moduleEntities }),
        HttpModule,
        AuthModule,
        HealthModule,
        JobsAdminModule,
        TaxonomyModule,
        RulesModule,
        IdentityModule,
        OrganizationsModule,
        FilesModule,
        CentresModule,
        AnnouncementsModule,
        ReportingModule,
        ReviewsModule,
        VerificationModule,
        SearchesModule,
        ScreeningModule,
        ProvidersModule,
        ListingsModule,
        OffersModule,
        SeekersModule,
        CatalogueModule,
        MatchingModule,
        NotificationsModule,
        ImportsModule,
        ExportsModule,
        ExamplesModule,
        WebModule,
      ],
      providers: [ExampleStart],
    };
  }
}
