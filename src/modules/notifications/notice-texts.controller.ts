import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { administrators, Answer, Can } from '../../platform/http/index.js';
import { NAME_LANGUAGES, TaxonomyService } from '../taxonomy/index.js';
import { previewNotice } from './notice-preview.js';
import { KINDS, type NotificationKind } from './notification-kinds.js';
import type { NoticeWords } from './notification-words.js';

const draft = z.strictObject({
  language: z.enum(NAME_LANGUAGES),
  subject: z.string().describe('Of its mail, in ICU message format.'),
  text: z.string(),
});
type Draft = z.infer<typeof draft>;

const preview = z.object({ subject: z.string(), text: z.string() });

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
    return previewNotice(kind, language, words, this.taxonomy.current());
  }
}
