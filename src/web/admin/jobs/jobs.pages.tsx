import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { administrators, Can, staff, uuid } from '../../../platform/http/index.js';
import { JobsAdminService } from '../../../platform/queue/jobs-admin.service.js';
import { JobsQueries } from '../../../platform/queue/jobs.queries.js';
import { CurrentReader, Page, type Reader, redirect } from '../../page/index.js';
import { filterQuery } from '../frame/index.js';
import { JobsPage } from './jobs.page.js';

const jobsQuery = filterQuery(z.object({ after: z.string().max(2_000).optional() }));

/** Background work: how much waits, and what has failed for good. */
@Controller('admin/jobs')
export class JobsPages {
  constructor(
    private readonly queries: JobsQueries,
    private readonly jobs: JobsAdminService,
  ) {}

  @Get()
  @Can('job.read', { who: staff })
  @Page()
  async list(@Query({ schema: jobsQuery }) { after }: z.infer<typeof jobsQuery>) {
    const [load, dead] = await Promise.all([
      this.queries.load(),
      this.queries.list({ state: 'dead', limit: 20, ...(after !== undefined && { after }) }),
    ]);
    return <JobsPage load={load} dead={dead} />;
  }

  @Post(':id/run-again')
  @Can('job.requeue', { who: administrators })
  @Page()
  async runAgain(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    await this.jobs.requeue(actor, id);
    return redirect('/admin/jobs', 'admin.job-sent');
  }
}
