import type { DeskView, PublicCentre } from '../../modules/centres/index.js';
import type { CountryFigures, PublicListing } from '../../modules/listings/index.js';
import { Breadcrumbs, InsetText, SummaryList } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { ListingCards } from '../listing/listing-cards.js';
import { useReader } from '../page/reader.js';
import { contactRows } from './contact-rows.js';

export interface CountriesView {
  codes: readonly string[];
  centres: readonly PublicCentre[];
  figures: readonly CountryFigures[];
}

/** Every country by its name in the reader's language, those with a centre first. */
export const CountriesPage = ({ codes, centres, figures }: CountriesView) => {
  const { t, name, format } = useReader();
  const served = new Set(centres.flatMap(({ countries }) => countries));
  const sorted = format.sorted(codes, (code) => name('country', code));
  return (
    <Layout title={t('centre.countries')} description={t('centre.countries-text')} isPublic>
      <h1 class="govuk-heading-l">{t('centre.countries')}</h1>
      <p class="govuk-body-l">{t('centre.countries-text')}</p>
      <h2 class="govuk-heading-m">{t('centre.with-centre')}</h2>
      {served.size === 0 && <p class="govuk-body">{t('centre.none-yet')}</p>}
      <Names codes={sorted.filter((code) => served.has(code))} figures={figures} />
      <h2 class="govuk-heading-m">{t('centre.global-serves')}</h2>
      <Names codes={sorted.filter((code) => !served.has(code))} figures={figures} />
    </Layout>
  );
};

const Names = ({ codes, figures }: Pick<CountriesView, 'codes' | 'figures'>) => {
  const { href, name, format } = useReader();
  const counts = new Map(figures.map(({ country, offers, needs }) => [country, offers + needs]));
  return (
    <ul class="govuk-list gate-countries">
      {codes.map((code) => (
        <li key={code}>
          <a class="govuk-link" href={href(`/countries/${code}`)}>
            {name('country', code)}
          </a>
          {counts.has(code) && <span class="gate-part"> ({format.number(counts.get(code) ?? 0)})</span>}
        </li>
      ))}
    </ul>
  );
};

export interface CountryView {
  desk: DeskView;
  figures: CountryFigures;
  offers: readonly PublicListing[];
  needs: readonly PublicListing[];
}

/** A country: who serves it, and the newest from there. */
export const CountryPage = ({ desk, figures, offers, needs }: CountryView) => {
  const { t, href, name, format } = useReader();
  const { country } = desk;
  const title = name('country', country);
  const before = <Breadcrumbs items={[{ text: t('centre.countries'), href: href('/countries') }, { text: title }]} />;
  return (
    <Layout title={title} description={t('centre.country-text', { country: title })} isPublic before={before}>
      <h1 class="govuk-heading-l">{title}</h1>
      <dl class="gate-figures govuk-body">
        <div>
          <dt>{t('home.figure.offers', { count: figures.offers })}</dt>
          <dd>{format.number(figures.offers)}</dd>
        </div>
        <div>
          <dt>{t('home.figure.needs', { count: figures.needs })}</dt>
          <dd>{format.number(figures.needs)}</dd>
        </div>
      </dl>
      <Serving desk={desk} />
      <div class="gate-columns">
        <Newest title={t('centre.newest-needs')} listings={needs} more={`/needs?country=${country}`} />
        <Newest title={t('centre.newest-offers')} listings={offers} more={`/offers?country=${country}`} />
      </div>
    </Layout>
  );
};

const Serving = ({ desk: { centre, contact, country } }: { desk: DeskView }) => {
  const reader = useReader();
  const { t, href, format } = reader;
  const rows = [
    centre && { key: t('centre.name'), value: <bdi>{centre.name}</bdi> },
    centre && { key: t('centre.host'), value: <bdi>{centre.host}</bdi> },
    centre && { key: t('centre.languages'), value: format.list(centre.languages.map((tag) => format.languageName(tag))) },
    ...contactRows(reader, contact),
  ];
  return (
    <section>
      <h2 class="govuk-heading-m">{t('centre.title')}</h2>
      {centre === null && <InsetText>{t('centre.global-text')}</InsetText>}
      <SummaryList rows={rows.flatMap((row) => row || [])} />
      <p class="govuk-body">
        {t('centre.poor-access')}{' '}
        <a class="govuk-link" href={href(`/consent-form?country=${country}`)}>
          {t('centre.consent-form')}
        </a>
      </p>
    </section>
  );
};

const Newest = ({ title, listings, more }: { title: string; listings: readonly PublicListing[]; more: string }) => {
  const { t, href } = useReader();
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {listings.length === 0 ? (
        <p class="govuk-body">{t('centre.nothing')}</p>
      ) : (
        <>
          <ListingCards listings={listings} />
          <p class="govuk-body">
            <a class="govuk-link" href={href(more)}>
              {t('centre.all')}
              <span class="govuk-visually-hidden">: {title}</span>
            </a>
          </p>
        </>
      )}
    </section>
  );
};
