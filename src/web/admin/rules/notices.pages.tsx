import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  NOTICE_TEXTS,
  type NoticeTexts,
  NOTIFICATION_KINDS,
  type NotificationKind,
  previewNotice,
  sampleOf,
} from '../../../modules/notifications/index.js';
import { newVersion, Rules, RulesAdmin } from '../../../modules/rules/index.js';
import { TaxonomyService } from '../../../modules/taxonomy/index.js';
import { administrators, Can, staff } from '../../../platform/http/index.js';
import { LANGUAGES, type Language } from '../../../platform/i18n/locales.js';
import { dateNames, formState, type FormState } from '../../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../../page/index.js';
import { filterQuery } from '../frame/index.js';
import { NoticePage } from './notice.page.js';

const FIELDS = ['subject', 'text', ...dateNames('from')];
const kindParam = z.enum(Object.keys(NOTIFICATION_KINDS) as [NotificationKind, ...NotificationKind[]]);
const inLanguage = filterQuery(z.object({ language: z.enum(LANGUAGES as [Language, ...Language[]]).optional() }));
type InLanguage = z.infer<typeof inLanguage>;

/** What people are told, kind by kind and language by language, seen before it holds. */
@Controller('admin/notices/:kind')
export class NoticesPages {
  constructor(
    private readonly rules: Rules,
    private readonly admin: RulesAdmin,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Can('rule.read', { who: staff })
  @Page()
  async one(
    @Param('kind', { schema: kindParam }) kind: NotificationKind,
    @Query({ schema: inLanguage }) query: InLanguage,
    @CurrentReader() reader: Reader,
  ) {
    const language = query.language ?? reader.language;
    const texts = await this.texts(kind);
    return this.page(
      { kind, language, preview: sampleOf(kind, language, this.taxonomy.current(), { [kind]: texts }) },
      formState(FIELDS, { ...texts[language] }),
    );
  }

  @Post()
  @Can('rule.set', { who: administrators })
  @Page()
  async set(
    @Param('kind', { schema: kindParam }) kind: NotificationKind,
    @Query({ schema: inLanguage }) query: InLanguage,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
  ) {
    const language = query.language ?? reader.language;
    return submitted(
      { reader, form, fields: FIELDS },
      async () => {
        const words = { subject: form.text('subject') ?? '', text: form.text('text') ?? '' };
        const preview = previewNotice(kind, language, words, this.taxonomy.current());
        if (form.text('act') !== 'save') return this.page({ kind, language, preview }, formState(FIELDS, form.values));
        const value = { ...(await this.texts(kind)), [language]: words };
        await this.admin.set(reader.actor, NOTICE_TEXTS[kind].key, form.parse(newVersion, { value, from: form.date('from') }));
        return redirect(`/admin/notices/${kind}?language=${language}`, 'saved');
      },
      (state) => this.page({ kind, language, preview: null }, state),
    );
  }

  private page(view: { kind: NotificationKind; language: Language; preview: { subject: string; text: string } | null }, form: FormState) {
    return <NoticePage {...view} form={form} />;
  }

  private texts(kind: NotificationKind): Promise<NoticeTexts> {
    return this.rules.get(NOTICE_TEXTS[kind]);
  }
}
