import type { Page } from '../../kernel/pagination.js';
import type { HitView } from '../../modules/screening/index.js';
import { type FormState, RadiosField, SummaryList } from '../components/index.js';
import { DeskFrame, More } from '../desk/desk-frame.js';
import { ReasonFormPage } from '../desk/reason-form.page.js';
import { useReader } from '../page/reader.js';

/** Organizations whose name is like one on a list, the longest waiting first. */
export const HitsPage = ({ page: { items, next }, status }: { page: Page<HitView>; status: 'open' | 'confirmed' }) => {
  const { t, href, name, format } = useReader();
  return (
    <DeskFrame title={t('desk.part.screening')}>
      <h1 class="govuk-heading-l">{t('desk.part.screening')}</h1>
      <p class="govuk-body gate-links">
        {(['open', 'confirmed'] as const).map((one) => (
          <a
            key={one}
            class="govuk-link"
            href={href(`/desk/screening${one === 'open' ? '' : `?status=${one}`}`)}
            aria-current={one === status ? 'page' : undefined}
          >
            {t(`desk.hits.${one}`)}
          </a>
        ))}
        <a class="govuk-link" href={href('/admin/screening')}>
          {t('desk.hits-lists')}
        </a>
      </p>
      {items.length === 0 && <p class="govuk-body">{t(status === 'open' ? 'desk.hits-none' : 'desk.organizations.none')}</p>}
      <ul class="gate-listings">
        {items.map(({ id, organization, list, listedName, foundAt }) => (
          <li key={id}>
            <h2 class="govuk-heading-s">
              <a class="govuk-link" href={href(`/desk/screening/${id}`)} dir="auto">
                {organization.legalName}
              </a>
            </h2>
            <p class="gate-quiet">
              {name('country', organization.country)} · <bdi>{listedName}</bdi> · <bdi>{list}</bdi> · {format.date(foundAt)}
            </p>
          </li>
        ))}
      </ul>
      <More next={next} />
    </DeskFrame>
  );
};

/** One of them beside the entry of the list, and the decision. */
export const HitPage = ({ hit, form }: { hit: HitView; form: FormState }) => {
  const { actor, t, name, format } = useReader();
  const { organization } = hit;
  const way = [
    { text: t('desk.part.screening'), path: '/desk/screening' },
    { text: organization.legalName, path: `/desk/organizations/${organization.id}` },
  ];
  const rows = [
    { key: t('review.organization'), value: <bdi>{organization.legalName}</bdi> },
    { key: t('review.filter.country'), value: name('country', organization.country) },
    { key: t('desk.hit.name'), value: <bdi>{hit.listedName}</bdi> },
    { key: t('desk.hit.country'), value: hit.listedCountry ? name('country', hit.listedCountry) : t('review.nothing-said') },
    { key: t('desk.hit.list'), value: <bdi>{hit.list}</bdi> },
    { key: t('desk.hit.likeness'), value: format.percent(hit.likeness) },
  ];
  const isSecondLook = hit.status === 'confirmed' && actor.kind === 'person' && actor.administrator && hit.decidedBy !== actor.personId;
  if (isSecondLook)
    return (
      <ReasonFormPage
        title={t('desk.hit.again-title')}
        about={organization.legalName}
        text={t('desk.hit.again-text')}
        action={`/desk/screening/${hit.id}`}
        form={form}
        reasons="screening"
        submit={t('desk.hit.again-submit')}
        way={way}
      >
        <SummaryList rows={rows} />
        <input type="hidden" name="outcome" value="cleared" />
      </ReasonFormPage>
    );
  if (hit.status !== 'open')
    return (
      <DeskFrame title={organization.legalName} way={way}>
        <h1 class="govuk-heading-l">
          <bdi>{organization.legalName}</bdi>
        </h1>
        <SummaryList rows={[...rows, { key: t('desk.hit.decided'), value: t(`desk.hit.${hit.status}`) }]} />
      </DeskFrame>
    );
  return (
    <ReasonFormPage
      title={t('desk.hit.title')}
      about={organization.legalName}
      text={t('desk.hit.text')}
      action={`/desk/screening/${hit.id}`}
      form={form}
      reasons="screening"
      submit={t('desk.hit.submit')}
      way={way}
    >
      <SummaryList rows={rows} />
      <RadiosField
        form={form}
        name="outcome"
        legend={t('desk.hit.question')}
        legendClass="govuk-fieldset__legend--s"
        items={[
          { value: 'cleared', text: t('desk.hit.cleared') },
          { value: 'confirmed', text: t('desk.hit.confirmed') },
        ]}
      />
    </ReasonFormPage>
  );
};
