import type { Scheme } from '../../../modules/taxonomy/index.js';
import { Button, DateField, Form, type FormState, RadiosField, TextAreaField, TextField } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage } from '../frame/index.js';
import { Names } from '../windows/window-form.page.js';

export const ItemFormPage = ({ scheme, code, form }: { scheme: Scheme; code: string | null; form: FormState }) => {
  const { t, href, name } = useReader();
  const at = `/admin/code-lists/${scheme}`;
  const title = code === null ? t('code-lists.add') : t('admin.centre.edit-title', { name: name(scheme, code) });
  return (
    <AdminPage title={title} part="/admin/code-lists" form={form} crumbs={[{ text: t(`scheme.${scheme}`), href: href(at) }]}>
      <Form action={href(code === null ? `${at}/new` : `${at}/${code}/edit`)} class="gate-narrow">
        {code === null && (
          <TextField form={form} name="code" label={t('code-lists.code')} hint={t('code-lists.code-hint')} spellcheck={false} />
        )}
        <Names form={form} />
        <TextField form={form} name="parent" label={t('code-lists.parent')} hint={t('code-lists.parent-hint')} spellcheck={false} />
        <RadiosField
          form={form}
          name="status"
          legend={t('admin.centre.standing')}
          items={[
            { value: 'active', text: t('code-lists.active'), hint: t('code-lists.active-hint') },
            { value: 'withdrawn', text: t('code-lists.withdrawn'), hint: t('code-lists.withdrawn-hint') },
          ]}
        />
        <DateField form={form} name="from" legend={t('code-lists.from')} hint={t('admin.window.open-hint')} />
        <DateField form={form} name="to" legend={t('code-lists.to')} hint={t('admin.window.open-hint')} />
        <TextAreaField
          form={form}
          name="extra"
          label={t('code-lists.extra')}
          hint={t('code-lists.extra-hint')}
          rows={4}
          attributes={{ dir: 'ltr' }}
        />
        <TextField form={form} name="source" label={t('code-lists.source')} hint={t('code-lists.source-hint')} />
        <DateField form={form} name="effective" legend={t('admin.effective')} hint={t('admin.effective-hint')} />
        <Button preventDoubleClick>{t('admin.save')}</Button>
      </Form>
    </AdminPage>
  );
};
