import { Controller, Get, Post } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { NOTIFICATION_KINDS, preferencesPatch, PreferencesService } from '../../modules/notifications/index.js';
import { Can, CurrentActor } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { MAIL_TOPICS, type MailTopic } from './mail-choices.js';
import { MailsPage } from './mails.page.js';

const KINDS = Object.keys(NOTIFICATION_KINDS);

/** Which notices come by mail, and how fast. */
@Controller('account/notifications')
export class MailsPages {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @Can('notification.preferences')
  @Page()
  async show(@CurrentActor() actor: PersonActor) {
    const { items } = await this.preferences.of(actor);
    const chosen = Object.fromEntries(items.map(({ kind, delivery }) => [kind, delivery]));
    return <MailsPage topics={topicsOf(actor)} form={formState(KINDS, chosen)} />;
  }

  @Post()
  @Can('notification.preferences', { own: true })
  @Page()
  save(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    return submitted(
      { reader, form, fields: KINDS },
      async () => {
        const given = KINDS.flatMap((kind) => (form.text(kind) === undefined ? [] : [[kind, form.text(kind)]]));
        await this.preferences.change(actor, form.parse(preferencesPatch, Object.fromEntries(given)));
        return redirect('/account/notifications', 'saved');
      },
      (state) => <MailsPage topics={topicsOf(actor)} form={state} />,
    );
  }
}

/** Those who serve no desk are not asked about its mails. */
function topicsOf({ officerOf, administrator, auditor }: PersonActor): MailTopic[] {
  const servesADesk = officerOf.length > 0 || administrator || auditor;
  return (Object.keys(MAIL_TOPICS) as MailTopic[]).filter((topic) => topic !== 'desk' || servesADesk);
}
