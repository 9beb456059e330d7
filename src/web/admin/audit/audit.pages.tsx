import { Controller, Get, Query } from '@nestjs/common';
import { AuditTrailQueries, type TrailQuery, trailQuery } from '../../../modules/reporting/index.js';
import { AuditVerifier } from '../../../platform/audit/audit.verifier.js';
import { Can, staff } from '../../../platform/http/index.js';
import { Page } from '../../page/index.js';
import { filterQuery } from '../frame/index.js';
import { AuditPage } from './audit.page.js';
import { ChainPage } from './chain.page.js';

/** Who did what and when, and whether the trail is what was sealed. */
@Controller('admin/audit')
export class AuditPages {
  constructor(
    private readonly trail: AuditTrailQueries,
    private readonly verifier: AuditVerifier,
  ) {}

  @Get()
  @Can('audit.read', { who: staff })
  @Page()
  async list(@Query({ schema: filterQuery(trailQuery) }) query: TrailQuery) {
    const [page, block] = await Promise.all([this.trail.page(query), this.trail.lastBlock()]);
    return <AuditPage page={page} query={query} block={block} />;
  }

  /** Reads the whole trail. */
  @Get('chain')
  @Can('audit.read', { who: staff })
  @Page()
  async chain() {
    const report = await this.verifier.verify();
    return <ChainPage report={report} block={await this.trail.lastBlock()} />;
  }
}
