import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface GenericHeaderProps {
  /** The first page, which the logo links to. */
  href?: string;
  containerClass?: string;
  class?: string;
  attributes?: Attributes;
  /** The logo: a name, or a picture that has one. */
  children: ComponentChildren;
}

export const GenericHeader = ({ href = '/', containerClass = 'govuk-width-container', ...props }: GenericHeaderProps) => (
  <div class={classes('govuk-generic-header', props.class)} {...props.attributes}>
    <div class={classes('govuk-generic-header__container', containerClass)}>
      <div class="govuk-generic-header__logo">
        <a href={href} class="govuk-generic-header__homepage-link">
          {props.children}
        </a>
      </div>
    </div>
  </div>
);
