import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { administrators, Answer, Can, CurrentActor, Idempotent, staff, uuid, pageOfSchema } from '../http/index.js';
import { jobView, type JobsQuery, jobsQuery } from './jobs-admin.schemas.js';
import { JobsAdminService } from './jobs-admin.service.js';
import { JobsQueries } from './jobs.queries.js';

@Controller('api/v1/admin/jobs')
export class JobsAdminController {
  constructor(
    private readonly queries: JobsQueries,
    private readonly jobs: JobsAdminService,
  ) {}

  @Get()
  @Can('job.read', { who: staff })
  @Answer(200, pageOfSchema(jobView))
  list(@Query({ schema: jobsQuery }) query: JobsQuery) {
    return this.queries.list(query);
  }

  @Get(':id')
  @Can('job.read', { who: staff })
  @Answer(200, jobView)
  one(@Param('id', { schema: uuid }) id: string) {
    return this.queries.one(id);
  }

  @Post(':id/requeue')
  @Can('job.requeue', { who: administrators })
  @Idempotent({ replay: 'one' })
  @Answer(200, jobView)
  requeue(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor) {
    return this.jobs.requeue(actor, id);
  }
}
