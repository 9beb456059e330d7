import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface LabelProps {
  /** The id of what is labelled. */
  for?: string;
  /** The label is the title of the page, where the page asks this one question. */
  isPageHeading?: boolean;
  class?: string;
  attributes?: Attributes;
  children?: ComponentChildren;
}

export const Label = (props: LabelProps) => {
  if (!props.children) return null;
  const label = (
    <label class={classes('govuk-label', props.class)} for={props.for} {...props.attributes}>
      {props.children}
    </label>
  );
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
};
