import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface TagProps {
  colour?: 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';
  class?: string;
  attributes?: Attributes;
  children?: ComponentChildren;
}

/** A state in a word; the colour says nothing that the word does not. */
export const Tag = (props: TagProps) => (
  <strong class={classes('govuk-tag', props.colour && `govuk-tag--${props.colour}`, props.class)} {...props.attributes}>
    {props.children}
  </strong>
);
