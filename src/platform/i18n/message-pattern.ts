import { IntlMessageFormat } from 'intl-messageformat';
import { SOURCE_LANGUAGE } from './messages.js';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** What is wrong with a text in ICU message format that somebody typed. */
export interface PatternFault {
  code: 'syntax' | 'placeholder' | 'format';
  message: string;
}

/** A text that may name these values and no others, each as it is or in a choice by plural or select; then it can always be put into words. */
export function patternFault(pattern: string, known: readonly string[]): PatternFault | null {
  try {
    return faultAmong(elementsOf(pattern), known);
  } catch {
    return { code: 'syntax', message: 'This cannot be read: look for a brace that is not closed, or a choice without "other {...}".' };
  }
}

/** Names of the values that a text mentions. */
export const placeholdersOf = (pattern: string): string[] => [...new Set(elementsOf(pattern).flatMap(namesIn))];

const elementsOf = (pattern: string): Element[] => new IntlMessageFormat(pattern, SOURCE_LANGUAGE, undefined, { ignoreTag: true }).getAst();

const branches = (element: Element): Element[] =>
  'options' in element ? Object.values(element.options).flatMap(({ value }) => value) : [];
// Of elements with a value, only literals have no name in it.
const nameIn = (element: Element): string | null => ('value' in element && Number(element.type) !== LITERAL ? element.value : null);
const namesIn = (element: Element): string[] => [nameIn(element) ?? [], branches(element).flatMap(namesIn)].flat();

const LITERAL = 0;
const ARGUMENT = 1;

function faultAmong(elements: readonly Element[], known: readonly string[]): PatternFault | null {
  for (const element of elements) {
    const name = nameIn(element);
    if (name !== null && !known.includes(name))
      return {
        code: 'placeholder',
        message: `It knows nothing of {${name}}: ${known.length > 0 ? `it may name ${listed(known)}` : 'write it without'}.`,
      };
    // Days, figures and names come written out in the reader's language.
    if (name !== null && Number(element.type) !== ARGUMENT && !('options' in element))
      return { code: 'format', message: `Write {${name}} without a format: it comes written out in the reader's language.` };
    const below = faultAmong(branches(element), known);
    if (below) return below;
  }
  return null;
}

const listed = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');
