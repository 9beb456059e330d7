import { Controller, Get } from '@nestjs/common';
import { WaitingQueries } from '../../../modules/reporting/index.js';
import { Can, staff } from '../../../platform/http/index.js';
import { Readiness } from '../../../platform/observability/readiness.js';
import { Page } from '../../page/index.js';
import { OverviewPage } from './overview.page.js';

@Controller('admin')
export class OverviewPages {
  constructor(
    private readonly waiting: WaitingQueries,
    private readonly readiness: Readiness,
  ) {}

  @Get()
  @Can('admin.read', { who: staff })
  @Page()
  async overview() {
    const [waiting, parts] = await Promise.all([this.waiting.all(), this.readiness.parts()]);
    return <OverviewPage waiting={waiting} parts={parts} />;
  }
}
