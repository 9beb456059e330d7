import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { ImportRunsQueries } from '../../../modules/imports/index.js';
import { Can, staff } from '../../../platform/http/index.js';
import { Page } from '../../page/index.js';
import { filterQuery } from '../frame/index.js';
import { ImportsPage } from './imports.page.js';

const importsQuery = filterQuery(z.object({ after: z.string().max(2_000).optional() }));

/** Every table that somebody has brought in. */
@Controller('admin/imports')
export class AdminImportsPages {
  constructor(private readonly runs: ImportRunsQueries) {}

  @Get()
  @Can('import.overview', { who: staff })
  @Page()
  async list(@Query({ schema: importsQuery }) { after }: z.infer<typeof importsQuery>) {
    return <ImportsPage page={await this.runs.overview({ limit: 20, ...(after !== undefined && { after }) })} />;
  }
}
