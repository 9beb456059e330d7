import { Button, CheckboxesField, Details, Form, FormErrors, type FormState, TextAreaField } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { OrganizationFrame } from './organization-frame.js';

export type ProfileSide = 'provider' | 'seeker';
const STATEMENT_MAX = 2_000;

interface ProfileView {
  side: ProfileSide;
  form: FormState;
  version: number;
  lists: { sectors: readonly string[]; groups: readonly string[]; countries: readonly string[] };
}

export const ProfilePage = ({ side, form, version, lists }: ProfileView) => {
  const { t, href, format, name } = useReader();
  const chosen = [form.values['sectors'] ?? []].flat();
  // A sector that is finer than those offered here stays chosen.
  const sectors = [...new Set([...lists.sectors, ...chosen])].map((value) => ({
    value,
    text: name(lists.sectors.includes(value) ? 'crs-category' : 'crs', value),
  }));
  return (
    <OrganizationFrame title={`profile.${side}`} hasFaults={form.faults.length > 0}>
      <FormErrors form={form} title={t('layout.problem')} />
      <p class="govuk-body">{t(`profile.${side}-lead`)}</p>
      <Form action={href(`/organization/${side}`)}>
        <input type="hidden" name="version" value={version} />
        <TextAreaField
          form={form}
          name="statement"
          label={t('profile.statement')}
          hint={t('profile.statement-hint')}
          rows={6}
          maxlength={STATEMENT_MAX}
        />
        <Details summary={t('profile.sectors', { count: chosen.length })} open={form.faults.length > 0}>
          <CheckboxesField
            form={form}
            name="sectors"
            legend={t('profile.sectors-legend')}
            items={format.sorted(sectors, ({ text }) => text)}
            class="govuk-checkboxes--small"
          />
        </Details>
        {side === 'provider' && <Serves form={form} lists={lists} />}
        <Button preventDoubleClick>{t('account.save')}</Button>
      </Form>
    </OrganizationFrame>
  );
};

/** Groups of countries first, then single ones; none is no restriction. */
const Serves = ({ form, lists }: Pick<ProfileView, 'form' | 'lists'>) => {
  const { t, format, name } = useReader();
  const chosen = [form.values['serves'] ?? []].flat();
  const countries = lists.countries.map((value) => ({ value, text: name('country', value) }));
  const groups = lists.groups.map((code) => ({ value: `group:${code}`, text: name('group', code) }));
  const regions = chosen.filter((place) => place.startsWith('region:')).map((value) => ({ value, text: name('region', value.slice(7)) }));
  const items = [...groups, ...regions, ...format.sorted(countries, ({ text }) => text)];
  return (
    <Details summary={t('profile.serves', { count: chosen.length })}>
      <CheckboxesField
        form={form}
        name="serves"
        legend={t('profile.serves-legend')}
        hint={t('profile.serves-hint')}
        items={items}
        class="govuk-checkboxes--small"
      />
    </Details>
  );
};
