import type { PublicListing } from '../../modules/listings/index.js';
import { LANGUAGES, type Language } from '../../platform/i18n/locales.js';
import { Translator } from '../i18n/translator.js';
import { element, escaped, XML_HEAD } from './xml.js';

export const FEED_NAMES = ['needs', 'offers'] as const;
export type FeedName = (typeof FEED_NAMES)[number];

export const feedPath = (name: FeedName, language: Language): string => `/feeds/${language}/${name}.xml`;

export interface Feed {
  name: FeedName;
  language: Language;
  origin: string;
  listings: readonly PublicListing[];
  countryName: (code: string) => string;
}

/** When the newest of them was published; the beginning of time for an empty feed, which has not changed since. */
export const lastChange = (listings: readonly PublicListing[]): Date =>
  new Date(Math.max(0, ...listings.map(({ publishedAt }) => publishedAt.getTime())));

/** Newly published listings as everybody may see them, in Atom (RFC 4287). Titles stay in the language of their owner, and say so. */
export function atomFeed({ name, language, origin, listings, countryName }: Feed): string {
  const translator = Translator.for(language);
  const self = `${origin}${feedPath(name, language)}`;
  const entry = ({ id, kind, title, teaser, country, publishedAt, language: own }: PublicListing): string =>
    element(
      'entry',
      {},
      element('id', {}, `urn:uuid:${id}`),
      element('title', { 'xml:lang': own }, escaped(title)),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: `${origin}/${language}/${name}/${id}` }),
      element('published', {}, publishedAt.toISOString()),
      element('updated', {}, publishedAt.toISOString()),
      element('category', { term: kind, label: translator.text(`kind.${kind}`) }),
      element('category', { term: country, label: countryName(country) }),
      ...(teaser === null ? [] : [element('summary', { 'xml:lang': own }, escaped(teaser))]),
    );
  const others = LANGUAGES.filter((one) => one !== language);
  return (
    XML_HEAD +
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
      element('id', {}, escaped(self)),
      element('title', {}, escaped(`${translator.text(`home.newest-${name}`)} – GATE`)),
      element('updated', {}, lastChange(listings).toISOString()),
      element('author', {}, element('name', {}, 'GATE')),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: `${origin}/${language}/${name}` }),
      ...others.map((one) =>
        element('link', { rel: 'alternate', type: 'application/atom+xml', hreflang: one, href: `${origin}${feedPath(name, one)}` }),
      ),
      ...listings.map(entry),
    )
  );
}
