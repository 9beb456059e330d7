import type { FacilityView } from '../../../modules/organizations/index.js';
import type { Rule, VersionView } from '../../../modules/rules/index.js';
import { Button, DateField, Form, type FormState, SelectField } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { VersionState } from '../code-lists/item.page.js';
import { AdminPage, ListTable, mayChange } from '../frame/index.js';
import { nameOf } from '../windows/windows.page.js';
import { ruleName, RuleValue } from './rules.page.js';
import type { ValueField } from './value-form.js';
import { ValueFields } from './value-fields.js';

interface RulePageProps {
  rule: Rule<unknown>;
  field: ValueField;
  value: unknown;
  versions: readonly VersionView[];
  /** Windows that may have their own; none for a rule of the whole house. */
  windows: readonly FacilityView[];
  form: FormState;
}

export const RulePage = ({ rule, field, value, versions, windows, form }: RulePageProps) => {
  const reader = useReader();
  const { t, href, actor } = reader;
  const name = ruleName(rule.key, reader);
  const at = `/admin/rules/${rule.key}`;
  return (
    <AdminPage title={name} part="/admin/rules" form={form}>
      <h2 class="govuk-heading-m">{t('rules.today')}</h2>
      <div class="govuk-body">
        <RuleValue value={value} />
      </div>
      {mayChange(actor) && (
        <>
          <h2 class="govuk-heading-m">{t('rules.set')}</h2>
          <Form action={href(at)} class="gate-narrow">
            <ValueFields field={field} form={form} label={name} />
            {windows.length > 0 && (
              <SelectField
                form={form}
                name="facility"
                label={t('rules.for')}
                items={[
                  { value: '', text: t('rules.for-all') },
                  ...windows.map((window) => ({ value: window.code, text: nameOf(window, reader) })),
                ]}
              />
            )}
            <DateField form={form} name="from" legend={t('admin.effective')} hint={t('admin.effective-hint')} />
            <Button preventDoubleClick>{t('admin.save')}</Button>
          </Form>
        </>
      )}
      <RuleVersions at={at} versions={versions} windows={windows} />
    </AdminPage>
  );
};

const RuleVersions = ({ at, versions, windows }: { at: string } & Pick<RulePageProps, 'versions' | 'windows'>) => {
  const reader = useReader();
  const { t, href, format, actor } = reader;
  const windowName = (code: string): string => {
    const window = windows.find((one) => one.code === code);
    return window ? nameOf(window, reader) : code;
  };
  const rows = versions.map(({ id, value, facility, from, status, setAt }) => [
    t('admin.window.from', { date: format.date(from) }),
    <RuleValue value={value} brief />,
    facility === null ? t('rules.for-all') : windowName(facility),
    <VersionState status={status} />,
    format.date(setAt),
    status === 'future' && mayChange(actor) ? (
      <Form action={href(`${at}/versions/${id}/withdraw`)}>
        <Button variant="secondary" preventDoubleClick>
          {t('code-lists.take-back')}
        </Button>
      </Form>
    ) : (
      ''
    ),
  ]);
  return (
    <>
      <h2 class="govuk-heading-m">{t('code-lists.versions')}</h2>
      <ListTable
        caption={t('code-lists.versions')}
        columns={[
          { text: t('code-lists.days') },
          { text: t('rules.value') },
          { text: t('rules.for') },
          { text: t('admin.version') },
          { text: t('admin.version.set') },
          { text: t('admin.action') },
        ]}
        rows={rows}
        empty={t('code-lists.no-versions')}
      />
    </>
  );
};
