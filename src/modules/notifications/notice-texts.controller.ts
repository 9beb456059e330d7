import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { invalid } from '../../kernel/errors.js';
import { administrators, Answer, Can } from '../../platform/http/index.js';
import { faultsOf, remedy } from '../../platform/http/faults.js';
import { NAME_LANGUAGES, TaxonomyService } from '../taxonomy/index.js';
import { noticeWords } from './notice-texts.rules.js';
import { KINDS, type NotificationKind } from './notification-kinds.js';
import { type NoticeWords, subjectOf, textOf } from './notification-words.js';

const draft = z.strictObject({
  language: z.enum(NAME_LANGUAGES),
  subject: z.string().describe('Of its mail, in ICU message format.'),
  text: z.string(),
});
type Draft = z.infer<typeof draft>;

const preview = z.object({ subject: z.string(), text: z.string() });

const SAMPLE = {
  title: 'Solar pump',
  other: 'Clean water for a town',
  country: 'MZ',
  side: 'seeker',
  reviewer: 'centre',
  reason: 'price',
  count: 3,
  days: 7,
  due: '2026-12-01',
};

/** What administrators would have people told, before they set it as the rule `notice.<kind>`. */
@Controller('api/v1/notice-texts')
export class NoticeTextsController {
  constructor(private readonly taxonomy: TaxonomyService) {}

  // It changes nothing, so it needs no Idempotency-Key.
  @Post(':kind/preview')
  @HttpCode(200)
  @Can('rule.set', { who: administrators })
  @Answer(200, preview, 'The words with a sample of what they name; nothing is set.')
  preview(
    @Param('kind', { schema: z.enum(KINDS) }) kind: NotificationKind,
    @Body({ schema: draft }) { language, ...words }: Draft,
  ): NoticeWords {
    const read = noticeWords(kind).safeParse(words, { error: remedy, reportInput: true });
    if (!read.success) throw invalid(faultsOf(read.error.issues));
    const house = { [kind]: { [language]: read.data } };
    const told = { kind, params: SAMPLE };
    const book = this.taxonomy.current();
    return { subject: subjectOf(told, language, book, house), text: textOf(told, language, book, house) };
  }
}
