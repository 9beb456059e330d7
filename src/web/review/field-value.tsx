import type { ComponentChildren } from 'preact';
import type { Requirement, Specification } from '../../modules/listings/index.js';
import type { Scheme } from '../../modules/taxonomy/index.js';
import { UserText } from '../components/index.js';
import { measure } from '../listing/measure.js';
import { useReader } from '../page/reader.js';
import { labelOf } from '../wizard/field-texts.js';

/** Fields whose values are codes of a list. */
const SCHEMES: Readonly<Record<string, Scheme>> = {
  country: 'country',
  developedIn: 'country',
  cooperation: 'cooperation',
  status: 'ip-status',
  evidence: 'evidence',
  support: 'support',
  applicants: 'applicant',
  stages: 'finance-stage',
  instrument: 'finance-type',
  flowType: 'flow-type',
  kinds: 'listing-kind',
  attribute: 'attribute',
};
const PLACES = ['countriesPreferred', 'countriesOffered', 'countriesRefused'];
const DAYS = /^\d{4}-\d{2}-\d{2}$/;
const COMPARED = { '>=': '≥', '<=': '≤', '=': '=' };

type Fields = Record<string, unknown>;
/** A specification, or a requirement. */
type Measured = Pick<Specification, 'attribute' | 'min' | 'max' | 'unit'> & Partial<Pick<Requirement, 'comparator' | 'value' | 'must'>>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMoney = (value: Fields): boolean =>
  'currency' in value && ['amount', 'min', 'max'].some((key) => key in value) && !('unit' in value);

/** The last name of a path. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** A value of a listing in words, by the path of its field: codes by their names, what somebody wrote in its own language. */
export const FieldValue = ({ field, value, language }: { field: string; value: unknown; language: string }) => {
  const say = useValues(language);
  return <>{say(field, value)}</>;
};

function useValues(language: string) {
  const reader = useReader();
  const { t, name, format, translator } = reader;

  const text = (path: string, value: string): ComponentChildren => {
    const field = nameOf(path);
    const scheme = SCHEMES[field];
    if (scheme) return name(scheme, value);
    if (field === 'languages') return format.languageName(value);
    if (PLACES.includes(field)) return placeName(value);
    if (DAYS.test(value)) return format.date(value);
    const word = `review.value.${field === 'quality' ? 'quality.' : ''}${value}`;
    if (translator.has(word)) return t(word);
    return (
      <span class="gate-user-text">
        <UserText language={language}>{value}</UserText>
      </span>
    );
  };

  const placeName = (place: string): string => {
    const [scheme, code] = place.split(':');
    return code === undefined ? name('country', place) : name(scheme === 'group' ? 'group' : 'region', code);
  };

  const money = ({ amount, min, max, currency }: Fields): ComponentChildren => {
    const say = (sum: unknown): string => format.money(Number(sum), String(currency));
    if (amount !== undefined) return say(amount);
    if (min !== undefined && max !== undefined) return range(say(min), say(max));
    return t(min === undefined ? 'review.value.up-to' : 'review.value.from', { sum: say(min ?? max) });
  };

  const figure = (value: unknown, attribute: string, unit?: string): string =>
    typeof value === 'boolean' ? t(value ? 'review.value.yes' : 'review.value.no') : measure(reader, Number(value), attribute, unit);

  const measured = ({ attribute, comparator, value, min, max, unit, must }: Measured): ComponentChildren => (
    <>
      {name('attribute', attribute)}: {comparator !== undefined && typeof value !== 'boolean' && `${COMPARED[comparator]} `}
      {value !== undefined
        ? figure(value, attribute, unit)
        : range(...([min, max].map((end) => (end === undefined ? '…' : figure(end, attribute, unit))) as [string, string]))}
      {must !== undefined && ` (${t(must ? 'review.value.must' : 'review.value.wish')})`}
    </>
  );

  const parts = (path: string, value: Fields): ComponentChildren =>
    Object.entries(value)
      .filter(([key, part]) => key !== 'key' && part !== undefined && !(Array.isArray(part) && part.length === 0))
      .map(([key, part], index) => (
        <>
          {index > 0 && <br />}
          <span class="gate-part">{labelOf(translator, `${path}.${key}`)}: </span>
          {say(`${path}.${key}`, part)}
        </>
      ));

  const code = ({ scheme, code: key, main }: Fields): string =>
    `${name(scheme as Scheme, String(key))}${main ? ` (${t('review.value.main')})` : ''}`;

  function say(path: string, value: unknown): ComponentChildren {
    const field = nameOf(path);
    if (typeof value === 'string') return text(path, value);
    if (typeof value === 'boolean') return t(value ? 'review.value.yes' : 'review.value.no');
    if (typeof value === 'number')
      return /^readiness/i.test(field) ? name('trl', String(value)) : format.number(value, { useGrouping: field !== 'year' });
    if (Array.isArray(value)) return items(path, value);
    if (!isObject(value)) return null;
    if ('scheme' in value && 'code' in value) return code(value);
    if ('attribute' in value) return measured(value as unknown as Measured);
    return isMoney(value) ? money(value) : parts(path, value);
  }

  const items = (path: string, value: unknown[]): ComponentChildren =>
    value.length === 1 ? (
      say(path, value[0])
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {value.map((item) => (
          <li>{say(path, item)}</li>
        ))}
      </ul>
    );
  return say;
}

/** From the lower end to the upper one, in that order in every script. */
const range = (from: string, to: string): ComponentChildren => (
  <bdi dir="ltr">
    {from} – {to}
  </bdi>
);
