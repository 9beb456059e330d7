import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface LanguageLink {
  /** The language's name in itself. */
  text: ComponentChildren;
  lang: string;
  dir?: 'ltr' | 'rtl';
  /** Without it this is the language of the page. */
  href?: string;
  isCurrent?: boolean;
  /** "Change the language to ..." in that language, for those who hear the link alone. */
  description?: string;
  class?: string;
  attributes?: Attributes;
}

export interface LanguageNavigationProps {
  label: string;
  items: readonly LanguageLink[];
  class?: string;
  attributes?: Attributes;
}

const Language = ({ item }: { item: LanguageLink }) => {
  const { lang, dir, href, attributes } = item;
  if (item.isCurrent || !href) {
    return (
      <span class={classes('govuk-language-navigation__text', item.class)} aria-current="true" lang={lang} dir={dir} {...attributes}>
        {item.text}
      </span>
    );
  }
  return (
    <a
      class={classes('govuk-language-navigation__link', item.class)}
      href={href}
      rel="alternate"
      lang={lang}
      hreflang={lang}
      dir={dir}
      {...attributes}
    >
      {item.text}
      {item.description && <span class="govuk-visually-hidden"> {item.description}</span>}
    </a>
  );
};

export const LanguageNavigation = (props: LanguageNavigationProps) => (
  <nav class={classes('govuk-language-navigation', props.class)} {...props.attributes} aria-label={props.label}>
    <ul class="govuk-language-navigation__list">
      {props.items.map((item) => (
        <li class="govuk-language-navigation__list-item">
          <Language item={item} />
        </li>
      ))}
    </ul>
  </nav>
);
