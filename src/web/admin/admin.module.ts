import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '../../modules/announcements/index.js';
import { CatalogueModule } from '../../modules/catalogue/index.js';
import { CentresModule } from '../../modules/centres/index.js';
import { ExamplesModule } from '../../modules/examples/index.js';
import { IdentityModule } from '../../modules/identity/index.js';
import { ImportsModule } from '../../modules/imports/index.js';
import { OrganizationsModule } from '../../modules/organizations/index.js';
import { ReportingModule } from '../../modules/reporting/index.js';
import { RulesModule } from '../../modules/rules/index.js';
import { ScreeningModule } from '../../modules/screening/index.js';
import { TaxonomyModule } from '../../modules/taxonomy/index.js';
import { AnnouncementsPages } from './announcements/announcements.pages.js';
import { AuditPages } from './audit/audit.pages.js';
import { CentresPages } from './centres/centres.pages.js';
import { CodeListsPages } from './code-lists/code-lists.pages.js';
import { MembersPages } from './code-lists/members.pages.js';
import { RatesPages } from './code-lists/rates.pages.js';
import { ExamplesPages } from './examples/examples.pages.js';
import { FiguresPages } from './figures/figures.pages.js';
import { AdminImportsPages } from './imports/imports.pages.js';
import { JobsPages } from './jobs/jobs.pages.js';
import { OverviewPages } from './overview/overview.pages.js';
import { PeoplePages } from './people/people.pages.js';
import { NoticesPages } from './rules/notices.pages.js';
import { RulesPages } from './rules/rules.pages.js';
import { ScreeningPages } from './screening/screening.pages.js';
import { SystemPages } from './system/system.pages.js';
import { TranslationsPages } from './translations/translations.pages.js';
import { WindowsPages } from './windows/windows.pages.js';

/** What administrators look after; auditors read all of it. */
@Module({
  imports: [
    AnnouncementsModule,
    CatalogueModule,
    CentresModule,
    ExamplesModule,
    IdentityModule,
    ImportsModule,
    OrganizationsModule,
    ReportingModule,
    RulesModule,
    ScreeningModule,
    TaxonomyModule,
  ],
  controllers: [
    OverviewPages,
    CentresPages,
    PeoplePages,
    WindowsPages,
    MembersPages,
    RatesPages,
    CodeListsPages,
    RulesPages,
    NoticesPages,
    AuditPages,
    AdminImportsPages,
    JobsPages,
    ScreeningPages,
    FiguresPages,
    SystemPages,
    TranslationsPages,
    ExamplesPages,
    AnnouncementsPages,
  ],
})
export class AdminModule {}
