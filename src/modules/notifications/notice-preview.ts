import { invalid } from '../../kernel/errors.js';
import { faultsOf, remedy } from '../../platform/http/faults.js';
import type { CodeBook } from '../taxonomy/index.js';
import { noticeWords } from './notice-texts.rules.js';
import type { NotificationKind } from './notification-kinds.js';
import { type NoticeWords, subjectOf, textOf } from './notification-words.js';

const SAMPLE = {
  title: 'Solar pump',
  other: 'Clean water for a town',
  country: 'MZ',
  side: 'seeker',
  reviewer: 'centre',
  reason: 'price',
  count: 3,
  days: 7,
  added: 40,
  faulty: 2,
  known: 1,
  due: '2026-12-01',
};

/** What people would read, with a sample of what the words name. @throws DomainError `request.invalid` for words that cannot be told. */
export function previewNotice(kind: NotificationKind, language: string, words: unknown, book: CodeBook): NoticeWords {
  const read = noticeWords(kind).safeParse(words, { error: remedy, reportInput: true });
  if (!read.success) throw invalid(faultsOf(read.error.issues));
  return sampleOf(kind, language, book, { [kind]: { [language]: read.data } });
}

/** A notice with samples in the words that are shipped, or others. */
export function sampleOf(kind: NotificationKind, language: string, book: CodeBook, house = {}): NoticeWords {
  const told = { kind, params: SAMPLE };
  return { subject: subjectOf(told, language, book, house), text: textOf(told, language, book, house) };
}
