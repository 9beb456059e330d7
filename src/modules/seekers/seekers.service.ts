import { Injectable } from '@nestjs/common';
import { type Actor, actsFor } from '../../kernel/actor.js';
import { DomainError, type Fault, invalid } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireVersion } from '../../platform/http/index.js';
import { OrganizationsQueries, requireSight } from '../organizations/index.js';
import { TaxonomyService } from '../taxonomy/index.js';
import { SeekerProfileEntity } from './seeker-profile.entity.js';
import type { SeekerPatch } from './seekers.schemas.js';

/** Keeps the profiles that organizations show as seekers. */
@Injectable()
export class SeekersService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsQueries,
    private readonly taxonomy: TaxonomyService,
    private readonly audit: AuditLog,
  ) {}

  /** By a manager or editor who acts for the organization; `seen` is 0 for a profile that was never written. */
  edit(actor: Actor, organizationId: string, seen: number | null, patch: SeekerPatch): Promise<void> {
    return this.uow.run(async () => {
      requireSight(actor, await this.organizations.facts(organizationId, actor));
      if (!actsFor(actor, organizationId, 'editor'))
        throw new DomainError('forbidden', 'seeker.editor-only', {
          detail: 'Only editors and managers who act for this organization may do this.',
        });
      const { version } = await this.lock(organizationId);
      requireVersion(seen, version, 'seeker');
      this.requireSectors(patch.sectors ?? []);
      await this.uow.manager.update(
        SeekerProfileEntity,
        { organizationId },
        { ...patch, version: version + 1, updatedAt: () => 'gate_now()' },
      );
      const data = { changed: Object.keys(patch).sort() };
      await this.audit.record(actor, { action: 'seeker.edit', subject: { type: 'organization', id: organizationId }, data });
    });
  }

  private requireSectors(sectors: readonly string[]): void {
    const book = this.taxonomy.current();
    const faults = sectors.flatMap((code, i): Fault[] =>
      book.crsPath(code).length > 0
        ? []
        : [{ path: `sectors.${i}`, code: 'unknown-code', message: `"${code}" is not in the list: see /api/v1/code-lists/crs.` }],
    );
    if (faults.length > 0) throw invalid(faults);
  }

  private async lock(organizationId: string): Promise<{ version: number }> {
    await this.uow.query('INSERT INTO seeker_profile (organization_id) VALUES ($1) ON CONFLICT DO NOTHING', [organizationId]);
    return this.uow.manager.findOneOrFail(SeekerProfileEntity, { where: { organizationId }, lock: { mode: 'pessimistic_write' } });
  }
}
