import { itLooksLike, mainProps, type Options, said } from '../../../test/support/govuk-fixtures.js';
import {
  BackLink,
  Breadcrumbs,
  Footer,
  GenericHeader,
  LanguageNavigation,
  Pagination,
  type PaginationLink,
  PhaseBanner,
  ServiceNavigation,
  SkipLink,
} from './index.js';

const link = (item: Options) => ({ ...item, href: item.href as string, text: said(item) });

itLooksLike(
  'breadcrumbs',
  (options) => <Breadcrumbs {...mainProps(options)} items={options.items.map(link)} collapseOnMobile={options.collapseOnMobile} />,
  {
    words: ({ labelText }) => (labelText ? { breadcrumbs: labelText } : {}),
  },
);

itLooksLike('back-link', (options) => (
  <BackLink {...mainProps(options)} href={options.href ?? '#'}>
    {said(options) || 'Back'}
  </BackLink>
));

itLooksLike('skip-link', (options) => (
  <SkipLink {...mainProps(options)} href={options.href ?? '#content'}>
    {said(options)}
  </SkipLink>
));

itLooksLike('phase-banner', (options) => (
  <PhaseBanner {...mainProps(options)} tag={said(options.tag)} tagClass={options.tag?.classes}>
    {said(options)}
  </PhaseBanner>
));

const hiddenPage = (word: string) => (
  <>
    {word}
    <span class="govuk-visually-hidden"> page</span>
  </>
);
const arrow = (options: Options | undefined, word: string): PaginationLink | undefined =>
  options && { href: options.href, text: said(options) ?? hiddenPage(word), label: options.labelText, attributes: options.attributes };

itLooksLike('pagination', ({ items, ...options }) => (
  <Pagination
    {...mainProps(options)}
    label={options.landmarkLabel}
    previous={arrow(options.previous, 'Previous')}
    next={arrow(options.next, 'Next')}
    items={items
      ?.filter((item: Options | null) => Object.keys(item ?? {}).length > 0)
      .map((item: Options) => (item.ellipsis ? '...' : { ...item, isCurrent: item.current, label: item.visuallyHiddenText }))}
  />
));

itLooksLike('language-navigation', (options) => (
  <LanguageNavigation
    {...mainProps(options)}
    label={options.ariaLabel ?? 'Language'}
    items={options.items.map((item: Options) => ({
      ...link(item),
      isCurrent: item.current,
      description: item.languageDescriptionText,
      class: item.classes,
    }))}
  />
));

itLooksLike(
  'service-navigation',
  (options) => {
    const end = options.slots?.end;
    return (
      <ServiceNavigation
        {...mainProps(options)}
        label={options.ariaLabel ?? 'Service information'}
        serviceName={options.serviceName}
        serviceHref={options.serviceUrl}
        items={options.navigation?.filter(Boolean).map((item: Options) => ({
          ...link(item),
          current: item.current ? 'page' : item.active ? 'section' : undefined,
        }))}
        menu={options.menuButtonText ?? 'Menu'}
        menuLabel={options.menuButtonLabel}
        navigationLabel={options.navigationLabel}
        navigationId={options.navigationId}
        navigationClass={options.navigationClasses}
        collapseOnMobile={options.collapseNavigationOnMobile}
        start={said({ html: options.slots?.start })}
        end={said({ html: end?.html ?? end })}
        endIsInline={end?.align === 'inline'}
      />
    );
  },
  { unsupported: { 'slots.navigationStart': 'all links are items', 'slots.navigationEnd': 'all links are items' } },
);

itLooksLike('generic-header', (options) => (
  <GenericHeader {...mainProps(options)} href={options.url} containerClass={options.containerClasses}>
    {said({ text: options.logoText, html: options.logoHtml })}
  </GenericHeader>
));

const othersRights = 'neither crown nor its copyright and licence are ours';

itLooksLike(
  'footer',
  (options) => (
    <Footer
      {...mainProps(options)}
      navigation={options.navigation?.map((section: Options) => ({ ...section, items: section.items?.map(link) }))}
      meta={options.meta && { title: options.meta.visuallyHiddenTitle ?? 'Support links', items: options.meta.items?.map(link) }}
      containerClass={options.containerClasses}
    >
      {said(options.meta)}
    </Footer>
  ),
  {
    without: {
      'govuk-footer__crown': othersRights,
      'govuk-footer__licence-logo': othersRights,
      'govuk-footer__licence-description': othersRights,
      'govuk-footer__meta-item': othersRights,
    },
  },
);
