import { Controller, Get, Param, Post } from '@nestjs/common';
import { Announcements, newAnnouncement } from '../../../modules/announcements/index.js';
import { administrators, Can, staff, uuid } from '../../../platform/http/index.js';
import { LANGUAGES } from '../../../platform/i18n/locales.js';
import { dateNames, formState, type FormState } from '../../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../../page/index.js';
import { AnnouncementsPage } from './announcements.page.js';

const PART = '/admin/announcements';
const FIELDS = [...LANGUAGES.map((language) => `texts.${language}`), 'audience', ...dateNames('from'), ...dateNames('until')];

/** What is said above every page. */
@Controller('admin/announcements')
export class AnnouncementsPages {
  constructor(private readonly announcements: Announcements) {}

  @Get()
  @Can('announcement.list', { who: staff })
  @Page()
  list() {
    return this.page(formState(FIELDS, { audience: 'everybody' }));
  }

  @Post()
  @Can('announcement.make', { who: administrators })
  @Page()
  announce(@Form() form: FormInput, @CurrentReader() reader: Reader) {
    const texts = LANGUAGES.flatMap((language): [string, string | undefined][] =>
      form.text(`texts.${language}`) ? [[language, form.text(`texts.${language}`)]] : [],
    );
    return submitted(
      { reader, form, fields: FIELDS },
      async () => {
        const body = {
          texts: Object.fromEntries(texts),
          audience: form.text('audience'),
          from: form.date('from'),
          until: form.date('until') ?? null,
        };
        await this.announcements.announce(reader.actor, form.parse(newAnnouncement, body));
        return redirect(PART, 'saved');
      },
      (state) => this.page(state),
    );
  }

  @Post(':id/end')
  @Can('announcement.end', { who: administrators })
  @Page()
  async end(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    await this.announcements.end(actor, id);
    return redirect(PART, 'saved');
  }

  private async page(form: FormState) {
    return <AnnouncementsPage announcements={await this.announcements.list()} form={form} />;
  }
}
