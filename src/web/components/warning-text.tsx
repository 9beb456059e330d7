import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { Worded } from './words.js';

export interface WarningTextProps {
  class?: string;
  attributes?: Attributes;
  children: ComponentChildren;
}

export const WarningText = (props: WarningTextProps) => (
  <div class={classes('govuk-warning-text', props.class)} {...props.attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">
        <Worded>{(words) => words.warning}</Worded>
      </span>{' '}
      {props.children}
    </strong>
  </div>
);
