import type { PublicListing } from '../../modules/listings/index.js';
import type { OrganizationView } from '../../modules/organizations/index.js';
import type { VerificationRecord } from '../../modules/verification/index.js';
import { Breadcrumbs, SummaryList, UserText } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { ListingCards } from '../listing/listing-cards.js';
import { useReader } from '../page/reader.js';
import { Checks } from './checks.js';

interface OrganizationPageProps {
  organization: OrganizationView;
  listings: readonly PublicListing[];
  record: VerificationRecord | null;
}

/** Who an organization is, how far that was checked, and what it has published. */
export const OrganizationPage = ({ organization, listings, record }: OrganizationPageProps) => {
  const { t, name, format, href } = useReader();
  const { legalName, reference, country, type, size, languages, website, isExample, enteredBy } = organization;
  const rows = [
    { key: t('organization-public.country'), value: name('country', country) },
    { key: t('organization-public.type'), value: name('organization-type', type) },
    ...(size ? [{ key: t('organization-public.size'), value: t(`organization-public.size.${size}`) }] : []),
    { key: t('organization-public.languages'), value: format.list(languages.map((one) => format.languageName(one))) },
    ...(website
      ? [
          {
            key: t('organization-public.website'),
            value: (
              <a class="govuk-link" href={website} rel="nofollow noopener" dir="ltr">
                {website}
              </a>
            ),
          },
        ]
      : []),
    { key: t('organization-public.entered-by'), value: t(`organization-public.entered-by.${enteredBy}`) },
  ];
  return (
    <Layout title={legalName} before={<Breadcrumbs items={[{ href: href('/offers'), text: t('organization-public.back') }]} />}>
      <p class="gate-quiet">
        {t('organization-public.caption')} · <bdi dir="ltr">{reference}</bdi>
        {isExample && ` · ${t('listing.example')}`}
      </p>
      <h1 class="govuk-heading-l">
        <UserText>{legalName}</UserText>
      </h1>
      <Checks organization={organization} record={record} />
      <SummaryList rows={rows} />
      <section class="gate-section">
        <h2 class="govuk-heading-m">{t('organization-public.listings')}</h2>
        {listings.length > 0 ? <ListingCards listings={listings} /> : <p class="govuk-body">{t('organization-public.no-listings')}</p>}
      </section>
    </Layout>
  );
};
