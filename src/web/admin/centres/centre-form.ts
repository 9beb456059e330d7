import type { CentreView } from '../../../modules/centres/index.js';
import { dateNames } from '../../components/index.js';
import type { FormInput } from '../../page/index.js';
import { dayIn } from '../frame/index.js';

/** A centre serves few countries: one, most often. */
export const COUNTRY_FIELDS = Array.from({ length: 6 }, (_, index) => `countries.${index}`);
const CONTACT = ['email', 'phone', 'website', 'address'] as const;

export const CENTRE_FIELDS = [
  'name',
  'host',
  ...COUNTRY_FIELDS,
  ...CONTACT.map((field) => `contact.${field}`),
  'letter.reference',
  ...dateNames('letter.date'),
  ...dateNames('letter.expires'),
  'version',
];

/** What the form says, as the API takes it. */
export const bodyOf = (form: FormInput) => ({
  name: form.text('name'),
  host: form.text('host'),
  countries: COUNTRY_FIELDS.flatMap((field) => form.list(field)),
  contact: Object.fromEntries(CONTACT.flatMap((field) => (form.text(`contact.${field}`) ? [[field, form.text(`contact.${field}`)]] : []))),
  letter: { reference: form.text('letter.reference'), date: form.date('letter.date'), expires: form.date('letter.expires') ?? null },
});

export function valuesOf({ name, host, countries, contact, letter, version }: CentreView): Record<string, string> {
  return {
    name,
    host,
    version: String(version),
    ...Object.fromEntries(countries.map((code, index) => [`countries.${index}`, code])),
    ...Object.fromEntries(Object.entries(contact).map(([field, value]) => [`contact.${field}`, value])),
    'letter.reference': letter.reference,
    ...dayIn('letter.date', letter.date),
    ...dayIn('letter.expires', letter.expires),
  };
}
