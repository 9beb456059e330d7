import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type AppConfig } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Handles } from '../../platform/queue/handles.js';
import { PermanentJobError } from '../../platform/queue/job-errors.js';
import { defineJob } from '../../platform/queue/job.js';
import { writeInvitation } from './invitation-mail.js';
import { invitationToken, invitationTokenHash } from './invitation-token.js';

export const sendInvitation = defineJob({
  name: 'organizations.send-invitation',
  queue: 'mail',
  payload: z.strictObject({ invitationId: z.guid() }),
});

interface Row {
  email: string;
  tokenHash: string;
  expiresAt: Date;
  organization: string;
  inviter: string;
  claim: boolean;
  language: string;
}

/** Mails an invitation while it is open. The token is made anew from the id, so no queue and no table ever holds it. */
@Injectable()
export class InvitationsJobs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Handles(sendInvitation)
  async send({ invitationId }: { invitationId: string }): Promise<void> {
    const [row] = await this.uow.query<Row>(
      `SELECT i.email, i.token_hash AS "tokenHash", i.expires_at AS "expiresAt", i.claim, o.legal_name AS organization, p.name AS inviter,
              coalesce(reader.language, p.language) AS language
       FROM invitation i JOIN organization o ON o.id = i.organization_id JOIN person p ON p.id = i.invited_by
       LEFT JOIN person reader ON reader.email = i.email
       WHERE i.id = $1 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > gate_now()`,
      [invitationId],
    );
    // Used, withdrawn or run out meanwhile: nobody waits for this mail any more.
    if (!row) return;
    const token = invitationToken(invitationId, this.config.secret);
    if (invitationTokenHash(token) !== row.tokenHash) throw new PermanentJobError('invitation.secret-changed');
    const link = `${this.config.publicUrl}/invitations/accept?token=${token}`;
    const letter = writeInvitation(
      { organization: row.organization, inviter: row.inviter, claim: row.claim, link, until: row.expiresAt },
      row.language,
    );
    await this.mailer.send({ to: row.email, ...letter, messageId: `invitation-${invitationId}` });
  }
}
