import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { languageOf } from '../../platform/i18n/locales.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Handles, type JobRun } from '../../platform/queue/handles.js';
import { PeopleQueries, type Contact } from '../identity/index.js';
import { TaxonomyService } from '../taxonomy/index.js';
import { NoticeTextsReader } from './notice-texts.reader.js';
import { type HouseTexts, notificationMessages, subjectOf, textOf, type Worded } from './notification-words.js';
import type { Unwanted } from './unsubscribe-token.js';
import { UnsubscribeService } from './unsubscribe.service.js';
import { digestJob, mailJob } from './notifications.jobs.js';

interface Waiting extends Worded {
  id: string;
  personId: string;
  link: string;
  subjectId: string;
}

export const SETTINGS_PAGE = '/account/notifications';

const unwanted = ({ kind, subjectId }: Waiting): Unwanted => (kind === 'search-found' ? { search: subjectId } : { kind });

/** Sends what waits to be mailed. At least once, under a Message-ID that stays the same; nothing in it is above level 0. */
@Injectable()
export class NotificationMailJobs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PeopleQueries,
    private readonly mailer: Mailer,
    private readonly taxonomy: TaxonomyService,
    private readonly unsubscribe: UnsubscribeService,
    private readonly texts: NoticeTextsReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Handles(mailJob)
  async sendOne({ notificationId }: { notificationId: string }, run: JobRun): Promise<void> {
    const [told] = await this.waiting(`id = $1 AND mail = 'now'`, notificationId);
    const [reader] = told ? await this.people.contact([told.personId]) : [];
    if (told && reader) {
      const house = await this.texts.of([told]);
      await this.mailer.send({
        to: reader.email,
        language: languageOf(reader.language),
        subject: subjectOf(told, reader.language, this.taxonomy.current(), house),
        text: this.letter(reader, [this.item(told, reader, house)]),
        messageId: `notification-${notificationId}`,
        headers: this.unsubscribe.headers(told.personId, unwanted(told)),
      });
    }
    await run.complete(() =>
      this.uow.query(`UPDATE notification SET mail = $2 WHERE id = $1 AND mail = 'now'`, [notificationId, reader ? 'sent' : 'none']),
    );
  }

  @Handles(digestJob)
  async sendDigest({ digestId }: { digestId: string }, run: JobRun): Promise<void> {
    const told = await this.waiting(`digest_id = $1 AND mail = 'digest'`, digestId);
    const [reader] = told[0] ? await this.people.contact([told[0].personId]) : [];
    if (reader) {
      const house = await this.texts.of(told);
      await this.mailer.send({
        to: reader.email,
        language: languageOf(reader.language),
        subject: notificationMessages.text(reader.language, 'digest.subject', { count: told.length }) ?? '',
        text: this.letter(reader, [this.say(reader, 'digest.intro'), ...told.map((one) => this.item(one, reader, house))]),
        messageId: `digest-${digestId}`,
        headers: this.unsubscribe.headers(told[0]!.personId, { digest: true }),
      });
    }
    await run.complete(async () => {
      await this.uow.query(`UPDATE notification SET mail = $2 WHERE digest_id = $1 AND mail = 'digest'`, [
        digestId,
        reader ? 'sent' : 'none',
      ]);
      await this.uow.query('UPDATE notification_digest SET sent_at = gate_now() WHERE id = $1', [digestId]);
    });
  }

  private waiting(which: string, id: string): Promise<Waiting[]> {
    return this.uow.query<Waiting>(
      `SELECT id, person_id AS "personId", kind, params, link, subject_id AS "subjectId" FROM notification WHERE ${which} ORDER BY created_at, id`,
      [id],
    );
  }

  private item(told: Waiting, reader: Contact, house: HouseTexts): string {
    return `${textOf(told, reader.language, this.taxonomy.current(), house)}\n${this.say(reader, 'mail.open', told.link)}`;
  }

  private letter(reader: Contact, parts: readonly string[]): string {
    return [...parts, `-- \n${this.say(reader, 'mail.footer', SETTINGS_PAGE)}`].join('\n\n') + '\n';
  }

  private say(reader: Contact, key: string, path?: string): string {
    return notificationMessages.text(reader.language, key, { link: path === undefined ? '' : `${this.config.publicUrl}${path}` }) ?? '';
  }
}
