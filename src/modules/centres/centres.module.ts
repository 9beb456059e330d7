import { Module } from '@nestjs/common';
import { ConsentTimers } from './consent-timers.js';
import { ConsentForms } from './consent-forms.service.js';
import { ConsentRecords } from './consent-records.service.js';
import { ConsentsController } from './consents.controller.js';
import { ConsentsQueries } from './consents.queries.js';
import { FilesModule } from '../files/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RulesModule } from '../rules/index.js';
import { CentreAppointments } from './centre-appointments.service.js';
import { CentreTimers } from './centre-timers.js';
import { CentresController } from './centres.controller.js';
import { CentresQueries } from './centres.queries.js';
import { Centres } from './centres.service.js';

/** Country centres and who serves a country. Needs PlatformModule. */
@Module({
  imports: [FilesModule, OrganizationsModule, RulesModule],
  controllers: [CentresController, ConsentsController],
  providers: [ConsentForms, CentreAppointments, CentreTimers, Centres, CentresQueries, ConsentRecords, ConsentsQueries, ConsentTimers],
  exports: [CentreAppointments, CentresQueries, Centres, ConsentForms, ConsentRecords, ConsentsQueries],
})
export class CentresModule {}
