import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { Heading, type HeadingLevel } from './heading.js';

export interface NotificationBannerProps {
  /** `success` tells what the last click has done, and is read out at once. */
  type?: 'success';
  title: ComponentChildren;
  headingLevel?: HeadingLevel;
  /** Needed where a page has two banners. */
  titleId?: string;
  /** By default the script moves the focus to a success when the page opens. */
  disableAutoFocus?: boolean;
  role?: 'alert' | 'region';
  class?: string;
  attributes?: Attributes;
  children?: ComponentChildren;
}

/** A text alone is set as a heading; whatever else is laid out by the page. */
export const NotificationBanner = ({
  type,
  title,
  titleId = 'govuk-notification-banner-title',
  children,
  ...props
}: NotificationBannerProps) => (
  <div
    class={classes('govuk-notification-banner', type && `govuk-notification-banner--${type}`, props.class)}
    role={props.role ?? (type === 'success' ? 'alert' : 'region')}
    aria-labelledby={titleId}
    data-module="govuk-notification-banner"
    data-disable-auto-focus={props.disableAutoFocus}
    {...props.attributes}
  >
    <div class="govuk-notification-banner__header">
      <Heading level={props.headingLevel ?? 2} class="govuk-notification-banner__title" id={titleId}>
        {title}
      </Heading>
    </div>
    <div class="govuk-notification-banner__content">
      {typeof children === 'string' ? <p class="govuk-notification-banner__heading">{children}</p> : children}
    </div>
  </div>
);
