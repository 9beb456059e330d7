import { createContext, type ComponentChildren } from 'preact';

/** A message by plural category; `%{count}` stands for the number, which the browser's script puts in. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What components say by themselves. They hold no language: the layout gives the words of the page's. */
export interface Words {
  /** Stands before each error message for those who do not see its colour, with the colon of the language: `Error:`. */
  error: string;
  /** Says what the sign of a warning means to those who do not see it. */
  warning: string;
  breadcrumbs: string;
  day: string;
  month: string;
  year: string;
  pagination: { label: string; previous: string; next: string; page: (number: number) => string };
  /** `show` and `hide` stand on the button, `showPassword` and `hidePassword` name it, `shown` and `hidden` are announced. */
  password: { show: string; hide: string; showPassword: string; hidePassword: string; shown: string; hidden: string };
  /** Of a long list in which one searches by writing. */
  find: { none: string; found: PluralForms };
  /** Of a file that is on its way: `%{percent}` stands for how much of it has arrived. */
  upload: { sending: string; broken: string; signedOut: string };
  characters: { limit: (count: number) => string; under: PluralForms; at: string; over: PluralForms };
}

export const WordsContext = createContext<Words | undefined>(undefined);

/** @throws outside of a `WordsContext.Provider`: a page must not be silent, nor English, by accident. */
export const Worded = ({ children }: { children: (words: Words) => ComponentChildren }) => (
  <WordsContext.Consumer>
    {(words: Words | undefined) => {
      if (!words) throw new Error('No words for the components: put the page into a WordsContext.Provider.');
      return children(words);
    }}
  </WordsContext.Consumer>
);
