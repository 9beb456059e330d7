import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { Heading, type HeadingLevel } from './heading.js';

export interface PanelProps {
  title: ComponentChildren;
  headingLevel?: HeadingLevel;
  class?: string;
  attributes?: Attributes;
  children?: ComponentChildren;
}

/** Says at the end of a journey that it is done. */
export const Panel = (props: PanelProps) => (
  <div class={classes('govuk-panel', 'govuk-panel--confirmation', props.class)} {...props.attributes}>
    <Heading level={props.headingLevel ?? 1} class="govuk-panel__title">
      {props.title}
    </Heading>
    {props.children && <div class="govuk-panel__body">{props.children}</div>}
  </div>
);
