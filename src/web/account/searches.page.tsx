import { pageOfSearch, RHYTHMS, type SavedSearch } from '../../modules/searches/index.js';
import { Button, type Fault, Form, FormErrors, formState, LinkButton, Select } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { Downloads } from '../layout/downloads.js';
import { useReader } from '../page/reader.js';
import { AccountFrame } from './account-frame.js';

export const SearchesPage = ({ searches, faults }: { searches: readonly SavedSearch[]; faults: readonly Fault[] }) => {
  const { t, href } = useReader();
  return (
    <Layout title={t('searches.title')} hasFaults={faults.length > 0}>
      <FormErrors form={formState([], {}, faults)} title={t('layout.problem')} />
      <h1 class="govuk-heading-l">{t('searches.title')}</h1>
      {searches.length === 0 ? (
        <>
          <p class="govuk-body-l">{t('searches.none')}</p>
          <LinkButton href={href('/offers')}>{t('searches.search')}</LinkButton>
        </>
      ) : (
        <ul class="gate-rows">
          {searches.map((search) => (
            <SavedSearchRow key={search.id} search={search} />
          ))}
        </ul>
      )}
      {searches.length > 0 && <Downloads list="searches" />}
    </Layout>
  );
};

const SavedSearchRow = ({ search: { id, name, query, rhythm } }: { search: SavedSearch }) => {
  const { t, href } = useReader();
  const items = RHYTHMS.map((value) => ({ value, text: t(`delivery.${value}`) }));
  return (
    <li>
      <div>
        <p class="govuk-body">
          <a class="govuk-link" href={href(pageOfSearch(query))} dir="auto">
            {name}
          </a>
        </p>
        <p class="gate-quiet">
          <a class="govuk-link" href={href(`/searches/${id}/delete`)}>
            {t('searches.delete')}
            <span class="govuk-visually-hidden"> {name}</span>
          </a>
        </p>
      </div>
      <Form action={href(`/searches/${id}`)} class="gate-inline-form">
        <Select
          id={`rhythm-${id}`}
          name="rhythm"
          value={rhythm}
          label={
            <>
              {t('searches.rhythm')}
              <span class="govuk-visually-hidden">: {name}</span>
            </>
          }
          items={items}
        />
        <Button variant="secondary" preventDoubleClick>
          {t('account.save')}
        </Button>
      </Form>
    </li>
  );
};

export const DeleteSearchPage = ({ search: { id, name } }: { search: SavedSearch }) => {
  const { t, href } = useReader();
  return (
    <AccountFrame title="searches.delete-title" back={{ path: '/searches', text: 'searches.title' }}>
      <p class="govuk-body">
        <bdi>{name}</bdi>
      </p>
      <Form action={href(`/searches/${id}/delete`)}>
        <Button variant="warning" preventDoubleClick>
          {t('searches.delete')}
        </Button>
      </Form>
    </AccountFrame>
  );
};
