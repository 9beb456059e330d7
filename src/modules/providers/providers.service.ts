import { Injectable } from '@nestjs/common';
import { type Actor, actsFor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireVersion } from '../../platform/http/index.js';
import { OrganizationsQueries, requireSight } from '../organizations/index.js';
import { ProviderCodes } from './provider.codes.js';
import { ProviderProfileEntity } from './provider-profile.entity.js';
import type { ProviderPatch } from './providers.schemas.js';

/** Keeps the profiles that organizations show as providers. */
@Injectable()
export class ProvidersService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsQueries,
    private readonly codes: ProviderCodes,
    private readonly audit: AuditLog,
  ) {}

  /** By a manager or editor who acts for the organization; `seen` is 0 for a profile that was never written. */
  edit(actor: Actor, organizationId: string, seen: number | null, patch: ProviderPatch): Promise<void> {
    return this.uow.run(async () => {
      requireSight(actor, await this.organizations.facts(organizationId, actor));
      if (!actsFor(actor, organizationId, 'editor'))
        throw new DomainError('forbidden', 'provider.editor-only', {
          detail: 'Only editors and managers who act for this organization may do this.',
        });
      const { version } = await this.lock(organizationId);
      requireVersion(seen, version, 'provider');
      await this.codes.require(patch);
      await this.uow.manager.update(
        ProviderProfileEntity,
        { organizationId },
        { ...patch, version: version + 1, updatedAt: () => 'gate_now()' },
      );
      const data = { changed: Object.keys(patch).sort() };
      await this.audit.record(actor, { action: 'provider.edit', subject: { type: 'organization', id: organizationId }, data });
    });
  }

  private async lock(organizationId: string): Promise<{ version: number }> {
    await this.uow.query(`INSERT INTO provider_profile (organization_id, sectors, serves) VALUES ($1, '{}', '{}') ON CONFLICT DO NOTHING`, [
      organizationId,
    ]);
    return this.uow.manager.findOneOrFail(ProviderProfileEntity, { where: { organizationId }, lock: { mode: 'pessimistic_write' } });
  }
}
