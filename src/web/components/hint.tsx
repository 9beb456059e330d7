import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface HintProps {
  id?: string;
  class?: string;
  attributes?: Attributes;
  children?: ComponentChildren;
}

export const Hint = (props: HintProps) => (
  <div id={props.id} class={classes('govuk-hint', props.class)} {...props.attributes}>
    {props.children}
  </div>
);
