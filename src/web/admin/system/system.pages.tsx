import { Controller, Get, Inject } from '@nestjs/common';
import { CatalogueFollower, CatalogueIndex } from '../../../modules/catalogue/index.js';
import { SystemQueries } from '../../../modules/reporting/index.js';
import { CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { Can, staff } from '../../../platform/http/index.js';
import { Readiness } from '../../../platform/observability/readiness.js';
import { QUEUE_BACKEND, type QueueBackend } from '../../../platform/queue/queue.backend.js';
import { Page } from '../../page/index.js';
import { SystemPage } from './system.page.js';

/** What this process is made of, and whether each part answers. */
@Controller('admin/system')
export class SystemPages {
  constructor(
    private readonly readiness: Readiness,
    private readonly system: SystemQueries,
    private readonly index: CatalogueIndex,
    private readonly follower: CatalogueFollower,
    @Inject(QUEUE_BACKEND) private readonly queue: QueueBackend,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Get()
  @Can('admin.read', { who: staff })
  @Page()
  async show() {
    const [parts, database] = await Promise.all([this.readiness.parts(), this.system.database()]);
    const { smtpUrl, s3Url, examples, role } = this.config;
    return (
      <SystemPage
        parts={parts}
        database={database}
        index={{ listings: this.index.size, lagSeconds: this.follower.lagSeconds }}
        settings={{ role, queue: this.queue.kind, mail: smtpUrl ? 'smtp' : 'files', storage: s3Url ? 'bucket' : 'folder', examples }}
      />
    );
  }
}
