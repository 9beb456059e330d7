import type { Scheme } from '../../modules/taxonomy/index.js';

interface Named {
  /** Of a part: the path in the content (`title`, `details.terms`); inside a group or a row: the name there. */
  name: string;
}

/** One question of the wizard. What it is called, and its hint, stand in the texts under its path. */
export type Field =
  | (Named & {
      type:
        | 'text'
        | 'number'
        | 'yes-no'
        | 'country'
        | 'currency'
        | 'lines'
        | 'readiness'
        | 'contact'
        | 'attribute'
        | 'unit'
        | 'measure'
        | 'key';
    })
  | (Named & { type: 'area'; max: number })
  | (Named & { type: 'tick'; value: true | 'any' })
  /** `or`: an answer in the place of a day, such as `no-date`. */
  | (Named & { type: 'date'; or?: string })
  | (Named & { type: 'choice'; scheme: Scheme; codes?: readonly string[] })
  /** Without a scheme the answers have texts of their own. */
  | (Named & { type: 'choice' | 'choices'; scheme?: Scheme; codes: readonly string[] })
  /** Entries written by their names, those that are asked for most as boxes to tick. */
  | (Named & { type: 'names'; of: 'place' | 'language'; ticks: readonly string[] })
  | (Named & { type: 'group'; fields: readonly Field[]; or?: string })
  | (Named & { type: 'rows'; fields: readonly Field[]; max: number });

export type FieldOf<Type extends Field['type']> = Field & { type: Type };

/** A page of the wizard: some fields, or a question that has a page of its own. */
export interface Part {
  key: string;
  fields: readonly Field[];
}

/** A path without the numbers of its rows: `usedIn.0.country` is asked for as `usedIn.country`. */
export const generic = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '');

/** Name of the box that says the answer in the place of all others. */
export const orName = (path: string): string => `${path}-or`;
