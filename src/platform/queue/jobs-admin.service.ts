import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { AuditLog } from '../audit/audit-log.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { JobView } from './jobs-admin.schemas.js';
import { JobsQueries } from './jobs.queries.js';
import { OutboxRelay } from './outbox.relay.js';
import { OutboxRepository } from './outbox.repository.js';

/** What administrators do with jobs that died. */
@Injectable()
export class JobsAdminService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: OutboxRepository,
    private readonly queries: JobsQueries,
    private readonly relay: OutboxRelay,
    private readonly audit: AuditLog,
  ) {}

  /** Gives a dead job its starts back. @throws DomainError `job.not-found`, or `job.not-dead` when it is waiting or done. */
  requeue(actor: Actor, id: string): Promise<JobView> {
    return this.uow.run(async () => {
      const revived = await this.outbox.revive(id);
      const job = await this.queries.one(id);
      if (!revived)
        throw new DomainError('conflict', 'job.not-dead', { detail: `This job is ${job.state}; only a dead one is sent again.` });
      await this.audit.record(actor, { action: 'job.requeue', subject: { type: 'job', id }, data: { name: job.name } });
      this.uow.afterCommit(() => this.relay.nudge());
      return job;
    });
  }
}
