import { z } from 'zod';
import { patternFault, placeholdersOf } from '../../platform/i18n/message-pattern.js';
import { defineRule, type Rule } from '../rules/index.js';
import { NAME_LANGUAGES } from '../taxonomy/index.js';
import { KINDS, type NotificationKind } from './notification-kinds.js';
import { notificationMessages, type NoticeTexts, type NoticeWords } from './notification-words.js';

const PARTS = ['subject', 'text'] as const;
// Of the pattern: Arabic writes out six forms of counting.
const LONGEST = { subject: 500, text: 2_000 };

/** What a kind of notice knows to say: the values that its shipped words mention. */
export const valuesOf = (kind: NotificationKind): string[] => [
  ...new Set(PARTS.flatMap((part) => [...notificationMessages.patterns(`${kind}.${part}`).values()].flatMap(placeholdersOf))),
];

/** The words of one language. */
export function noticeWords(kind: NotificationKind): z.ZodType<NoticeWords> {
  const known = valuesOf(kind);
  const part = (name: keyof NoticeWords) =>
    z
      .string()
      .trim()
      .min(1)
      .max(LONGEST[name])
      .superRefine((pattern, ctx) => {
        const fault = patternFault(pattern, known);
        if (fault) ctx.addIssue({ code: 'custom', message: fault.message, params: { code: fault.code } });
      });
  return z.strictObject({ subject: part('subject').regex(/^.*$/, 'A subject is one line.'), text: part('text') });
}

const shipped = (kind: NotificationKind): NoticeTexts =>
  Object.fromEntries(
    notificationMessages.languages.map((language) => {
      const of = (part: keyof NoticeWords): string => notificationMessages.patterns(`${kind}.${part}`).get(language) ?? '';
      return [language, { subject: of('subject'), text: of('text') }];
    }),
  );

const named = (kind: NotificationKind): string =>
  valuesOf(kind)
    .map((name) => `{${name}}`)
    .join(', ') || 'nothing';

/** What people are told, kind by kind, as administrators word it; where they word nothing, the words that are shipped. */
export const NOTICE_TEXTS = Object.fromEntries(
  KINDS.map((kind) => [
    kind,
    defineRule<NoticeTexts>(`notice.${kind}`, {
      about: `Words of the notice "${kind}" by language, in ICU message format: the subject of its mail, and its text. They may name ${named(kind)}.`,
      houseWide: true,
      schema: z.partialRecord(z.enum(NAME_LANGUAGES), noticeWords(kind)),
      value: shipped(kind),
    }),
  ]),
) as Record<NotificationKind, Rule<NoticeTexts>>;
