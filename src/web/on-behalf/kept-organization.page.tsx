import type { ConsentView } from '../../modules/centres/index.js';
import type { ConsentScope, InvitationView, OrganizationView } from '../../modules/organizations/index.js';
import { Button, Form, FormErrors, type FormState, InsetText, LinkButton, SummaryList, Tag, TextField } from '../components/index.js';
import { DeskFrame } from '../desk/desk-frame.js';
import { LevelTag } from '../desk/level-tag.js';
import { useReader } from '../page/reader.js';
import { FormLink } from './kept.page.js';

export interface KeptView {
  organization: OrganizationView;
  inForce: readonly ConsentScope[];
  consents: readonly ConsentView[];
  /** Links by which it is handed over; none for whoever may not see them. */
  links: readonly InvitationView[];
}

/** What a desk does for one organization, by which right, and how it hands it over. */
export const KeptOrganizationPage = ({ view, form }: { view: KeptView; form: FormState }) => {
  const { t, href, name } = useReader();
  const { organization, inForce } = view;
  return (
    <DeskFrame title={organization.legalName} way={[{ text: t('desk.also.kept'), path: '/desk/kept' }]} hasFaults={form.faults.length > 0}>
      <FormErrors form={form} title={t('layout.problem')} />
      <span class="govuk-caption-l">
        {name('country', organization.country)} · <bdi dir="ltr">{organization.reference}</bdi>
      </span>
      <h1 class="govuk-heading-l">
        <bdi>{organization.legalName}</bdi>
      </h1>
      <p class="gate-tags">
        <LevelTag level={organization.level} />
      </p>
      <h2 class="govuk-heading-m">{t('kept.may-now')}</h2>
      {inForce.length === 0 ? (
        <InsetText>{t('kept.may-nothing')}</InsetText>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {inForce.map((scope) => (
            <li key={scope}>{t(`kept.scope.${scope}`)}</li>
          ))}
        </ul>
      )}
      {inForce.includes('list') && (
        <LinkButton href={href(`/my/listings/new?organization=${organization.id}`)}>{t('kept.list-for')}</LinkButton>
      )}
      <p class="govuk-body gate-links">
        <a class="govuk-link" href={href(`/desk/organizations/${organization.id}`)}>
          {t('kept.papers')}
        </a>
      </p>
      <Consents view={view} />
      {organization.managed === false && <HandOver view={view} form={form} />}
    </DeskFrame>
  );
};

const Consents = ({ view: { organization, consents } }: { view: KeptView }) => {
  const { t, href } = useReader();
  return (
    <section>
      <h2 class="govuk-heading-m">{t('kept.consents')}</h2>
      <p class="govuk-body gate-links">
        <a class="govuk-link" href={href(`/desk/kept/${organization.id}/consents/new`)}>
          {t('kept.record')}
        </a>
        <FormLink country={organization.country} />
      </p>
      {consents.map((consent) => (
        <Consent key={consent.id} consent={consent} organizationId={organization.id} />
      ))}
    </section>
  );
};

const Consent = ({ consent, organizationId }: { consent: ConsentView; organizationId: string }) => {
  const { t, href, format } = useReader();
  const { id, kind, person, givenOn, until, scopes, state, form } = consent;
  const at = `/desk/kept/${organizationId}/consents/${id}`;
  const isOpen = state === 'in-force';
  const isForm = kind === 'signed-form';
  const rows = [
    {
      key: t('kept.person'),
      value: (
        <>
          <bdi>{person.name}</bdi>
          {person.position && (
            <>
              , <bdi>{person.position}</bdi>
            </>
          )}
          <br />
          <bdi dir="ltr">{person.phone}</bdi>
        </>
      ),
    },
    { key: t('kept.days'), value: `${format.date(givenOn)} – ${format.date(until)}` },
    { key: t('kept.scopes'), value: format.list(scopes.map((scope) => t(`kept.scope.${scope}`))) },
    isForm && {
      key: t('kept.form'),
      value: form ? (
        <a class="govuk-link" href={`/api/v1/organizations/${organizationId}/consents/${id}/form`}>
          <bdi>{form.name}</bdi> ({format.bytes(form.bytes)})
        </a>
      ) : (
        <a class="govuk-link" href={href(`${at}/form`)}>
          {t('kept.add-photo')}
        </a>
      ),
    },
    { key: t('kept.state'), value: <Tag colour={isOpen ? 'green' : 'grey'}>{t(`kept.state.${state}`)}</Tag> },
  ];
  const actions = isOpen ? [{ href: href(`${at}/withdraw`), text: t('kept.take-back') }] : [];
  return <SummaryList card={{ title: t(`kept.kind.${kind}`), headingLevel: 3, actions }} rows={rows.flatMap((row) => row || [])} />;
};

/** Links that make one of its own people its first manager. */
const HandOver = ({ view: { organization, links }, form }: { view: KeptView; form: FormState }) => {
  const { t, href, format } = useReader();
  const at = `/desk/kept/${organization.id}/claim-links`;
  return (
    <section>
      <h2 class="govuk-heading-m">{t('kept.hand-over')}</h2>
      <p class="govuk-body">{t('kept.hand-over-text')}</p>
      <Form action={href(at)} class="gate-narrow">
        <TextField form={form} name="email" label={t('kept.email')} type="email" spellcheck={false} autocomplete="off" />
        <Button variant="secondary" preventDoubleClick>
          {t('kept.send-link')}
        </Button>
      </Form>
      <ul class="gate-listings">
        {links.map(({ id, email, state, expiresAt }) => (
          <li key={id}>
            <p class="govuk-body">
              <bdi dir="ltr">{email}</bdi> · {t(`kept.link.${state}`)}
              {state === 'open' && ` · ${t('kept.until', { date: format.date(expiresAt) })}`}
            </p>
            {state === 'open' && (
              <Form action={href(`${at}/${id}/withdraw`)}>
                <Button variant="secondary">
                  {t('kept.withdraw-link')}
                  <span class="govuk-visually-hidden">: {email}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
