import { type CodeItem, NAME_LANGUAGES } from '../../../modules/taxonomy/index.js';
import { dateNames } from '../../components/index.js';
import type { FormInput } from '../../page/index.js';
import { dayIn, linesOf, pairsIn } from '../frame/index.js';

export const ITEM_FIELDS = [
  'code',
  ...NAME_LANGUAGES.map((language) => `names.${language}`),
  'parent',
  ...dateNames('from'),
  ...dateNames('to'),
  'status',
  'extra',
  'source',
  ...dateNames('effective'),
];

/** What the form says, as the API takes it. */
export const bodyOf = (form: FormInput) => ({
  names: Object.fromEntries(
    NAME_LANGUAGES.flatMap((language) => (form.text(`names.${language}`) ? [[language, form.text(`names.${language}`)]] : [])),
  ),
  parent: form.text('parent') ?? null,
  from: form.date('from') ?? null,
  to: form.date('to') ?? null,
  status: form.text('status'),
  extra: pairsIn(form.text('extra') ?? ''),
  source: form.text('source'),
  effective: form.date('effective'),
});

export const valuesOf = ({ names, parent, from, to, status, extra, source }: CodeItem): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(names).map(([language, name]) => [`names.${language}`, name])),
  parent: parent ?? '',
  ...dayIn('from', from),
  ...dayIn('to', to),
  status,
  extra: linesOf(extra),
  source,
});
