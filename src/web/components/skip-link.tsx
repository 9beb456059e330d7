import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface SkipLinkProps {
  href: string;
  class?: string;
  attributes?: Attributes;
  children: ComponentChildren;
}

export const SkipLink = (props: SkipLinkProps) => (
  <a href={props.href} class={classes('govuk-skip-link', props.class)} {...props.attributes} data-module="govuk-skip-link">
    {props.children}
  </a>
);
