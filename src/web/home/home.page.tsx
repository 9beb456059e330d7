import type { PublicFigures, PublicListing } from '../../modules/listings/index.js';
import { FlowMap } from '../charts/flow-map.js';
import type { Flow } from '../charts/flows.js';
import { Legend } from '../charts/legend.js';
import type { MessageKey } from '../i18n/areas.js';
import type { FeedName } from '../feeds/feed.js';
import { FeedLink } from '../feeds/feed-link.js';
import { Layout } from '../layout/layout.js';
import { ListingCards } from '../listing/listing-cards.js';
import { useReader } from '../page/reader.js';

export interface HomeView {
  figures: PublicFigures;
  /** Needs and offers that fit each other, between countries; empty while there are too few to be shown. */
  flows: readonly Flow[];
  continentOf: (country: string) => string;
  offers: readonly PublicListing[];
  needs: readonly PublicListing[];
}

export const HomePage = ({ figures, flows, continentOf, offers, needs }: HomeView) => {
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
        <Newest title="home.newest-needs" more="/needs" feed="needs" moreText="home.all-needs" listings={needs} />
        <Newest title="home.newest-offers" more="/offers" feed="offers" moreText="home.all-offers" listings={offers} />
      </div>
      {flows.length > 0 && <Flows flows={flows} continentOf={continentOf} />}
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

/** Who fits whom, at a glance; the page of insights has the same as a table. */
const Flows = ({ flows, continentOf }: Pick<HomeView, 'flows' | 'continentOf'>) => {
  const { t, href, name } = useReader();
  const groups = [...new Set(flows.map(({ from }) => continentOf(from)))];
  return (
    <section class="gate-home-map">
      <h2 class="govuk-heading-m">{t('insights.countries.title')}</h2>
      <FlowMap title={t('insights.countries.picture')} flows={flows} groupOf={continentOf} groups={groups} />
      <Legend groups={groups} nameOf={(code) => name('region', code)} />
      <p class="govuk-body">
        <a class="govuk-link" href={href('/insights')}>
          {t('home.map-table')}
        </a>
      </p>
      <p class="gate-quiet">{t('insights.designations')}</p>
    </section>
  );
};

interface NewestProps {
  title: MessageKey;
  more: string;
  feed: FeedName;
  moreText: MessageKey;
  listings: readonly PublicListing[];
}

const Newest = ({ title, more, feed, moreText, listings }: NewestProps) => {
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
      <FeedLink name={feed} />
    </section>
  );
};
