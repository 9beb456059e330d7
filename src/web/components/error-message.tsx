import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { Worded } from './words.js';

export interface ErrorMessageProps {
  id?: string;
  class?: string;
  attributes?: Attributes;
  children?: ComponentChildren;
}

export const ErrorMessage = (props: ErrorMessageProps) => (
  <p id={props.id} class={classes('govuk-error-message', props.class)} {...props.attributes}>
    <span class="govuk-visually-hidden">
      <Worded>{(words) => words.error}</Worded>
    </span>{' '}
    {props.children}
  </p>
);
