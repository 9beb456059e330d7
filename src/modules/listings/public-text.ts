import type { Fault } from '../../kernel/errors.js';
import { TEASER_MAX } from './content.schemas.js';

// What everybody may read must not lead past the introduction, so it names no address, number or page.
const EMAIL = /[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/u;
const URL =
  /\b(?:https?:\/\/|www\.)\S+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|int|info|edu|gov|io|africa)\b|\b(?:[a-z0-9-]+\.)+(?:com?|org?|gov?|ac|edu|net?|nic)\.[a-z]{2}\b/i;
const DATE = /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/g;
// With a country code or a trunk zero; plain digits are more often people, money or metres.
const PHONE_RUN = /(?:\+\s?\(?\d|(?<![\d.,])\(?0\d)[\d\s().\-/]{4,}\d/g;
const PHONE_WORD =
  /(?:\btel\b|\bt[ée]l[ée]?(?:phone|fono|fone)|\bphone\b|\bwhats ?app\b|\bm[oó]vil\b|\bcelular\b|\bcall us\b|هاتف|واتساب|电话|微信|телефон)\D{0,20}\d[\d\s().\-/]{4,}\d/iu;
const MIN_DIGITS = 8;

const westernDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf)).replace(/\uff0b/g, '+');

function hasPhone(text: string): boolean {
  if (PHONE_WORD.test(text)) return true;
  const runs = text.replace(DATE, ' ').match(PHONE_RUN) ?? [];
  return runs.some((run) => run.replace(/\D/g, '').length >= MIN_DIGITS);
}

/** Which way to reach somebody a text gives away, if any. */
export function contactIn(text: string): 'e-mail address' | 'web address' | 'phone number' | null {
  const plain = westernDigits(text);
  if (EMAIL.test(plain)) return 'e-mail address';
  if (URL.test(plain)) return 'web address';
  return hasPhone(plain) ? 'phone number' : null;
}

interface PublicTexts {
  title?: string;
  teaser?: string;
  texts?: { title?: string; teaser?: string }[];
}

/** Faults of the texts that everybody may read. */
export function contactFaults(content: PublicTexts): Fault[] {
  const texts: [string, string | undefined][] = [
    ['title', content.title],
    ['teaser', content.teaser],
    ...(content.texts ?? []).flatMap((t, i): [string, string | undefined][] => [
      [`texts.${i}.title`, t.title],
      [`texts.${i}.teaser`, t.teaser],
    ]),
  ];
  return texts.flatMap(([path, text]) => {
    const found = text === undefined ? null : contactIn(text);
    if (!found) return [];
    const message = `Everybody can read this, so leave out the ${found}: the contact person is shown to the other side when you are introduced.`;
    return [{ path, code: 'contact', message }];
  });
}

/**
 * A summary from a longer text: its first whole sentences, at most 500 characters, without those that name a way to reach somebody.
 * A single sentence that is longer is cut at a word. Undefined when nothing is left.
 */
export function proposeTeaser(source: string, language: string, max = TEASER_MAX): string | undefined {
  const plain = source.replace(/\s+/g, ' ').trim();
  const segments = new Intl.Segmenter(language.split('-')[0], { granularity: 'sentence' }).segment(plain);
  const free = [...segments].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '' && contactIn(sentence) === null);
  let teaser = '';
  for (const sentence of free) {
    const longer = teaser === '' ? sentence : `${teaser} ${sentence}`;
    if (longer.length > max) break;
    teaser = longer;
  }
  return teaser !== '' ? teaser : free[0] && cutAtWord(free[0], max);
}

function cutAtWord(text: string, max: number): string {
  const room = text.slice(0, max - 1);
  const space = room.lastIndexOf(' ');
  // Half of a surrogate pair cannot be stored.
  const cut = (space > max / 2 ? room.slice(0, space) : room).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/[\s,;:–-]+$/u, '')}…`;
}
