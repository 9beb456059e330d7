import { LinkButton, Table, UserText } from '../components/index.js';
import { Back } from '../layout/back.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';
import { COMPARED, type ComparedOffer, factsOf } from './comparison.js';

export const ComparePage = ({ offers }: { offers: readonly ComparedOffer[] }) => {
  const reader = useReader();
  const { t, href } = reader;
  return (
    <Layout title={t('shortlist.compare-title')} before={<Back path="/shortlist">{t('shortlist.title')}</Back>}>
      <h1 class="govuk-heading-l">{t('shortlist.compare-title')}</h1>
      {offers.length < 2 ? (
        <>
          <p class="govuk-body-l">{t('shortlist.too-few')}</p>
          <LinkButton href={href('/shortlist')}>{t('shortlist.title')}</LinkButton>
        </>
      ) : (
        <SideBySide offers={offers} />
      )}
    </Layout>
  );
};

const SideBySide = ({ offers }: { offers: readonly ComparedOffer[] }) => {
  const reader = useReader();
  const { t, href } = reader;
  const facts = offers.map((offer) => factsOf(offer, reader));
  const head = [
    { children: t('compare.offer') },
    ...offers.map(({ id, title, language }) => ({
      children: (
        <a class="govuk-link" href={href(`/offers/${id}`)}>
          <UserText language={language}>{title}</UserText>
        </a>
      ),
    })),
  ];
  const told = (text: string | null, key: string) =>
    text === null ? <span class="gate-quiet">{t(key === 'owner' ? 'compare.unnamed' : 'compare.unsaid')}</span> : <bdi>{text}</bdi>;
  const teasers = [
    { children: t('compare.teaser') },
    ...offers.map(({ teaser, language }) => ({
      children: teaser ? <UserText language={language}>{teaser}</UserText> : told(null, 'teaser'),
    })),
  ];
  const rows = COMPARED.map((key) => [{ children: t(`compare.${key}`) }, ...facts.map((one) => ({ children: told(one[key], key) }))]);
  return (
    <div class="gate-wide" tabIndex={0} role="region" aria-label={t('shortlist.compare-title')}>
      <Table head={head} rows={[teasers, ...rows]} firstCellIsHeader class="gate-compare" />
    </div>
  );
};
