import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/index.js';
import { RulesModule } from '../rules/index.js';
import { ScreeningLists } from './screening-lists.service.js';
import { ScreeningController } from './screening.controller.js';
import { ScreeningJobs } from './screening.jobs.js';
import { ScreeningQueries } from './screening.queries.js';
import { ScreeningService } from './screening.service.js';

/** Legal names compared with lists of names to look out for. */
@Module({
  imports: [OrganizationsModule, RulesModule],
  controllers: [ScreeningController],
  providers: [ScreeningJobs, ScreeningLists, ScreeningQueries, ScreeningService],
  exports: [ScreeningLists, ScreeningQueries, ScreeningService],
})
export class ScreeningModule {}
