import type { PublicListing } from '../../modules/listings/index.js';
import { atomFeed } from './feed.js';
import { siteMapIndex, siteMapOfCountries, siteMapOfListings, siteMapOfPages } from './site-map.js';

const ORIGIN = 'https://gate.example';
const listing: PublicListing = {
  id: '00000000-0000-4000-8000-000000000001',
  reference: 'N-1',
  kind: 'need',
  country: 'KE',
  language: 'en',
  title: 'Pumps & <pipes> "at once"\u0000\u000b',
  teaser: null,
  publishedAt: new Date('2026-11-30T10:00:00.5Z'),
  isExample: false,
};
const feed = (listings: PublicListing[]) =>
  atomFeed({ name: 'needs', language: 'fr', origin: ORIGIN, listings, countryName: () => 'Kenya' });

describe('a feed', () => {
  it('is in its language, its entries in that of their owners, with nothing that breaks it', () => {
    const text = feed([listing]);
    expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">');
    expect(text).toContain('<title xml:lang="en">Pumps &amp; &lt;pipes&gt; &quot;at once&quot;</title>');
    expect(text).toContain(`href="${ORIGIN}/fr/needs/${listing.id}"`);
    expect(text).toContain('<updated>2026-11-30T10:00:00.500Z</updated>');
    expect(text).not.toContain('<summary');
  });

  it('is whole without entries', () => {
    expect(feed([])).toMatch(/^<\?xml .*<updated>1970-01-01T00:00:00\.000Z<\/updated>.*<\/feed>$/s);
  });
});

describe('the site map', () => {
  it('names every page in every language, each with its others', () => {
    const text = siteMapOfPages(ORIGIN);
    expect(text).toContain(`<loc>${ORIGIN}/ar/help/scores</loc>`);
    expect(text).toContain(`<xhtml:link rel="alternate" hreflang="zh" href="${ORIGIN}/zh"/>`);
    expect(text.match(/<url>/g)?.length).toBe(text.match(/hreflang="x-default"/g)?.length);
  });

  it('names the page of each country', () => {
    expect(siteMapOfCountries(ORIGIN, ['TV'])).toContain(`<loc>${ORIGIN}/es/countries/TV</loc>`);
  });

  it('names listings with the day they were published, and is cut into files', () => {
    expect(siteMapIndex(ORIGIN, [listing.id])).toContain(`<loc>${ORIGIN}/sitemap/${listing.id}</loc>`);
    const text = siteMapOfListings(ORIGIN, [listing]);
    expect(text).toContain(`<loc>${ORIGIN}/pt/needs/${listing.id}</loc><lastmod>2026-11-30T10:00:00.500Z</lastmod>`);
    expect(text.match(/<url>/g)).toHaveLength(7);
  });
});
