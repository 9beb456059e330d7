import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NOTIFICATION_KINDS } from './notification-kinds.js';
import { readUnsubscribeToken, unsubscribeToken, type Unwanted } from './unsubscribe-token.js';

/** Stops mails for whoever holds one (RFC 8058); the inbox keeps everything. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: Pick<Config, 'secret' | 'publicUrl'>,
  ) {}

  /** Headers by which mail programs offer to stop such mails with one click. */
  headers(personId: string, what: Unwanted): Record<string, string> {
    const address = `${this.config.publicUrl}/unsubscribe?token=${unsubscribeToken(personId, what, this.config.secret)}`;
    return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  }

  isKnown(token: string): boolean {
    return readUnsubscribeToken(token, this.config.secret) !== null;
  }

  /** False for a token that is not ours. Doing it twice changes nothing. */
  async stop(token: string): Promise<boolean> {
    const read = readUnsubscribeToken(token, this.config.secret);
    if (!read) return false;
    const { personId, what } = read;
    if ('search' in what)
      await this.uow.query(`UPDATE saved_search SET rhythm = 'off' WHERE id = $1 AND person_id = $2`, [what.search, personId]);
    else await this.off(personId, 'kind' in what ? [what.kind] : await this.inDigest(personId));
    return true;
  }

  private async off(personId: string, kinds: readonly string[]): Promise<void> {
    await this.uow.query(
      `INSERT INTO notification_preference (person_id, kind, delivery)
       SELECT p.id, kind, 'off' FROM person p CROSS JOIN unnest($2::text[]) AS kind WHERE p.id = $1
       ON CONFLICT (person_id, kind) DO UPDATE SET delivery = 'off'`,
      [personId, kinds],
    );
  }

  /** Kinds that come to her by the digest. */
  private async inDigest(personId: string): Promise<string[]> {
    const rows = await this.uow.query<{ kind: string; delivery: string }>(
      'SELECT kind, delivery FROM notification_preference WHERE person_id = $1',
      [personId],
    );
    const chosen = new Map(rows.map(({ kind, delivery }) => [kind, delivery]));
    return Object.entries(NOTIFICATION_KINDS).flatMap(([kind, usual]) => ((chosen.get(kind) ?? usual) === 'daily' ? [kind] : []));
  }
}
