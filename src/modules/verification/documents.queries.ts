import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OrganizationsQueries, requireSight } from '../organizations/index.js';
import { Rules, WorkingDays } from '../rules/index.js';
import { missingParts } from './verification.policy.js';
import { verificationDueDays } from './verification.rules.js';
import type { DocumentsView, DocumentView } from './verification.schemas.js';

const DOCUMENT = `
  SELECT id, kind, title, reference, language, translated, issued_on::text AS "issuedOn", expires_on::text AS "expiresOn", uploaded_at AS "uploadedAt",
         outcome, reason, note, reviewed_at AS "reviewedAt"
  FROM organization_document WHERE organization_id = $1 ORDER BY uploaded_at, id`;

/** The papers of an organization: level 5, for its members, its centre, administrators and auditors. */
@Injectable()
export class DocumentsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsQueries,
    private readonly rules: Rules,
    private readonly workingDays: WorkingDays,
    private readonly clock: BusinessClock,
    private readonly audit: AuditLog,
  ) {}

  /** A reading by office is audited. @throws DomainError `organization.not-found`, `organization.members-only` for everybody else. */
  async list(actor: Actor, organizationId: string): Promise<DocumentsView> {
    return this.uow.run(async () => {
      const facts = await this.organizations.facts(organizationId, actor);
      requireSight(actor, facts, 'full');
      const items = await this.of(organizationId);
      if (facts.role === null && items.length > 0 && personIdOf(actor) !== null)
        await this.audit.record(actor, { action: 'organization.read-documents', subject: { type: 'organization', id: organizationId } });
      const [row] = await this.uow.query<{ until: Date | null }>('SELECT verified_until AS until FROM organization WHERE id = $1', [
        organizationId,
      ]);
      const day = (await this.clock.now()).toISOString().slice(0, 10);
      return {
        items,
        missing: missingParts(items, day, ({ outcome }) => outcome === 'accepted'),
        waiting: await this.waiting(facts.country, items),
        verifiedUntil: row?.until ?? null,
      };
    });
  }

  of(organizationId: string): Promise<DocumentView[]> {
    return this.uow.query<DocumentView>(DOCUMENT, [organizationId]);
  }

  private async waiting(country: string, items: readonly DocumentView[]): Promise<DocumentsView['waiting']> {
    const first = items.find(({ outcome }) => outcome === null);
    if (!first) return null;
    const since = new Date(first.uploadedAt);
    const officers = await this.organizations.officersOf(country);
    const dueAt = await this.workingDays.after(since, await this.rules.get(verificationDueDays), country);
    return { with: officers.length > 0 ? 'centre' : 'administrators', since, dueAt };
  }
}
