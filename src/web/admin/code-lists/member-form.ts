import type { GroupMember } from '../../../modules/taxonomy/index.js';
import { dateNames } from '../../components/index.js';
import type { FormInput } from '../../page/index.js';
import { dayIn } from '../frame/index.js';

/** Periods that one form holds. */
export const PERIODS = [0, 1, 2];

export const MEMBER_FIELDS = [
  ...PERIODS.flatMap((index) => [`periods.${index}.kept`, ...dateNames(`periods.${index}.from`), ...dateNames(`periods.${index}.to`)]),
  'source',
];

/** What the form says, as the API takes it: periods that are kept, in order. */
export const memberBody = (form: FormInput) => ({
  periods: PERIODS.flatMap((index) => {
    const [from, to] = [form.date(`periods.${index}.from`) ?? null, form.date(`periods.${index}.to`) ?? null];
    return form.boolean(`periods.${index}.kept`) === true ? [{ from, to }] : [];
  }),
  source: form.text('source'),
});

export function memberValues(periods: readonly GroupMember[]): Record<string, string> {
  const shown = periods.map(({ from, to }, index): Record<string, string> => ({
    [`periods.${index}.kept`]: 'true',
    ...dayIn(`periods.${index}.from`, from),
    ...dayIn(`periods.${index}.to`, to),
  }));
  return Object.assign({ source: periods.at(-1)?.source ?? '' }, ...shown) as Record<string, string>;
}
