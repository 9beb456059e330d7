import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { DomainError, invalid, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ChangeRequestEntity } from './change-request.entity.js';
import { fieldAt } from './content-difference.js';
import { ListingAccess, type ListingTarget } from './listing-access.js';
import { ListingKinds } from './listing-kinds.js';
import type { ListingEntity } from './listing.entity.js';
import { ListingRepository, type ListingRevision } from './listing.repository.js';
import type { FieldRequest } from './remarks.js';
import { schemaAt } from './schema-at.js';

/** Requests to change single fields, answered one by one. */
@Injectable()
export class ChangeRequests {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingRepository,
    private readonly access: ListingAccess,
    private readonly kinds: ListingKinds,
    private readonly audit: AuditLog,
  ) {}

  /** Joins the unit of the decision. @throws DomainError `request.invalid` (400) for a field that its kind does not have. */
  async ask(
    reviewerId: string,
    { id, kind }: ListingEntity,
    { revision }: ListingRevision,
    requests: readonly FieldRequest[],
  ): Promise<void> {
    const { schema } = this.kinds.of(kind);
    const faults = requests.flatMap(({ path }, i) =>
      schemaAt(schema, path) ? [] : [{ path: `fields.${i}.path`, code: 'unknown', message: `A ${kind} has no field "${path}".` }],
    );
    if (faults.length > 0) throw invalid(faults);
    for (const [position, { path, note }] of requests.entries())
      await this.uow.manager.insert(ChangeRequestEntity, { listingId: id, revision, position, path, note, requestedBy: reviewerId });
  }

  /**
   * Its owner explains why a field stays as it is, or what was done.
   * @throws DomainError 404 (the listing, `change-request.not-found`), 403, `listing.not-editable` (409).
   */
  answer(actor: Actor, target: ListingTarget, requestId: string, words: string): Promise<void> {
    return this.uow.run(async () => {
      const { row, roles } = await this.access.open(actor, target);
      this.access.requireRole('submit', roles);
      const request = await this.uow.manager.findOneBy(ChangeRequestEntity, { id: requestId, listingId: row.id });
      if (!request) throw notFound('change-request');
      if ((row.pendingState ?? row.state) !== 'changes_requested')
        throw new DomainError('conflict', 'listing.not-editable', {
          detail: 'Requests are answered while changes are asked for: submit it again, or wait for the decision.',
        });
      const answered = { answer: words, answeredBy: personIdOf(actor), answeredAt: () => 'gate_now()' };
      await this.uow.manager.update(ChangeRequestEntity, { id: requestId }, answered);
      await this.audit.record(actor, {
        action: 'listing.answer-request',
        subject: { type: 'listing', id: row.id },
        data: { request: requestId },
      });
    });
  }

  /**
   * Before it is submitted again: every field asked about has been changed, or somebody has said why not.
   * @throws DomainError `listing.requests-open` (400), naming the fields.
   */
  async settle(actor: Actor, row: ListingEntity, { content }: ListingRevision): Promise<void> {
    const open = await this.uow.manager.find(ChangeRequestEntity, {
      where: { listingId: row.id, changed: false },
      order: { requestedAt: 'ASC', position: 'ASC' },
    });
    const unanswered: ChangeRequestEntity[] = [];
    for (const request of open) {
      const asked = await this.listings.revision(row.id, request.revision);
      const isChanged = !isDeepStrictEqual(fieldAt(asked.content, request.path), fieldAt(content, request.path));
      if (isChanged) {
        const answered = request.answeredBy === null ? { answeredBy: personIdOf(actor), answeredAt: () => 'gate_now()' } : {};
        await this.uow.manager.update(ChangeRequestEntity, { id: request.id }, { changed: true, ...answered });
      } else if (request.answer === null) unanswered.push(request);
    }
    if (unanswered.length === 0) return;
    const faults = unanswered.map(({ path, id, note }) => ({
      path,
      code: 'request-open',
      message: `A change was asked for: “${note}” Change the field, or say why it stays (change-requests/${id}/answer).`,
    }));
    throw invalid(faults, 'listing.requests-open');
  }
}
