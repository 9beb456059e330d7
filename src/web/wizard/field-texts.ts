import type { Translator } from '../i18n/translator.js';
import { useReader } from '../page/index.js';
import { generic } from './fields.js';

/** The text of a question: under its path, or, where many ask the same, under its last name. */
function textOf(translator: Translator, kind: 'field' | 'hint', path: string): string | undefined {
  const name = generic(path);
  const key = [`wizard.${kind}.${name}`, `wizard.${kind}.${name.slice(name.lastIndexOf('.') + 1)}`].find((one) => translator.has(one));
  return key !== undefined && translator.has(key) ? translator.text(key) : undefined;
}

/** What a field of the content is called; its path where it has no name. */
export const labelOf = (translator: Translator, path: string): string => textOf(translator, 'field', path) ?? path;

export function useFieldTexts(path: string): { label: string; hint: string | undefined } {
  const { translator } = useReader();
  return { label: labelOf(translator, path), hint: textOf(translator, 'hint', path) };
}
