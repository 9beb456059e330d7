import type { Shortlisted } from '../../modules/searches/index.js';
import { Button, Form, FormErrors, type FormState, LinkButton, UserText } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { Downloads } from '../layout/downloads.js';
import { useReader } from '../page/reader.js';

export const ShortlistPage = ({ entries, form }: { entries: readonly Shortlisted[]; form: FormState }) => {
  const { t, href } = useReader();
  const offers = entries.filter(({ listing }) => listing !== null && listing.kind !== 'need');
  return (
    <Layout title={t('shortlist.title')} hasFaults={form.faults.length > 0}>
      <FormErrors form={form} title={t('layout.problem')} />
      <h1 class="govuk-heading-l">{t('shortlist.title')}</h1>
      {entries.length === 0 ? (
        <>
          <p class="govuk-body-l">{t('shortlist.none')}</p>
          <LinkButton href={href('/offers')}>{t('shortlist.search')}</LinkButton>
        </>
      ) : (
        <ul class="gate-rows">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {offers.length > 1 && <Choose offers={offers} />}
      {entries.length > 0 && <Downloads list="shortlist" />}
    </Layout>
  );
};

const Entry = ({ entry: { id, reference, listing } }: { entry: Shortlisted }) => {
  const { t, href, name } = useReader();
  return (
    <li>
      <div>
        <p class="govuk-body">
          {listing ? (
            <a class="govuk-link" href={href(`/${listing.kind === 'need' ? 'needs' : 'offers'}/${id}`)}>
              <UserText language={listing.language}>{listing.title}</UserText>
            </a>
          ) : (
            <bdi dir="ltr">{reference}</bdi>
          )}
        </p>
        <p class="gate-quiet">
          {listing ? (
            <>
              {t(`kind.${listing.kind}`)} · {name('country', listing.country)} · <bdi dir="ltr">{reference}</bdi>
            </>
          ) : (
            t('shortlist.gone')
          )}
        </p>
      </div>
      <form method="post" action={href(`/shortlist/${id}/remove`)}>
        <button type="submit" class="gate-link-button">
          {t('shortlist.remove')}
          <span class="govuk-visually-hidden"> {listing?.title ?? reference}</span>
        </button>
      </form>
    </li>
  );
};

const Choose = ({ offers }: { offers: readonly Shortlisted[] }) => {
  const { t, href } = useReader();
  return (
    <Form method="get" action={href('/shortlist/compare')}>
      <fieldset class="govuk-fieldset govuk-form-group">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{t('shortlist.choose')}</legend>
        <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
          {offers.map(({ id, listing }, index) => (
            <div key={id} class="govuk-checkboxes__item">
              <input class="govuk-checkboxes__input" id={`compare-${id}`} type="checkbox" name="id" value={id} checked={index < 3} />
              <label class="govuk-label govuk-checkboxes__label" for={`compare-${id}`}>
                {listing && <UserText language={listing.language}>{listing.title}</UserText>}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <Button>{t('shortlist.compare')}</Button>
    </Form>
  );
};
