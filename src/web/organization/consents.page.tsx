import type { ConsentView } from '../../modules/centres/index.js';
import { Button, Form, Tag } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { OrganizationFrame } from './organization-frame.js';

export const ConsentsPage = ({ consents, isManager }: { consents: readonly ConsentView[]; isManager: boolean }) => {
  const { t } = useReader();
  return (
    <OrganizationFrame title="consents.title">
      <p class="govuk-body">{t('consents.lead')}</p>
      {consents.length === 0 ? (
        <p class="govuk-body-l">{t('consents.none')}</p>
      ) : (
        <ul class="gate-rows">
          {consents.map((consent) => (
            <Consent key={consent.id} consent={consent} isManager={isManager} />
          ))}
        </ul>
      )}
    </OrganizationFrame>
  );
};

const Consent = ({ consent, isManager }: { consent: ConsentView; isManager: boolean }) => {
  const { t, href, format } = useReader();
  const { id, kind, person, givenOn, until, scopes, state } = consent;
  return (
    <li>
      <div>
        <p class="govuk-body">
          <bdi>{person.name}</bdi> <Tag colour={state === 'in-force' ? 'green' : 'grey'}>{t(`consents.${state}`)}</Tag>
        </p>
        <p class="gate-quiet">
          {t(`consents.${kind}`)} · {format.date(givenOn)} · {t('dashboard.until', { day: format.date(until) })}
        </p>
        <p class="gate-quiet">{format.list(scopes.map((scope) => t(`consents.scope.${scope}`)))}</p>
      </div>
      {isManager && state === 'in-force' && (
        <a class="govuk-link" href={href(`/organization/consents/${id}/withdraw`)}>
          {t('consents.withdraw')}
          <span class="govuk-visually-hidden"> {person.name}</span>
        </a>
      )}
    </li>
  );
};

export const WithdrawConsentPage = ({ consent: { id, person } }: { consent: ConsentView }) => {
  const { t, href } = useReader();
  return (
    <OrganizationFrame title="consents.withdraw-title" back={{ path: '/organization/consents', text: 'consents.title' }}>
      <p class="govuk-body">
        <bdi>{person.name}</bdi>
      </p>
      <p class="govuk-body">{t('consents.withdraw-lead')}</p>
      <Form action={href(`/organization/consents/${id}/withdraw`)}>
        <Button variant="warning" preventDoubleClick>
          {t('consents.withdraw')}
        </Button>
      </Form>
    </OrganizationFrame>
  );
};
