import { Injectable } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { UnitOfWork } from '../database/unit-of-work.js';

/** What better-auth does outside our unit of work reaches the audit from here. */
@Injectable()
export class AuthEvents {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  signedUp = (accountId: string): Promise<void> => this.record('account.sign-up', accountId);
  signedIn = (accountId: string): Promise<void> => this.record('account.sign-in', accountId);
  passwordChanged = (accountId: string): Promise<void> => this.record('account.change-password', accountId);

  /** A disabled person gets no new session. */
  async maySignIn(accountId: string): Promise<boolean> {
    return (await this.uow.query(`SELECT FROM person WHERE id = $1 AND disabled_at IS NOT NULL`, [accountId])).length === 0;
  }

  private record(action: string, accountId: string): Promise<void> {
    return this.uow.run(() => this.audit.record(system('auth'), { action, subject: { type: 'person', id: accountId } }));
  }
}
