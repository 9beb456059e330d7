import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CredentialStore } from '../../platform/auth/index.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { languageOf, longMoment } from '../../platform/i18n/locales.js';
import { Messages } from '../../platform/i18n/messages.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Handles } from '../../platform/queue/handles.js';
import { defineJob } from '../../platform/queue/job.js';
import { resetToken, verificationToken } from './account-tokens.js';
import { PeopleQueries } from './people.queries.js';

const words = Messages.from(new URL('./locales/', import.meta.url));
const WEEK = 7 * 86_400_000;

/** The language is that of the page on which it was asked for. */
export const sendReset = defineJob({
  name: 'identity.send-reset',
  queue: 'mail',
  payload: z.strictObject({ resetId: z.guid(), language: z.string().max(35) }),
});

export const sendVerification = defineJob({
  name: 'identity.send-verification',
  queue: 'mail',
  payload: z.strictObject({ personId: z.guid(), language: z.string().max(35), issuedAt: z.int() }),
});

/** Links to one's own account. Tokens are made anew from ids, so no queue ever holds them. */
@Injectable()
export class AccountMailJobs {
  constructor(
    private readonly credentials: CredentialStore,
    private readonly people: PeopleQueries,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'secret'>,
  ) {}

  @Handles(sendReset)
  async reset({ resetId, language }: { resetId: string; language: string }): Promise<void> {
    const found = await this.credentials.resetOf({ id: resetId });
    // Used or run out meanwhile: nobody waits for this mail any more.
    if (!found) return;
    const path = `/reset/${resetToken(resetId, this.config.secret)}`;
    await this.send(found.email, language, 'reset', path, found.until, `reset-${resetId}`);
  }

  @Handles(sendVerification)
  async verification({ personId, language, issuedAt }: { personId: string; language: string; issuedAt: number }): Promise<void> {
    const [person] = await this.people.contact([personId]);
    if (!person) return;
    const until = issuedAt + WEEK;
    const path = `/verify/${verificationToken(personId, person.email, until, this.config.secret)}`;
    await this.send(person.email, language, 'verify', path, new Date(until), `verify-${personId}-${issuedAt}`);
  }

  private async send(to: string, wished: string, what: 'reset' | 'verify', path: string, until: Date, messageId: string): Promise<void> {
    const language = languageOf(wished);
    const say = (key: string): string =>
      words.text(language, key, { link: `${this.config.publicUrl}${path}`, until: longMoment(until, language) }) ?? '';
    const text = `${say(`${what}.text`)}\n\n${say('link')}\n\n${say('unasked')}\n`;
    await this.mailer.send({ to, language, subject: say(`${what}.subject`), text, messageId });
  }
}
