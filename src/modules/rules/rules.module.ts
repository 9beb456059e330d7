import { Module } from '@nestjs/common';
import { RulesAdmin } from './rules-admin.service.js';
import { RulesController } from './rules.controller.js';
import { RulesQueries } from './rules.queries.js';
import { Rules } from './rules.service.js';
import { WorkingDays } from './working-days.service.js';

/** What the house goes by, as data. Needs PlatformModule. */
@Module({
  controllers: [RulesController],
  providers: [Rules, RulesAdmin, RulesQueries, WorkingDays],
  exports: [Rules, RulesAdmin, RulesQueries, WorkingDays],
})
export class RulesModule {}
