import type { PublicAddress } from '../../modules/listings/index.js';
import { LANGUAGES } from '../../platform/i18n/locales.js';
import { languageLinks } from '../layout/language-links.js';
import { element, XML_HEAD } from './xml.js';

/** Pages that everybody may read and that are there whatever has been published. */
export const PUBLIC_PAGES = [
  '/',
  '/offers',
  '/needs',
  '/countries',
  '/insights',
  '/help',
  '/help/scores',
  '/contact',
  '/accessibility',
  '/privacy',
  '/terms',
];

/** Files of a site map hold at most 50,000 addresses and 50 MB; a listing has one address a language, each of which names all others. */
export const LISTINGS_A_FILE = 1_000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The list of files. */
export const siteMapIndex = (origin: string, parts: readonly string[]): string =>
  XML_HEAD +
  element(
    'sitemapindex',
    { xmlns: NAMESPACE },
    ...['pages', 'countries', ...parts].map((part) => element('sitemap', {}, element('loc', {}, `${origin}/sitemap/${part}`))),
  );

export const siteMapOfPages = (origin: string): string => siteMap(PUBLIC_PAGES.map((path) => addresses(origin, path)));

export const siteMapOfCountries = (origin: string, codes: readonly string[]): string =>
  siteMap(codes.map((code) => addresses(origin, `/countries/${code}`)));

export const siteMapOfListings = (origin: string, listings: readonly PublicAddress[]): string =>
  siteMap(listings.map(({ id, kind, publishedAt }) => addresses(origin, `/${kind === 'need' ? 'needs' : 'offers'}/${id}`, publishedAt)));

const siteMap = (urls: readonly string[]): string =>
  XML_HEAD + element('urlset', { xmlns: NAMESPACE, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }, ...urls);

/** A page at its address in every language. */
function addresses(origin: string, path: string, changed?: Date): string {
  const links = languageLinks(path);
  const others = [...links.map(({ language, href }) => ({ hreflang: language, href })), { hreflang: 'x-default', href: path }].map((one) =>
    element('xhtml:link', { rel: 'alternate', hreflang: one.hreflang, href: `${origin}${one.href}` }),
  );
  const lastmod = changed ? [element('lastmod', {}, changed.toISOString())] : [];
  return LANGUAGES.map((language) => {
    const here = links.find((one) => one.language === language);
    return element('url', {}, element('loc', {}, `${origin}${here?.href ?? path}`), ...lastmod, ...others);
  }).join('');
}
