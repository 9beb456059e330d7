import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RulesModule } from '../rules/index.js';
import { DocumentFiles } from './document-files.service.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsQueries } from './documents.queries.js';
import { DocumentsService } from './documents.service.js';
import { DueDiligenceWaits } from './due-diligence-waits.js';
import { DueDiligenceController } from './due-diligence.controller.js';
import { DueDiligence } from './due-diligence.service.js';
import { VerificationPeriods } from './verification-periods.service.js';
import { VerificationRecords } from './verification-record.queries.js';
import { VerificationTimers } from './verification-timers.service.js';

@Module({
  imports: [FilesModule, OrganizationsModule, RulesModule],
  controllers: [DocumentsController, DueDiligenceController],
  providers: [
    DocumentFiles,
    DocumentsQueries,
    DocumentsService,
    DueDiligence,
    DueDiligenceWaits,
    VerificationPeriods,
    VerificationRecords,
    VerificationTimers,
  ],
  exports: [DocumentFiles, DocumentsQueries, DocumentsService, DueDiligence, VerificationRecords],
})
export class VerificationModule {}
