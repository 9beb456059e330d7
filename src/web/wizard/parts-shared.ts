import type { Field } from './fields.js';

// Questions that several kinds ask in the same way.

export const paragraph = (name: string): Field => ({ type: 'area', name, max: 5_000 });

/** Lowest and highest sum. */
export const range = (name: string, or?: string): Field => ({
  type: 'group',
  name,
  ...(or && { or }),
  fields: [
    { type: 'number', name: 'min' },
    { type: 'number', name: 'max' },
    { type: 'currency', name: 'currency' },
  ],
});

/** Places where it is or was at work. */
export const deployments = (name: string): Field => ({
  type: 'rows',
  name,
  max: 50,
  fields: [
    { type: 'country', name: 'country' },
    { type: 'number', name: 'year' },
    { type: 'text', name: 'scale' },
    { type: 'area', name: 'outcome', max: 1_000 },
    { type: 'text', name: 'contact' },
  ],
});

export const requirements = (name: string, max: number): Field => ({
  type: 'rows',
  name,
  max,
  fields: [
    { type: 'attribute', name: 'attribute' },
    { type: 'choice', name: 'comparator', codes: ['>=', '<=', '='] },
    { type: 'measure', name: 'value' },
    { type: 'unit', name: 'unit' },
    { type: 'tick', name: 'must', value: true },
  ],
});
