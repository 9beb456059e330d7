import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Decision, OrganizationsService } from '../organizations/index.js';
import { DocumentsQueries } from './documents.queries.js';
import { OrganizationDocumentEntity } from './organization-document.entity.js';
import { dueDiligencePartOf } from './verification.policy.js';

/** What administrators decide once the papers of due diligence (L2) have been accepted one by one. */
@Injectable()
export class DueDiligence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsService,
    private readonly documents: DocumentsQueries,
  ) {}

  /**
   * The first time, and again before it ends. Whoever handed in or accepted one of its papers leaves the decision to somebody else.
   * @throws DomainError 404, 403 (`document.four-eyes`), 409 (`organization.held`, `organization.papers-missing` with what is missing).
   */
  pass(actor: PersonActor, id: string, decision: Decision): Promise<void> {
    return this.organizations.decide(actor, id, 'pass-due-diligence', decision, async ({ held }) => {
      if (held) throw conflict('held', 'Its name is like one on a screening list: decide on that first.');
      const { missing, counting } = await this.documents.dueDiligence(id);
      if (missing.length > 0)
        throw new DomainError('conflict', 'organization.papers-missing', {
          detail: `Papers have to be accepted first: ${missing.join(', ')}. Its managers hand them in.`,
          errors: missing.map((part) => ({
            path: part,
            code: 'missing',
            message: 'No paper that was accepted and still holds shows this.',
          })),
        });
      await this.requireOthersWork(actor, counting);
    });
  }

  /** Back to verified before its time, with a reason. @throws DomainError 404, 403, 409, 400 (reason). */
  end(actor: PersonActor, id: string, decision: Decision): Promise<void> {
    return this.organizations.decide(actor, id, 'end-due-diligence', decision);
  }

  private async requireOthersWork({ personId }: PersonActor, ids: readonly string[]): Promise<void> {
    const papers = await this.uow.manager.findBy(OrganizationDocumentEntity, [{ uploadedBy: personId }, { reviewerId: personId }]);
    if (papers.some(({ id, kind }) => ids.includes(id) && dueDiligencePartOf(kind) !== null))
      throw new DomainError('forbidden', 'document.four-eyes', {
        detail: 'You handed in or accepted one of its papers: another administrator has to decide.',
      });
  }
}

const conflict = (code: string, detail: string): DomainError => new DomainError('conflict', `organization.${code}`, { detail });
