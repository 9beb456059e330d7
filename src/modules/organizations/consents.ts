import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export const CONSENT_SCOPES = ['register', 'list', 'answer-matches', 'receive-contacts'] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];

/** Whether the officers of its country may act for an organization: somebody there has said so, for that, and it has not run out. */
@Injectable()
export class Consents {
  constructor(private readonly uow: UnitOfWork) {}

  /** What they may do for it today. */
  async inForce(organizationId: string): Promise<ConsentScope[]> {
    const rows = await this.uow.query<{ scope: ConsentScope }>('SELECT DISTINCT scope FROM consent_in_force WHERE organization_id = $1', [
      organizationId,
    ]);
    return CONSENT_SCOPES.filter((scope) => rows.some((row) => row.scope === scope));
  }

  /** @throws DomainError `consent.required` (403) with the scopes that are missing. */
  async require(organizationId: string, ...scopes: ConsentScope[]): Promise<void> {
    const given = await this.inForce(organizationId);
    const missing = scopes.filter((scope) => !given.includes(scope));
    if (missing.length > 0)
      throw new DomainError('forbidden', 'consent.required', {
        detail: `The organization has no consent in force to be acted for here (${missing.join(', ')}): have one signed or note a call, and record it at POST /api/v1/organizations/${organizationId}/consents.`,
      });
  }
}
