import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface DetailsProps {
  summary: ComponentChildren;
  open?: boolean;
  id?: string;
  class?: string;
  attributes?: Attributes;
  children: ComponentChildren;
}

/** Opens without script. */
export const Details = (props: DetailsProps) => (
  <details id={props.id} class={classes('govuk-details', props.class)} open={props.open} {...props.attributes}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="govuk-details__text">{props.children}</div>
  </details>
);
