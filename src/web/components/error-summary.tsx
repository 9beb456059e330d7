import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface ErrorSummaryProps {
  title: ComponentChildren;
  description?: ComponentChildren;
  /** `href` is `#` and the id of the field; a fault of no field has none. */
  errors?: readonly { href?: string; text: ComponentChildren; attributes?: Attributes }[];
  /** By default the script moves the focus here when the page opens. */
  disableAutoFocus?: boolean;
  class?: string;
  attributes?: Attributes;
}

// The alert is a child of what gets the focus: on one element screen readers lose a part of what they say.
export const ErrorSummary = ({ title, description, errors = [], ...props }: ErrorSummaryProps) => (
  <div
    class={classes('govuk-error-summary', props.class)}
    data-disable-auto-focus={props.disableAutoFocus}
    {...props.attributes}
    data-module="govuk-error-summary"
  >
    <div role="alert">
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">
        {description && <p>{description}</p>}
        {errors.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ href, text, attributes }) => (
              <li>
                {href ? (
                  <a href={href} {...attributes}>
                    {text}
                  </a>
                ) : (
                  text
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
);
