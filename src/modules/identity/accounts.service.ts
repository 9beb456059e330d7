import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { type Actor, type MemberRole, system } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { CredentialStore, hashPassword } from '../../platform/auth/index.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PeopleService } from './people.service.js';

const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

export interface WelcomeLink {
  email: string;
  administrator: boolean;
}

/** Accounts made from inside: the example exchange, the command line, one-time links. People themselves sign up at /api/auth. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly credentials: CredentialStore,
    private readonly people: PeopleService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes an account with its person.
   * @returns the person's id.
   * @throws DomainError `account.email-taken`.
   */
  async create(account: {
    email: string;
    password: string;
    name: string;
    language?: string;
    administrator?: boolean;
    auditor?: boolean;
  }): Promise<string> {
    const passwordHash = await hashPassword(account.password);
    return this.uow.run(async () => {
      if (await this.credentials.accountIdOf(account.email))
        throw new DomainError('conflict', 'account.email-taken', { detail: 'There is an account with this address.' });
      const id = await this.credentials.createAccount({ email: account.email, name: account.name, passwordHash });
      await this.people.join({ id, email: account.email, name: account.name, language: account.language ?? 'en' });
      const actor = system('accounts');
      if (account.administrator) await this.people.setStaffRole(actor, id, 'administrator', true);
      if (account.auditor) await this.people.setStaffRole(actor, id, 'auditor', true);
      return id;
    });
  }

  /**
   * Makes a key without asking whether the person holds that role: a key never does more than she may at the time of a request.
   * @returns the key, which is not kept.
   */
  async createKey(key: { personId: string; organizationId: string | null; role: MemberRole | null; name: string }): Promise<string> {
    return this.uow.run(async () => {
      const made = await this.credentials.createKey(key);
      const { organizationId, role } = key;
      await this.audit.record(system('accounts'), {
        action: 'key.create',
        subject: { type: 'key', id: made.row.id },
        data: { organizationId, role },
      });
      return made.key;
    });
  }

  /**
   * A link that lets whoever opens it set the password of this address once, making the account if there is none. Good for 24 hours;
   * making another link ends the ones before.
   * @throws DomainError `account.disabled`: whoever disabled it has to be asked first.
   */
  async invitationLink(email: string, { administrator = true }: { administrator?: boolean } = {}): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.uow.run(async () => {
      if ((await this.uow.query(`SELECT FROM person WHERE email = $1 AND disabled_at IS NOT NULL`, [email.toLowerCase()])).length > 0)
        throw new DomainError('conflict', 'account.disabled', {
          detail: `The account of ${email} is disabled: an administrator has to enable it first.`,
        });
      await this.uow.query(`DELETE FROM welcome_link WHERE email = $1 AND used_at IS NULL`, [email.toLowerCase()]);
      await this.uow.query(
        `INSERT INTO welcome_link (token_hash, email, administrator, expires_at) VALUES ($1, $2, $3, now() + interval '24 hours')`,
        [tokenHash(token), email.toLowerCase(), administrator],
      );
      await this.audit.record(system('accounts'), {
        action: 'account.invite',
        subject: { type: 'welcome-link', id: tokenHash(token).slice(0, 12) },
        data: { administrator },
      });
    });
    return `${this.config.publicUrl}/welcome?token=${token}`;
  }

  /** What a link is for; undefined when it is unknown, used or expired. Looking does not use it up. */
  async readLink(token: string): Promise<WelcomeLink | undefined> {
    const [link] = await this.uow.query<WelcomeLink>(
      `SELECT email, administrator FROM welcome_link WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()`,
      [tokenHash(token)],
    );
    return link;
  }

  /**
   * Uses a link up: sets name and password, ends all sessions and keys of the account (anybody may have signed up under an address that is
   * not hers), and makes the person what the link promises.
   * @throws DomainError `account.link-used` when it is unknown, used or expired.
   */
  async useLink(token: string, { name, password }: { name: string; password: string }, language = 'en'): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.uow.run(async () => {
      const [link] = await this.uow.query<WelcomeLink>(
        `UPDATE welcome_link SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING email, administrator`,
        [tokenHash(token)],
      );
      if (!link)
        throw new DomainError('conflict', 'account.link-used', { detail: 'This link was used or has expired: ask for a new one.' });
      const known = await this.credentials.accountIdOf(link.email);
      const id = known ?? (await this.credentials.createAccount({ email: link.email, name, passwordHash }));
      if (known) await this.credentials.setPassword(known, passwordHash);
      await this.credentials.endSessions(id);
      await this.credentials.endKeys(id);
      await this.people.join({ id, email: link.email, name, language });
      await this.people.acceptTerms(id);
      await this.credentials.verifyEmail(id);
      if (known) await this.uow.query(`UPDATE person SET name = $2, version = version + 1 WHERE id = $1`, [id, name]);
      await this.audit.record(system('accounts'), {
        action: 'account.welcome',
        subject: { type: 'person', id },
        data: { administrator: link.administrator },
      });
      if (link.administrator) await this.makeAdministrator(system('accounts'), id);
    });
  }

  private async makeAdministrator(actor: Actor, personId: string): Promise<void> {
    const [person] = await this.uow.query<{ administrator: boolean }>(`SELECT administrator FROM person WHERE id = $1`, [personId]);
    if (!person?.administrator) await this.people.setStaffRole(actor, personId, 'administrator', true);
  }
}
