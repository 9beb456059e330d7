import type { PublicFigures, PublicListing } from '../../modules/listings/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { Layout } from '../layout/layout.js';
import { ListingCards } from '../listing/listing-cards.js';
import { useReader } from '../page/reader.js';

export interface HomeView {
  figures: PublicFigures;
  offers: readonly PublicListing[];
  needs: readonly PublicListing[];
}

export const HomePage = ({ figures, offers, needs }: HomeView) => {
  const { t } = useReader();
  return (
    <Layout title={t('home.title')} description={t('home.description')} isPublic hasFeeds>
      <div class="gate-hero">
        <h1 class="govuk-heading-xl">{t('home.heading')}</h1>
        <p class="govuk-body-l">{t('home.lead')}</p>
      </div>
      <Ways />
      <Figures figures={figures} />
      <div class="gate-columns">
        <Newest title="home.newest-needs" more="/needs" moreText="home.all-needs" listings={needs} />
        <Newest title="home.newest-offers" more="/offers" moreText="home.all-offers" listings={offers} />
      </div>
    </Layout>
  );
};

const WAYS: readonly { path: string; title: MessageKey; text: MessageKey }[] = [
  { path: '/my/listings/new?kind=need', title: 'home.way.need', text: 'home.way.need-text' },
  { path: '/my/listings/new', title: 'home.way.offer', text: 'home.way.offer-text' },
  { path: '/offers', title: 'home.way.look', text: 'home.way.look-text' },
];

const Ways = () => {
  const { t, href } = useReader();
  return (
    <ul class="gate-ways">
      {WAYS.map(({ path, title, text }) => (
        <li key={title}>
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={href(path)}>
              {t(title)}
            </a>
          </h2>
          <p class="govuk-body">{t(text)}</p>
        </li>
      ))}
    </ul>
  );
};

const Figures = ({ figures }: { figures: PublicFigures }) => {
  const { t, format } = useReader();
  return (
    <dl class="gate-figures govuk-body">
      {(['offers', 'needs', 'organizations', 'countries'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`home.figure.${name}`, { count: figures[name] })}</dt>
          <dd>{format.number(figures[name])}</dd>
        </div>
      ))}
    </dl>
  );
};

interface NewestProps {
  title: MessageKey;
  more: string;
  moreText: MessageKey;
  listings: readonly PublicListing[];
}

const Newest = ({ title, more, moreText, listings }: NewestProps) => {
  const { t, href } = useReader();
  return (
    <section>
      <h2 class="govuk-heading-m">{t(title)}</h2>
      {listings.length === 0 ? <p class="govuk-body">{t('home.none')}</p> : <ListingCards listings={listings} />}
      <p class="govuk-body">
        <a class="govuk-link" href={href(more)}>
          {t(moreText)}
        </a>
      </p>
    </section>
  );
};
