import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/index.js';
import { RulesModule } from '../rules/index.js';
import { CentreAppointments } from './centre-appointments.service.js';
import { CentresController } from './centres.controller.js';
import { CentresQueries } from './centres.queries.js';
import { Centres } from './centres.service.js';

/** Country centres and who serves a country. Needs PlatformModule. */
@Module({
  imports: [OrganizationsModule, RulesModule],
  controllers: [CentresController],
  providers: [CentreAppointments, Centres, CentresQueries],
  exports: [Centres],
})
export class CentresModule {}
