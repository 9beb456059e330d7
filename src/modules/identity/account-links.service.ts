import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type PersonActor, system } from '../../kernel/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { CredentialStore, tooManyAttempts } from '../../platform/auth/index.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { networkOf, type Quota, RateLimiter } from '../../platform/http/index.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { sendReset, sendVerification } from './account-mail.jobs.js';
import { isVerificationToken, readVerificationToken, resetToken } from './account-tokens.js';

const RESET_SECONDS = 3600;
const FROM_ONE_PLACE: Quota = { max: 20, windowSeconds: 3600 };
/** So that nobody's mailbox is filled by others. */
const TO_ONE_ADDRESS: Quota = { max: 3, windowSeconds: 3600 };
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Links mailed to people about their own account: a new password, and that the address is theirs. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly jobs: Jobs,
    private readonly credentials: CredentialStore,
    private readonly limiter: RateLimiter,
    @Inject(CONFIG) private readonly config: Pick<Config, 'secret'>,
  ) {}

  /**
   * Mails a link that sets a new password, where there is such an account; nothing that is answered tells whether there is.
   * @throws DomainError (429) `auth.too-many-attempts` of whoever asks too often.
   */
  async askReset(email: string, ip: string, language: string): Promise<void> {
    await this.spend(`reset-from:${networkOf(ip)}`, FROM_ONE_PLACE);
    const [account] = await this.uow.query<{ id: string }>(
      `SELECT a.id FROM auth."user" a LEFT JOIN person p ON p.id = a.id WHERE a.email = $1 AND p.disabled_at IS NULL`,
      [email],
    );
    if (!account || (await this.limiter.count(`reset-of:${account.id}`, TO_ONE_ADDRESS)).used > TO_ONE_ADDRESS.max) return;
    const id = randomUUID();
    await this.uow.run(async () => {
      await this.credentials.permitReset(id, account.id, resetToken(id, this.config.secret), RESET_SECONDS);
      await this.audit.record(system('accounts'), { action: 'account.ask-reset', subject: { type: 'person', id: account.id } });
      await this.jobs.add(sendReset, { resetId: id, language });
    });
  }

  /** Whose password a link is for; undefined when it was used or has run out. Looking does not use it up. */
  resetOf(token: string): Promise<{ personId: string; email: string; name: string } | undefined> {
    return this.credentials.resetOf({ token });
  }

  /** Mails the link anew. @throws DomainError (429) `auth.too-many-attempts`. */
  async askVerification(actor: PersonActor): Promise<void> {
    await this.spend(`verify-of:${actor.personId}`, TO_ONE_ADDRESS);
    await this.uow.run(() => this.jobs.add(sendVerification, { personId: actor.personId, language: actor.language, issuedAt: Date.now() }));
  }

  /** Whose address a link shows to be hers; undefined when it is not ours or has run out. */
  async verificationOf(token: string): Promise<{ personId: string; email: string } | undefined> {
    const { personId, until } = readVerificationToken(token);
    if (!UUID.test(personId) || !(until > Date.now())) return undefined;
    const account = await this.credentials.accountOf(personId);
    return account && isVerificationToken(token, account.email, this.config.secret) ? { personId, email: account.email } : undefined;
  }

  /** Whoever opened a link from her mail reads it. Doing it twice changes nothing. @returns whether the link holds. */
  async verify(token: string): Promise<boolean> {
    const found = await this.verificationOf(token);
    if (found) await this.uow.run(() => this.hasVerified(found.personId));
    return found !== undefined;
  }

  /** Whoever set a password by a link from her mail reads it. */
  async hasReset(personId: string): Promise<void> {
    await this.uow.run(async () => {
      await this.audit.record(system('accounts'), { action: 'account.reset-password', subject: { type: 'person', id: personId } });
      await this.hasVerified(personId);
    });
  }

  private async hasVerified(personId: string): Promise<void> {
    if (await this.credentials.verifyEmail(personId))
      await this.audit.record(system('accounts'), { action: 'account.verify', subject: { type: 'person', id: personId } });
  }

  private async spend(bucket: string, quota: Quota): Promise<void> {
    const { used, resetSeconds } = await this.limiter.count(bucket, quota);
    if (used > quota.max) throw tooManyAttempts(resetSeconds);
  }
}
