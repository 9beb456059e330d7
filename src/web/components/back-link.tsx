import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface BackLinkProps {
  href: string;
  class?: string;
  attributes?: Attributes;
  children: ComponentChildren;
}

export const BackLink = (props: BackLinkProps) => (
  <a href={props.href} class={classes('govuk-back-link', props.class)} {...props.attributes}>
    {props.children}
  </a>
);
