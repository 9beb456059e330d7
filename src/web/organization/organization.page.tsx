import type { OrganizationView } from '../../modules/organizations/index.js';
import { InsetText, LinkButton, SummaryList, Tag, WarningText } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

const DOORS: readonly { path: string; title: MessageKey; text: MessageKey }[] = [
  { path: '/organization/members', title: 'members.title', text: 'members.text' },
  { path: '/organization/papers', title: 'papers.title', text: 'papers.text' },
  { path: '/organization/provider', title: 'profile.provider', text: 'profile.provider-text' },
  { path: '/organization/seeker', title: 'profile.seeker', text: 'profile.seeker-text' },
  { path: '/organization/consents', title: 'consents.title', text: 'consents.text' },
];

export const OrganizationPage = ({ organization }: { organization: OrganizationView }) => {
  const { t, href } = useReader();
  const { legalName, standing, held, role, decisionNote } = organization;
  return (
    <Layout title={legalName}>
      <h1 class="govuk-heading-l">
        <bdi>{legalName}</bdi>
      </h1>
      {standing !== 'good' && (
        <WarningText>
          {t(`standing.${standing}`)} {decisionNote && <bdi>{decisionNote}</bdi>}
        </WarningText>
      )}
      {held && <WarningText>{t('standing.held')}</WarningText>}
      <div class="gate-columns">
        <div>
          <Facts organization={organization} />
          {role === 'manager' && (
            <p class="govuk-body">
              <a class="govuk-link" href={href('/organization/edit')}>
                {t('organization.edit')}
              </a>
            </p>
          )}
          <Rights organization={organization} />
        </div>
        <ul class="gate-doors">
          {DOORS.map(({ path, title, text }) => (
            <li key={path}>
              <h2 class="govuk-heading-s">
                <a class="govuk-link" href={href(path)}>
                  {t(title)}
                </a>
              </h2>
              <p class="govuk-body">{t(text)}</p>
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
};

const Facts = ({ organization }: { organization: OrganizationView }) => {
  const { t, name, format } = useReader();
  const { reference, country, type, languages, size, website, submitByManagersOnly } = organization;
  const rows = [
    { key: t('organization.reference'), value: <bdi dir="ltr">{reference}</bdi> },
    { key: t('organization.country'), value: name('country', country) },
    { key: t('organization.type'), value: name('organization-type', type) },
    { key: t('organization.languages'), value: format.list(languages.map((tag) => format.languageName(tag))) },
    ...(size ? [{ key: t('organization.size'), value: t(`size.${size}`) }] : []),
    ...(website ? [{ key: t('organization.website'), value: <bdi dir="ltr">{website}</bdi> }] : []),
    ...(submitByManagersOnly ? [{ key: t('organization.submit'), value: t('organization.submit-managers') }] : []),
  ];
  return <SummaryList rows={rows} />;
};

/** How far it has been checked, what it may do by that, and what comes next. */
const Rights = ({ organization: { level, rights = [], next } }: { organization: OrganizationView }) => {
  const { t, href } = useReader();
  return (
    <section aria-labelledby="rights">
      <h2 class="govuk-heading-m" id="rights">
        {t('organization.level')}: <Tag colour={level === 'registered' ? 'grey' : 'green'}>{t(`level.${level}`)}</Tag>
      </h2>
      {rights.length > 0 && (
        <>
          <p class="govuk-body">{t('organization.may-now')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {rights.map((right) => (
              <li key={right}>{t(`right.${right}`)}</li>
            ))}
          </ul>
        </>
      )}
      {next && (
        <InsetText>
          <p class="govuk-body">{t(`next.${next.by}`)}</p>
          <ul class="govuk-list govuk-list--bullet">
            {next.adds.map((right) => (
              <li key={right}>{t(`right.${right}`)}</li>
            ))}
          </ul>
          <LinkButton href={href(next.by === 'first-listing' ? '/my/listings/new' : '/organization/papers')}>
            {t(`next.${next.by}-button`)}
          </LinkButton>
        </InsetText>
      )}
    </section>
  );
};

export const NoOrganizationPage = ({ hasSeveral }: { hasSeveral: boolean }) => {
  const { t, href } = useReader();
  return (
    <Layout title={t('place.organization')}>
      <h1 class="govuk-heading-l">{t('place.organization')}</h1>
      <p class="govuk-body-l">{t(hasSeveral ? 'dashboard.choose' : 'account.no-organization')}</p>
      <LinkButton href={href(hasSeveral ? '/account/organization' : '/organization/new')}>
        {t(hasSeveral ? 'dashboard.choose-button' : 'dashboard.register')}
      </LinkButton>
    </Layout>
  );
};
