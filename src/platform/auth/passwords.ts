import { hash, verify } from '@node-rs/argon2';
import { COMMON_PASSWORDS } from './common-passwords.js';

// OWASP's profile for argon2id, the library's default variant: 19 MiB, two passes.
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON);
export const verifyPassword = (stored: string, password: string): Promise<boolean> => verify(stored, password);

const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/**
 * Why a password of sufficient length is refused; null when it is good.
 * Only what is guessed first is refused: well-known ones (also in disguise or repeated), runs, and the person's own name and mail.
 */
export function weaknessOf(password: string, own: readonly string[] = []): string | null {
  const plain = password.toLowerCase();
  const bare = strip(plain);
  if (new Set(plain).size < 5) return 'This password repeats the same few characters: take several words instead.';
  if (isRun(plain)) return 'This password is a run of neighbouring characters: take several words instead.';
  const forms = [plain, bare, undisguised(plain), undisguised(bare)].flatMap((form) => [form, strip(form), unit(form)]);
  if (forms.some((form) => COMMON_PASSWORDS.has(form)))
    return 'This password is among the first that are guessed: take several words instead.';
  if (own.some((word) => word.length >= 4 && strip(plain.replaceAll(word.toLowerCase(), '')).length < 4))
    return 'This password is hardly more than your own name or address: take other words.';
  return null;
}

/** Digits and signs at both ends are what people add to a known word. */
const strip = (text: string): string => /\p{L}(?:.*\p{L})?/su.exec(text)?.[0] ?? '';

const undisguised = (text: string): string => [...text].map((char) => LEET[char] ?? char).join('');

/** The part that a text repeats (`abcabc` is `abc`), else the text. */
const unit = (text: string): string => {
  const period = (text + text).indexOf(text, 1);
  return period < text.length ? text.slice(0, period) : text;
};

const KEYBOARD = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn',
];
const isRun = (text: string): boolean =>
  KEYBOARD.flatMap((row) => [row, [...row].reverse().join('')]).some(
    (row) => row.includes(text) || row.includes(strip(text) || '\0'.repeat(text.length)),
  );
