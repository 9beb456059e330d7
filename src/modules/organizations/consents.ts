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
    if (missing.length > 0) throw consentRequired(organizationId, missing);
  }

  /** Whether nobody belongs to it, so that all rests on consents, and what they cover today. */
  async standing(organizationId: string): Promise<{ custodial: boolean; scopes: ConsentScope[] }> {
    const members = await this.uow.query('SELECT FROM membership WHERE organization_id = $1 LIMIT 1', [organizationId]);
    return { custodial: members.length === 0, scopes: await this.inForce(organizationId) };
  }
}

export const consentRequired = (organizationId: string, missing: readonly ConsentScope[]): DomainError =>
  new DomainError('forbidden', 'consent.required', {
    detail: `Nobody of the organization has consented to this being done for it (${missing.join(', ')}). Have the form signed or note a call, and record it: POST /api/v1/organizations/${organizationId}/consents.`,
  });
