import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface FooterLink {
  href: string;
  text: ComponentChildren;
  attributes?: Attributes;
}

export interface FooterSection {
  title: ComponentChildren;
  /** Part of the width, such as `one-third`. */
  width?: string;
  columns?: number;
  items?: readonly FooterLink[];
}

export interface FooterProps {
  navigation?: readonly FooterSection[];
  /** Links in one row, with a heading for those who hear the page. */
  meta?: { title: string; items?: readonly FooterLink[] };
  containerClass?: string;
  class?: string;
  attributes?: Attributes;
  /** Whatever else stands below the links: who runs the service, its terms. */
  children?: ComponentChildren;
}

const Link = ({ link }: { link: FooterLink }) => (
  <a class="govuk-footer__link" href={link.href} {...link.attributes}>
    {link.text}
  </a>
);

const Section = ({ section: { title, width = 'full', columns, items = [] } }: { section: FooterSection }) => (
  <div class={classes('govuk-footer__section', `govuk-grid-column-${width}`)}>
    <h2 class="govuk-footer__heading govuk-heading-m">{title}</h2>
    {items.length > 0 && (
      <ul class={classes('govuk-footer__list', columns && `govuk-footer__list--columns-${columns}`)}>
        {items.map((link) => (
          <li class="govuk-footer__list-item">
            <Link link={link} />
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** Neutral: no emblem, no licence and no copyright but those that the page gives as children. */
export const Footer = ({ navigation = [], meta, children, ...props }: FooterProps) => (
  <div class={classes('govuk-footer', props.class)} {...props.attributes}>
    <div class={classes('govuk-width-container', props.containerClass)}>
      {navigation.length > 0 && (
        <>
          <div class="govuk-footer__navigation">
            {navigation.map((section) => (
              <Section section={section} />
            ))}
          </div>
          <hr class="govuk-footer__section-break" />
        </>
      )}
      <div class="govuk-footer__meta">
        <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
          {meta && <h2 class="govuk-visually-hidden">{meta.title}</h2>}
          {meta?.items && meta.items.length > 0 && (
            <ul class="govuk-footer__inline-list">
              {meta.items.map((link) => (
                <li class="govuk-footer__inline-list-item">
                  <Link link={link} />
                </li>
              ))}
            </ul>
          )}
          {children && <div class="govuk-footer__meta-custom">{children}</div>}
        </div>
      </div>
    </div>
  </div>
);
