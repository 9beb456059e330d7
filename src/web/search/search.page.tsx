import type { SearchAnswer } from '../../modules/catalogue/index.js';
import { ErrorSummary, type Fault, type FormState, Pagination } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { ListingCards } from '../listing/listing-cards.js';
import { Downloads } from '../layout/downloads.js';
import { type Reader, useReader } from '../page/reader.js';
import { FacetPanel, SEARCH_FORM } from './facets.js';
import { SaveSearch } from './save-search.js';
import type { SearchAddress } from './search-address.js';
import { type Choice, choicesOf } from './search-words.js';

export interface SearchView {
  address: SearchAddress;
  /** Null while the catalogue is being loaded, or where the question could not be read. */
  answer: SearchAnswer | null;
  faults: readonly Fault[];
  /** The address names filters that are not open to her. */
  closed: boolean;
  save: FormState;
}

const placeOf = ({ path }: SearchAddress): 'offers' | 'needs' => (path === '/offers' ? 'offers' : 'needs');

export const SearchPage = ({ address, answer, faults, closed, save }: SearchView) => {
  const reader = useReader();
  const { t } = reader;
  const place = placeOf(address);
  const name = t(`search.${place}.title`);
  const choices = choicesOf(reader, address);
  const hasFaults = faults.length + save.faults.length > 0;
  return (
    <Layout
      title={address.q === '' ? name : t('search.title-of', { words: address.q, place: name })}
      description={t(`search.${place}.description`)}
      isPublic={address.href === address.path}
      hasFeeds
      hasFaults={hasFaults}
    >
      {faults.length > 0 && (
        <ErrorSummary
          title={t('search.not-read')}
          errors={faults.map(({ path, message }) => ({ text: faultText(reader, path, message) }))}
        />
      )}
      <h1 class="govuk-heading-l">{name}</h1>
      <SearchBox address={address} />
      {closed && <ForMembers />}
      <div class="gate-search">
        <div>
          {answer?.facets && Object.values(answer.facets).some((counts) => counts.length > 0) && (
            <FacetPanel address={address} facets={answer.facets} chosen={choices.length} />
          )}
        </div>
        <section aria-labelledby="results">
          <Chosen address={address} choices={choices} />
          {answer ? (
            <Results address={address} answer={answer} />
          ) : (
            faults.length === 0 && (
              <p class="govuk-body-l" id="results">
                {t('search.warming-up')}
              </p>
            )
          )}
          {answer && <SaveSearch address={address} form={save} choices={choices} />}
        </section>
      </div>
    </Layout>
  );
};

const faultText = ({ translator, t }: Reader, path: string, message: string): string => {
  const key = `search.facet.${path.split('.')[0] ?? ''}`;
  return translator.has(key) ? `${t(key)}: ${message}` : message;
};

const SearchBox = ({ address }: { address: SearchAddress }) => {
  const { t, href } = useReader();
  const place = placeOf(address);
  return (
    <form id={SEARCH_FORM} method="get" action={href(address.path)} role="search" class="gate-search-box">
      <label class="govuk-label" for="q">
        {t(`search.${place}.words`)}
      </label>
      <div>
        <input class="govuk-input" id="q" name="q" type="search" value={address.q} maxLength={500} />
        <button type="submit" class="govuk-button">
          {t('search.submit')}
        </button>
      </div>
    </form>
  );
};

/** A link from a member may name what visitors cannot filter by. */
const ForMembers = () => {
  const { rich, path, href } = useReader();
  return (
    <div class="govuk-inset-text">
      {rich('search.for-members', {
        a: (words) => (
          <a class="govuk-link" href={href(`/sign-in?next=${encodeURIComponent(path)}`)}>
            {words}
          </a>
        ),
      })}
    </div>
  );
};

/** Each choice is a link to the same search without it. */
const Chosen = ({ address, choices }: { address: SearchAddress; choices: readonly Choice[] }) => {
  const { t, href } = useReader();
  if (choices.length === 0) return null;
  return (
    <div class="gate-chosen">
      <h2 class="govuk-visually-hidden">{t('search.chosen')}</h2>
      <ul>
        {choices.map(({ filter, codes, text }) => (
          <li key={`${filter} ${text}`}>
            <a href={href(address.without(filter, codes).href)}>
              <span class="govuk-visually-hidden">{t('search.remove')}</span> {text}
              <span aria-hidden="true" class="gate-chosen__cross" />
            </a>
          </li>
        ))}
        <li>
          <a class="gate-chosen__all" href={href(address.withoutAll(choices.map(({ filter }) => filter)).href)}>
            {t('search.clear')}
          </a>
        </li>
      </ul>
    </div>
  );
};

const Results = ({ address, answer }: { address: SearchAddress; answer: SearchAnswer }) => {
  const { t, href } = useReader();
  const place = placeOf(address);
  const count = totalOf(address, answer);
  return (
    <>
      <div class="gate-search-head">
        <h2 class="govuk-heading-m" id="results">
          {t(`search.${place}.found`, { count })}
        </h2>
        {answer.items.length > 0 && <Sorting address={address} />}
      </div>
      {answer.items.length > 0 ? <ListingCards listings={answer.items} /> : <Nothing address={address} />}
      {(answer.next !== null || address.after !== '') && (
        <Pagination
          previous={address.after === '' ? undefined : { href: href(address.at('').href), text: t('search.first-page') }}
          next={answer.next === null ? undefined : { href: href(address.at(answer.next).href) }}
        />
      )}
      {answer.items.length > 0 && <Downloads list="search" query={address.query} />}
    </>
  );
};

/** Kinds exclude each other, so their counts add up; those of other kinds were not asked for. */
function totalOf(address: SearchAddress, { facets }: SearchAnswer): number {
  const asked = new Set((new URLSearchParams(address.query).get('kind') ?? '').split(','));
  return (facets?.kind ?? []).filter(({ code }) => asked.has(code)).reduce((sum, { count }) => sum + count, 0);
}

const Sorting = ({ address }: { address: SearchAddress }) => {
  const { t } = useReader();
  const usual = address.q === '' ? 'date' : 'relevance';
  const sorts = address.q === '' ? (['date', 'closing'] as const) : (['relevance', 'date', 'closing'] as const);
  const current = sorts.find((sort) => sort === address.sort) ?? usual;
  return (
    <p class="gate-sorting">
      <label for="sort">{t('search.sort')}</label>
      <select class="govuk-select" id="sort" name="sort" form={SEARCH_FORM}>
        {sorts.map((sort) => (
          <option key={sort} value={sort === usual ? '' : sort} selected={sort === current}>
            {t(`search.sort.${sort}`)}
          </option>
        ))}
      </select>
      <button type="submit" form={SEARCH_FORM} class="govuk-button govuk-button--secondary">
        {t('search.sort-apply')}
      </button>
    </p>
  );
};

const Nothing = ({ address }: { address: SearchAddress }) => {
  const { t, rich, href } = useReader();
  const place = placeOf(address);
  const toNew = place === 'offers' ? '/my/listings/new?kind=need' : '/my/listings/new';
  return (
    <>
      <p class="govuk-body">{t('search.nothing')}</p>
      <p class="govuk-body">
        {rich(`search.${place}.nothing-next`, {
          a: (words) => (
            <a class="govuk-link" href={href(toNew)}>
              {words}
            </a>
          ),
        })}
      </p>
    </>
  );
};
