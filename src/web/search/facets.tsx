import type { ComponentChildren } from 'preact';
import { type Facets, SIZES } from '../../modules/catalogue/index.js';
import { READINESS, READINESS_WORDS } from '../listing/readiness.js';
import { type Reader, useReader } from '../page/reader.js';
import { type Filter, kindsOf, type SearchAddress } from './search-address.js';
import { valueName } from './search-words.js';

/** The form that the search box and the filters belong to. */
export const SEARCH_FORM = 'search';

interface Value {
  value: string;
  text: string;
  count: number;
  checked: boolean;
  below?: Value[];
}

type Counts = readonly { code: string; count: number }[];

/** What one may narrow a search by, each value with how many it leaves. Closed on phones, and without a choice. */
export const FacetPanel = ({ address, facets, chosen }: { address: SearchAddress; facets: Facets; chosen: number }) => {
  const { t } = useReader();
  return (
    <details class="gate-filters" open={false}>
      <summary>{chosen > 0 ? t('search.filters-chosen', { count: chosen }) : t('search.filters')}</summary>
      <div class="gate-filters__body">
        <FacetSets address={address} facets={facets} />
        <button type="submit" form={SEARCH_FORM} class="govuk-button govuk-button--secondary">
          {t('search.apply')}
        </button>
      </div>
    </details>
  );
};

const FacetSets = ({ address, facets }: { address: SearchAddress; facets: Facets }) => {
  const reader = useReader();
  const kinds = kindsOf(address);
  const flat = (filter: Filter, counts: Counts | undefined, order: 'count' | 'name' | 'code' = 'count') =>
    sortedBy(reader, order, valuesOf(reader, address, filter, counts ?? []));
  const sets: [Filter, Value[]][] = [
    [
      'kind',
      kinds.length > 1
        ? flat(
            'kind',
            facets.kind?.filter(({ code }) => kinds.includes(code)),
          )
        : [],
    ],
    ['crs', sectorTree(reader, address, facets)],
    ['sdg', flat('sdg', facets.sdg, 'code')],
    ['country', flat('country', facets.country, 'name')],
    ['group', flat('group', facets.group)],
    ['lang', flat('lang', facets.lang)],
    ['readiness', facets.readiness ? readinessValues(reader, address, facets.readiness) : []],
    ['instrument', flat('instrument', facets.instrument)],
    ['size', SIZES.flatMap((size) => flat('size', facets.size).filter(({ value }) => value === size))],
  ];
  return <>{sets.map(([filter, values]) => values.length > 0 && <FacetSet key={filter} filter={filter} values={values} />)}</>;
};

const isChosen = (value: Value): boolean => value.checked || (value.below ?? []).some(isChosen);

const FacetSet = ({ filter, values }: { filter: Filter; values: Value[] }) => {
  const { t } = useReader();
  return (
    <details class="gate-facet" open={filter === 'kind' || values.some(isChosen)}>
      <summary>{t(`search.facet.${filter}`)}</summary>
      <fieldset>
        <legend class="govuk-visually-hidden">{t(`search.facet.${filter}`)}</legend>
        <Values filter={filter} values={values} />
      </fieldset>
    </details>
  );
};

const Values = ({ filter, values }: { filter: Filter; values: Value[] }): ComponentChildren => {
  const { format } = useReader();
  // One language at a time: a search looks in the words of that language alone.
  const type = filter === 'lang' ? 'radio' : 'checkbox';
  return values.map(({ value, text, count, checked, below }) => (
    <>
      <label>
        <input type={type} name={filter} value={value} checked={checked} form={SEARCH_FORM} />
        <span>{text}</span>
        <span class="gate-facet__count">{format.number(count)}</span>
      </label>
      {below && below.length > 0 && (
        <div class="gate-facet__below">
          <Values filter={filter} values={below} />
        </div>
      )}
    </>
  ));
};

/** Values with hits, and those that were chosen though they leave none. */
function valuesOf(reader: Reader, address: SearchAddress, filter: Filter, counts: Counts): Value[] {
  const chosen = address.valuesOf(filter);
  const counted = new Map([...chosen.map((code) => [code, 0] as const), ...counts.map(({ code, count }) => [code, count] as const)]);
  return [...counted].map(([code, count]) => ({
    value: code,
    text: valueName(reader, filter, code),
    count,
    checked: chosen.includes(code),
  }));
}

function sortedBy({ format }: Reader, order: 'count' | 'name' | 'code', values: Value[]): Value[] {
  if (order === 'name') return format.sorted(values, ({ text }) => text);
  if (order === 'code') return [...values].sort((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }));
  return [...values].sort((a, b) => b.count - a.count);
}

/** Sectors in the order of the alphabet, each with its categories where there is more than one or one is chosen. */
function sectorTree(reader: Reader, address: SearchAddress, { sector = [], crs = [] }: Facets): Value[] {
  const chosen = address.valuesOf('crs');
  const all = valuesOf(reader, address, 'crs', [...sector, ...crs]);
  const below = (code: string) =>
    sortedBy(
      reader,
      'name',
      all.filter(({ value }) => value.length > 2 && value.startsWith(code)),
    );
  return sortedBy(
    reader,
    'name',
    all.filter(({ value }) => value.length === 2),
  ).map((top) => {
    const parts = below(top.value);
    const isOpen = top.checked || parts.length > 1 || parts.some(({ value }) => chosen.includes(value));
    return { ...top, below: isOpen ? parts : [] };
  });
}

function readinessValues({ t }: Reader, address: SearchAddress, counts: Counts): Value[] {
  const chosen = address.valuesOf('readiness');
  return READINESS_WORDS.map((word) => {
    const levels = READINESS[word].map(String);
    const count = counts.filter(({ code }) => levels.includes(code)).reduce((sum, one) => sum + one.count, 0);
    return { value: levels.join(','), text: t(`readiness.${word}`), count, checked: levels.some((level) => chosen.includes(level)) };
  }).filter(({ count, checked }) => count > 0 || checked);
}
