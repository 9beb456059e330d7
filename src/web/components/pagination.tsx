import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { Worded } from './words.js';

export interface PaginationLink {
  href: string;
  /** "Previous page" or "Next page", unless told. */
  text?: ComponentChildren;
  /** What is there, where the pages are chapters; only without `items`. */
  label?: ComponentChildren;
  attributes?: Attributes;
}

export interface PageLink {
  number: number;
  href: string;
  isCurrent?: boolean;
  /** "Page 3", unless told. */
  label?: string;
  attributes?: Attributes;
}

export interface PaginationProps {
  previous?: PaginationLink;
  next?: PaginationLink;
  /** Pages by number, with `'...'` where some are left out. Without them the two links stand one below the other. */
  items?: readonly (PageLink | '...')[];
  /** Name of the landmark; needed where a page has two. */
  label?: string;
  class?: string;
  attributes?: Attributes;
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

const Arrow = ({ to }: { to: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={ARROWS[to]} />
  </svg>
);

const ArrowLink = ({ to, link, text, isBlock }: { to: 'prev' | 'next'; link: PaginationLink; text: string; isBlock: boolean }) => (
  <div class={`govuk-pagination__${to}`}>
    <a class="govuk-link govuk-pagination__link" href={link.href} rel={to} {...link.attributes}>
      {(isBlock || to === 'prev') && <Arrow to={to} />}
      <span class={classes('govuk-pagination__link-title', isBlock && !link.label && 'govuk-pagination__link-title--decorated')}>
        {link.text ?? text}
      </span>
      {isBlock && link.label && (
        <>
          <span class="govuk-visually-hidden">:</span>
          <span class="govuk-pagination__link-label">{link.label}</span>
        </>
      )}
      {!isBlock && to === 'next' && <Arrow to={to} />}
    </a>
  </div>
);

const Page = ({ page, name }: { page: PageLink | '...'; name: (number: number) => string }) =>
  page === '...' ? (
    <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  ) : (
    <li class={classes('govuk-pagination__item', page.isCurrent && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={page.href}
        aria-label={page.label ?? name(page.number)}
        aria-current={page.isCurrent ? 'page' : undefined}
        {...page.attributes}
      >
        {page.number}
      </a>
    </li>
  );

export const Pagination = ({ previous, next, items, ...props }: PaginationProps) => {
  const isBlock = !items && Boolean(next ?? previous);
  return (
    <Worded>
      {({ pagination: words }) => (
        <nav
          class={classes('govuk-pagination', isBlock && 'govuk-pagination--block', props.class)}
          aria-label={props.label ?? words.label}
          {...props.attributes}
        >
          {previous && <ArrowLink to="prev" link={previous} text={words.previous} isBlock={isBlock} />}
          {items && (
            <ul class="govuk-pagination__list">
              {items.map((page) => (
                <Page page={page} name={words.page} />
              ))}
            </ul>
          )}
          {next && <ArrowLink to="next" link={next} text={words.next} isBlock={isBlock} />}
        </nav>
      )}
    </Worded>
  );
};
