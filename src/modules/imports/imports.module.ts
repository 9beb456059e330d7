import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { ListingsModule } from '../listings/index.js';
import { OffersModule } from '../offers/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RulesModule } from '../rules/index.js';
import { SeekersModule } from '../seekers/index.js';
import { ImportHeader } from './import-header.service.js';
import { ImportMappings } from './import-mappings.service.js';
import { ImportPeople } from './import-people.queries.js';
import { ImportRows } from './import-rows.service.js';
import { ImportRunsQueries } from './import-runs.queries.js';
import { ImportRuns } from './import-runs.service.js';
import { ImportSweep } from './import-sweep.service.js';
import { ImportTable } from './import-table.service.js';
import { ImportTaking } from './import-taking.service.js';
import { ImportWork } from './import-work.jobs.js';
import { ImportService } from './import.service.js';
import { ImportsController } from './imports.controller.js';

/** Tables of offers and needs: by command, and by people over HTTP. */
@Module({
  imports: [FilesModule, ListingsModule, OffersModule, SeekersModule, OrganizationsModule, RulesModule],
  controllers: [ImportsController],
  providers: [
    ImportHeader,
    ImportRows,
    ImportService,
    ImportMappings,
    ImportPeople,
    ImportRuns,
    ImportRunsQueries,
    ImportSweep,
    ImportTable,
    ImportTaking,
    ImportWork,
  ],
  exports: [ImportHeader, ImportMappings, ImportRuns, ImportRunsQueries, ImportService],
})
export class ImportsModule {}
