import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Settings } from '../../platform/database/settings.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ListingChanges } from '../listings/index.js';

/** Takes the example exchange away for good; who may is the route's policy (administrators). */
@Injectable()
export class ExampleRemoval {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: Settings,
    private readonly changes: ListingChanges,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Example listings leave search and matching at once, organizations and centres with the next start, whatever that start asks for. Rows stay,
   * because the audit trail speaks of them. A second time it changes nothing.
   */
  async remove(actor: Actor): Promise<void> {
    await this.uow.run(async () => {
      if ((await this.settings.get('examples.stage')) === 'removed') return;
      await this.settings.set('examples', 'off');
      await this.settings.set('examples.stage', 'removed');
      const rows = await this.uow.query<{ id: string }>('SELECT id FROM listing WHERE is_example ORDER BY id');
      await this.changes.note(rows.map(({ id }) => id));
      await this.audit.record(actor, {
        action: 'examples.remove',
        subject: { type: 'exchange', id: 'examples' },
        data: { listings: rows.length },
      });
    });
  }
}
