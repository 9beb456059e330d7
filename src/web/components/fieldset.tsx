import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface FieldsetProps {
  legend?: ComponentChildren;
  legendClass?: string;
  /** The legend is the title of the page, where the page asks this one question. */
  isPageHeading?: boolean;
  describedBy?: string;
  role?: 'group';
  class?: string;
  attributes?: Attributes;
  children?: ComponentChildren;
}

export const Fieldset = (props: FieldsetProps) => (
  <fieldset class={classes('govuk-fieldset', props.class)} role={props.role} aria-describedby={props.describedBy} {...props.attributes}>
    {props.legend && (
      <legend class={classes('govuk-fieldset__legend', props.legendClass)}>
        {props.isPageHeading ? <h1 class="govuk-fieldset__heading">{props.legend}</h1> : props.legend}
      </legend>
    )}
    {props.children}
  </fieldset>
);
