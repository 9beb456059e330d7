import { Global, Module } from '@nestjs/common';
import { AnnouncementsModule } from '../../modules/announcements/index.js';
import { IdentityModule } from '../../modules/identity/index.js';
import { NotificationsModule } from '../../modules/notifications/index.js';
import { TaxonomyModule } from '../../modules/taxonomy/index.js';
import { ErrorPages } from '../../platform/http/index.js';
import { PageErrors } from './page-errors.js';
import { PageWriter } from './page-writer.js';

/** What makes a page of an element, and of a failure. */
@Global()
@Module({
  imports: [AnnouncementsModule, IdentityModule, NotificationsModule, TaxonomyModule],
  providers: [PageWriter, { provide: ErrorPages, useClass: PageErrors }],
  exports: [PageWriter],
})
export class PagesModule {}
