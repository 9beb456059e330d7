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

/** Parameters as a text wants them: codes by name, days written out, and every name a text may ask for. */
function wordsOf({ params }: Worded, language: string, book: CodeBook): NotificationParams {
  const { country, reason, due } = params;
  return {
    side: '',
    title: '',
    other: '',
    ...params,
    hasReason: reason === undefined ? 'no' : 'yes',
    reason: reason === undefined ? '' : book.name('reason', String(reason), language),
    country: country === undefined ? '' : book.name('country', String(country), language),
    due: due === undefined ? '' : longDate(String(due), language),
  };
}

/** The notification in the reader's language. */
export function textOf(told: Worded, language: string, book: CodeBook): string {
  return said(`${told.kind}.text`, told, language, book);
}

/** Subject of its mail. */
export function subjectOf(told: Worded, language: string, book: CodeBook): string {
  return said(`${told.kind}.subject`, told, language, book);
}

function said(key: string, told: Worded, language: string, book: CodeBook): string {
  const text = notificationMessages.text(language, key, (spoken) => wordsOf(told, spoken, book));
  if (text === null) throw new Error(`there are no words for ${key}`);
  return text;
}
