import { longDate } from '../../platform/i18n/locales.js';
import { Messages } from '../../platform/i18n/messages.js';
import type { CodeBook } from '../taxonomy/index.js';
import type { NotificationKind } from './notification-kinds.js';
import type { NotificationParams } from './notification.entity.js';

export const notificationMessages = Messages.from(new URL('./locales/', import.meta.url));

export interface Worded {
  kind: NotificationKind;
  params: NotificationParams;
}

/** What a notice says: the subject of its mail and its text, in ICU message format. */
export interface NoticeWords {
  subject: string;
  text: string;
}
/** By language; a language without any is told in the words that are shipped. */
export type NoticeTexts = Partial<Record<string, NoticeWords>>;
/** What the house says instead of the words that are shipped. */
export type HouseTexts = Partial<Record<NotificationKind, NoticeTexts>>;

/** Parameters as a text wants them: codes by name, days written out, and every name a text may ask for. */
function wordsOf({ params }: Worded, language: string, book: CodeBook): NotificationParams {
  const { country, reason, due, language: wished } = params;
  return {
    side: '',
    title: '',
    other: '',
    next: '',
    ...params,
    hasNext: params.next === undefined ? 'no' : 'yes',
    hasReason: reason === undefined ? 'no' : 'yes',
    reason: reason === undefined ? '' : book.name('reason', String(reason), language),
    country: country === undefined ? '' : book.name('country', String(country), language),
    language: wished === undefined ? '' : book.name('language', String(wished), language),
    due: due === undefined ? '' : longDate(String(due), language),
  };
}

/** The notification in the reader’s language. */
export function textOf(told: Worded, language: string, book: CodeBook, house: HouseTexts = {}): string {
  return said('text', told, language, book, house);
}

/** Subject of its mail. */
export function subjectOf(told: Worded, language: string, book: CodeBook, house: HouseTexts = {}): string {
  return said('subject', told, language, book, house);
}

function said(part: keyof NoticeWords, told: Worded, language: string, book: CodeBook, house: HouseTexts): string {
  const texts = Object.entries(house[told.kind] ?? {});
  const own = texts.flatMap(([spoken, words]): [string, string][] => (words ? [[spoken, words[part]]] : []));
  const text = notificationMessages.text(language, `${told.kind}.${part}`, (spoken) => wordsOf(told, spoken, book), new Map(own));
  if (text === null) throw new Error(`there are no words for ${told.kind}.${part}`);
  return text;
}
