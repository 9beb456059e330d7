import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Actor } from '../../kernel/actor.js';
import type { DeskKeys } from '../../modules/identity/index.js';
import type { Scheme } from '../../modules/taxonomy/index.js';
import type { Language } from '../../platform/i18n/locales.js';
import type { Formats } from '../i18n/formats.js';
import type { MessageKey } from '../i18n/areas.js';
import type { MessageParts, MessageValues, Translator } from '../i18n/translator.js';

/** Of a person who is signed in: what every page shows of her. */
export interface ReaderPerson {
  name: string;
  /** Her address, as long as she has not shown that she reads its mail. */
  unverified: string | null;
  /** The organization she acts for; null where she has none, or has not chosen. */
  organizationName: string | null;
  /** How many she may choose from. */
  organizations: number;
  unread: number;
  /** Keys that lead her through the pages of a desk; null: none. */
  deskKeys: DeskKeys | null;
}

/** Whom a page is made for, and the words it speaks to her. */
export interface Reader {
  actor: Actor;
  person: ReaderPerson | null;
  language: Language;
  direction: 'ltr' | 'rtl';
  translator: Translator;
  format: Formats;
  /** Where she is, without the language: `/offers?after=…`. */
  path: string;
  /** The address of this exchange, `https://gate.example`. */
  origin: string;
  /** What administrators say to her now, each in her language or, where it is not there, in English. */
  announcements: readonly { text: string; language: string }[];
  /** What has just been done, shown once: the text `done.<code>`. */
  done: string | null;
  t(this: void, key: MessageKey, values?: MessageValues): string;
  rich(this: void, key: MessageKey, parts: MessageParts): ReturnType<Translator['rich']>;
  /** The address of a page in her language. */
  href(this: void, path: string): string;
  /** The name of a code (`name('country', 'KE')`) in her language. */
  name(this: void, scheme: Scheme, code: string): string;
  /** The sign of a unit (`m³/d`); without one, that of the attribute's own. Null for what has none. */
  unit(this: void, attribute: string, unit?: string): string | null;
}

export const ReaderContext = createContext<Reader | null>(null);

/** The reader of the page that is being rendered. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('a page is rendered without its reader');
  return reader;
}
