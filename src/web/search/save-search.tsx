import { RHYTHMS } from '../../modules/searches/index.js';
import { Button, Details, Form, FormErrors, type FormState, SelectField, TextField } from '../components/index.js';
import { FeedLink } from '../feeds/feed-link.js';
import { useReader } from '../page/reader.js';
import type { SearchAddress } from './search-address.js';
import type { Choice } from './search-words.js';

export const SAVE_FIELDS = ['name', 'rhythm'];
const NAME_MAX = 100;

interface SaveSearchProps {
  address: SearchAddress;
  form: FormState;
  choices: readonly Choice[];
}

/** To be told of what is published later and fits; and the same for feed readers. */
export const SaveSearch = ({ address, form, choices }: SaveSearchProps) => {
  const { person, t, rich, path, href } = useReader();
  const place = address.path === '/offers' ? 'offers' : 'needs';
  const name = [address.q, ...choices.map(({ text }) => text)]
    .filter((word) => word !== '')
    .join(', ')
    .slice(0, NAME_MAX);
  const filled: FormState = {
    ...form,
    values: { ...form.values, name: form.values['name'] ?? name, rhythm: form.values['rhythm'] ?? 'daily' },
  };
  return (
    <div class="gate-search-foot">
      {person ? (
        <Details summary={t('search.save')} open={form.faults.length > 0} id="save">
          <FormErrors form={form} title={t('layout.problem')} />
          <Form action={href(`${address.path}/searches`)}>
            <input type="hidden" name="query" value={address.query} />
            <TextField form={filled} name="name" label={t('search.save-name')} hint={t('search.save-name-hint')} />
            <SelectField
              form={filled}
              name="rhythm"
              label={t('search.save-rhythm')}
              items={RHYTHMS.filter((one) => one !== 'off').map((value) => ({ value, text: t(`search.rhythm.${value}`) }))}
            />
            <Button variant="secondary" preventDoubleClick>
              {t('search.save-submit')}
            </Button>
          </Form>
        </Details>
      ) : (
        <p class="govuk-body">
          {rich('search.sign-in-to-save', {
            a: (words) => (
              <a class="govuk-link" href={href(`/sign-in?next=${encodeURIComponent(path)}`)}>
                {words}
              </a>
            ),
          })}
        </p>
      )}
      <FeedLink name={place} />
    </div>
  );
};
