import { Module } from '@nestjs/common';
import { RulesModule } from '../rules/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { AuditTrailQueries } from './audit-trail.queries.js';
import { FiguresQueries } from './figures.queries.js';
import { SystemQueries } from './system.queries.js';
import { WaitingQueries } from './waiting.queries.js';

/** What administrators and centres know of the exchange as a whole. Reads the tables of all modules, changes none. Needs PlatformModule. */
@Module({
  imports: [RulesModule, TaxonomyModule],
  providers: [AuditTrailQueries, FiguresQueries, SystemQueries, WaitingQueries],
  exports: [AuditTrailQueries, FiguresQueries, SystemQueries, WaitingQueries],
})
export class ReportingModule {}
