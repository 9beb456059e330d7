import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface InsetTextProps {
  id?: string;
  class?: string;
  attributes?: Attributes;
  children: ComponentChildren;
}

export const InsetText = (props: InsetTextProps) => (
  <div id={props.id} class={classes('govuk-inset-text', props.class)} {...props.attributes}>
    {props.children}
  </div>
);
