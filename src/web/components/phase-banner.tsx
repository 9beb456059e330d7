import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { Tag } from './tag.js';

export interface PhaseBannerProps {
  /** The state of the service in a word, such as "example". */
  tag: ComponentChildren;
  tagClass?: string;
  class?: string;
  attributes?: Attributes;
  children: ComponentChildren;
}

export const PhaseBanner = (props: PhaseBannerProps) => (
  <div class={classes('govuk-phase-banner', 'govuk-width-container', props.class)} {...props.attributes}>
    <p class="govuk-phase-banner__content">
      <Tag class={classes('govuk-phase-banner__content__tag', props.tagClass)}>{props.tag}</Tag>{' '}
      <span class="govuk-phase-banner__text">{props.children}</span>
    </p>
  </div>
);
