import type { FacilityView } from '../../../modules/organizations/index.js';
import { LANGUAGES } from '../../../platform/i18n/locales.js';
import { dateNames } from '../../components/index.js';
import type { FormInput, FormValues } from '../../page/index.js';
import { dayIn } from '../frame/index.js';

/** What a window may be for. */
export interface Choices {
  groups: readonly string[];
  countries: readonly string[];
  sectors: readonly string[];
  centres: readonly { id: string; name: string }[];
}

export const WINDOW_FIELDS = [
  'code',
  ...LANGUAGES.map((language) => `names.${language}`),
  'places',
  'sectors',
  'centres',
  ...dateNames('opens'),
  ...dateNames('closes'),
  'active',
  'version',
];

/** What the form says, as the API takes it. */
export const bodyOf = (form: FormInput) => ({
  names: Object.fromEntries(
    LANGUAGES.flatMap((language) => (form.text(`names.${language}`) ? [[language, form.text(`names.${language}`)]] : [])),
  ),
  places: form.list('places'),
  sectors: form.list('sectors'),
  centres: form.list('centres'),
  opens: form.date('opens') ?? null,
  closes: form.date('closes') ?? null,
  active: form.boolean('active') ?? false,
});

export const valuesOf = (window: FacilityView, centres: readonly string[]): FormValues => ({
  ...Object.fromEntries(Object.entries(window.names).map(([language, name]) => [`names.${language}`, name])),
  places: window.places,
  sectors: window.sectors,
  centres: [...centres],
  ...dayIn('opens', window.opens),
  ...dayIn('closes', window.closes),
  ...(window.active && { active: 'true' }),
  version: String(window.version),
});
