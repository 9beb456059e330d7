import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { Worded } from './words.js';

export interface Breadcrumb {
  text: ComponentChildren;
  /** Without it this is the page itself. */
  href?: string;
  attributes?: Attributes;
}

export interface BreadcrumbsProps {
  items: readonly Breadcrumb[];
  /** On phones the first and the last alone. */
  collapseOnMobile?: boolean;
  class?: string;
  attributes?: Attributes;
}

export const Breadcrumbs = ({ items, collapseOnMobile, ...props }: BreadcrumbsProps) => (
  <Worded>
    {(words) => (
      <nav
        class={classes('govuk-breadcrumbs', props.class, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
        {...props.attributes}
        aria-label={words.breadcrumbs}
      >
        <ol class="govuk-breadcrumbs__list">
          {items.map(({ text, href, attributes }) =>
            href ? (
              <li class="govuk-breadcrumbs__list-item">
                <a class="govuk-breadcrumbs__link" href={href} {...attributes}>
                  {text}
                </a>
              </li>
            ) : (
              <li class="govuk-breadcrumbs__list-item" aria-current="page">
                {text}
              </li>
            ),
          )}
        </ol>
      </nav>
    )}
  </Worded>
);
