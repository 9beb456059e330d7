import { Button, DateField, Form, type FormState, TextField } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage } from '../frame/index.js';

export const RatePage = ({ currency, form }: { currency: string; form: FormState }) => {
  const { t, href, name } = useReader();
  const at = `/admin/code-lists/currency/${currency}`;
  return (
    <AdminPage
      title={t('code-lists.rate-title', { name: name('currency', currency) })}
      part="/admin/code-lists"
      form={form}
      crumbs={[{ text: name('currency', currency), href: href(at) }]}
    >
      <Form action={href(`${at}/rate`)} class="gate-narrow">
        <TextField
          form={form}
          name="rates.0.usdPerUnit"
          label={t('code-lists.usd')}
          hint={t('code-lists.usd-hint')}
          inputmode="decimal"
          class="govuk-input--width-10"
        />
        <DateField form={form} name="rates.0.from" legend={t('code-lists.rate-from')} />
        <TextField form={form} name="rates.0.source" label={t('code-lists.source')} />
        <Button preventDoubleClick>{t('admin.save')}</Button>
      </Form>
    </AdminPage>
  );
};
