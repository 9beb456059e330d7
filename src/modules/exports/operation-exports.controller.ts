import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { AnswerFile, Can, staff } from '../../platform/http/index.js';
import { JobsQueries } from '../../platform/queue/jobs.queries.js';
import { ImportRunsQueries } from '../imports/index.js';
import { MembersQueries } from '../organizations/index.js';
import { AuditTrailQueries } from '../reporting/index.js';
import { ALL_IMPORTS_COLUMNS, JOB_COLUMNS, OFFICER_COLUMNS, TRAIL_COLUMNS } from './export-columns.js';
import { MEDIA_TYPES } from './export-encoding.js';
import { file } from './export-file.js';
import {
  jobsExport,
  type JobsExport,
  officersExport,
  type OfficersExport,
  trailExport,
  type TrailExport,
  wholeExport,
  type WholeExport,
} from './export.schemas.js';
import { everyRow } from './page-walk.js';

const MEDIA = Object.values(MEDIA_TYPES);

/** What administrators and auditors look after, as files. */
@Controller('api/v1/exports')
export class OperationExportsController {
  constructor(
    private readonly members: MembersQueries,
    private readonly jobs: JobsQueries,
    private readonly imports: ImportRunsQueries,
    private readonly trail: AuditTrailQueries,
  ) {}

  @Get('officers')
  @Can('officer.read', { who: staff })
  @AnswerFile(MEDIA, 'Active officers by country, filtered as GET /api/v1/admin/officers.')
  async ofOfficers(@Query({ schema: officersExport }) { format, ...filter }: OfficersExport): Promise<StreamableFile> {
    return file('officers', await everyRow((place) => this.members.officers({ ...filter, ...place })), format, OFFICER_COLUMNS);
  }

  @Get('jobs')
  @Can('job.read', { who: staff })
  @AnswerFile(MEDIA, 'Background work, filtered as GET /api/v1/admin/jobs.')
  async ofJobs(@Query({ schema: jobsExport }) { format, ...filter }: JobsExport): Promise<StreamableFile> {
    return file('jobs', await everyRow((place) => this.jobs.list({ ...filter, ...place })), format, JOB_COLUMNS);
  }

  @Get('all-imports')
  @Can('import.overview', { who: staff })
  @AnswerFile(MEDIA, 'Tables that anybody has brought in, the newest first.')
  async ofImports(@Query({ schema: wholeExport }) { format }: WholeExport): Promise<StreamableFile> {
    return file('all-imports', await everyRow((place) => this.imports.overview(place)), format, ALL_IMPORTS_COLUMNS);
  }

  @Get('audit')
  @Can('audit.read', { who: staff })
  @AnswerFile(MEDIA, 'The audit trail, the newest first.')
  async ofTrail(@Query({ schema: trailExport }) { format, ...filter }: TrailExport): Promise<StreamableFile> {
    return file('audit', await everyRow(({ after }) => this.trail.page({ ...filter, after })), format, TRAIL_COLUMNS);
  }
}
