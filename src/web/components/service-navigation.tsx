import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface NavigationItem {
  text: ComponentChildren;
  href?: string;
  /** `page` is the page itself, `section` what it belongs to. */
  current?: 'page' | 'section';
  attributes?: Attributes;
}

export interface ServiceNavigationProps {
  /** Name of the landmark, where there is a service name or a slot. */
  label: string;
  serviceName?: ComponentChildren;
  serviceHref?: string;
  items?: readonly NavigationItem[];
  /** On the button that, with script, opens the list on a phone. */
  menu: string;
  /** Names that button, if `menu` does not say enough by itself. */
  menuLabel?: string;
  /** Name of the list of links; that of the menu, unless told. */
  navigationLabel?: string;
  navigationId?: string;
  navigationClass?: string;
  /** With script, a phone shows the button alone; by default where there is more than one link. */
  collapseOnMobile?: boolean;
  /** Before the name, and behind the links, in one row with them where `endIsInline`. */
  start?: ComponentChildren;
  end?: ComponentChildren;
  endIsInline?: boolean;
  class?: string;
  attributes?: Attributes;
}

const Item = ({ item: { text, href, current, attributes } }: { item: NavigationItem }) => {
  // Strong, so that those who set their own colours see it too.
  const inside = current ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text;
  const ariaCurrent = current && (current === 'page' ? 'page' : 'true');
  return (
    <li class={classes('govuk-service-navigation__item', current && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={ariaCurrent} {...attributes}>
          {inside}
        </a>
      ) : (
        <span class="govuk-service-navigation__text" aria-current={ariaCurrent}>
          {inside}
        </span>
      )}
    </li>
  );
};

const Links = ({ items = [], menu, navigationId = 'navigation', ...props }: ServiceNavigationProps) => (
  <nav aria-label={props.navigationLabel ?? menu} class={classes('govuk-service-navigation__wrapper', props.navigationClass)}>
    {(props.collapseOnMobile ?? items.length > 1) && (
      <button
        type="button"
        class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
        aria-controls={navigationId}
        aria-label={props.menuLabel === menu ? undefined : props.menuLabel}
        hidden
        aria-hidden="true"
      >
        {menu}
      </button>
    )}
    <ul class="govuk-service-navigation__list" id={navigationId}>
      {items.map((item) => (
        <Item item={item} />
      ))}
    </ul>
  </nav>
);

export const ServiceNavigation = (props: ServiceNavigationProps) => {
  const common = {
    class: classes('govuk-service-navigation', props.class),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  };
  const inside = (
    <div class={classes('govuk-width-container', props.endIsInline && 'govuk-service-navigation__inlining-container')}>
      {props.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName && (
          <span class="govuk-service-navigation__service-name">
            {props.serviceHref ? (
              <a href={props.serviceHref} class="govuk-service-navigation__link">
                {props.serviceName}
              </a>
            ) : (
              <span class="govuk-service-navigation__text">{props.serviceName}</span>
            )}
          </span>
        )}
        {props.items && props.items.length > 0 && <Links {...props} />}
      </div>
      {props.end}
    </div>
  );
  // A landmark only where there is more than the links, which are one themselves.
  if (!props.serviceName && !props.start && !props.end) return <div {...common}>{inside}</div>;
  return (
    <section aria-label={props.label} {...common}>
      {inside}
    </section>
  );
};
