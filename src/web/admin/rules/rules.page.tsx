import type { NotificationKind } from '../../../modules/notifications/index.js';
import type { FacilityView } from '../../../modules/organizations/index.js';
import { Button, Form, Select, Tag } from '../../components/index.js';
import { type Reader, useReader } from '../../page/reader.js';
import { AdminPage, ListTable } from '../frame/index.js';
import { nameOf } from '../windows/windows.page.js';

interface RulesPageProps {
  rules: readonly { key: string; value: unknown; changed: boolean }[];
  notices: readonly { kind: NotificationKind; subject: string; changed: boolean }[];
  windows: readonly FacilityView[];
  /** Whose values are shown; empty: those for all. */
  facility: string;
}

/** What a rule is about, in the reader's words. */
export const ruleName = (key: string, { t, translator }: Pick<Reader, 't' | 'translator'>): string => {
  const known = `rule.${key}`;
  return translator.has(known) ? t(known) : key;
};

export const RulesPage = ({ rules, notices, windows, facility }: RulesPageProps) => {
  const reader = useReader();
  const { t, href } = reader;
  const query = facility === '' ? '' : `?facility=${facility}`;
  const changedTag = (changed: boolean) => (changed ? <Tag colour="blue">{t('rules.changed')}</Tag> : t('rules.as-shipped'));
  return (
    <AdminPage title={t('admin.part.rules')} part="/admin/rules" lead={t('rules.lead')}>
      <Form action={href('/admin/rules')} method="get" class="gate-filter">
        <Select
          name="facility"
          label={t('rules.for')}
          value={facility}
          items={[
            { value: '', text: t('rules.for-all') },
            ...windows.map((window) => ({ value: window.code, text: nameOf(window, reader) })),
          ]}
        />
        <Button variant="secondary">{t('admin.show')}</Button>
      </Form>
      <ListTable
        caption={t('admin.part.rules')}
        columns={[{ text: t('rules.rule') }, { text: t('rules.value') }, { text: t('admin.centre.standing') }]}
        rows={rules.map(({ key, value, changed }) => [
          <a class="govuk-link" href={href(`/admin/rules/${key}${query}`)}>
            {ruleName(key, reader)}
          </a>,
          <RuleValue value={value} brief />,
          changedTag(changed),
        ])}
        empty={t('admin.none')}
      />
      {notices.length > 0 && (
        <>
          <h2 class="govuk-heading-m" id="notices">
            {t('rules.notices')}
          </h2>
          <p class="govuk-body">{t('rules.notices-lead')}</p>
          <ListTable
            caption={t('rules.notices')}
            columns={[{ text: t('rules.notice') }, { text: t('admin.centre.standing') }]}
            rows={notices.map(({ kind, subject, changed }) => [
              <a class="govuk-link" href={href(`/admin/notices/${kind}`)}>
                {subject}
              </a>,
              changedTag(changed),
            ])}
            empty={t('admin.none')}
          />
        </>
      )}
    </AdminPage>
  );
};

/** The name of a part of a value, where it has one. */
export const partName = (name: string, { t, translator }: Pick<Reader, 't' | 'translator'>): string => {
  const own = `rule-part.${name.split('.').at(-1) ?? ''}`;
  return translator.has(own) ? t(own) : (name.split('.').at(-1) ?? '');
};

/** A value in words; `brief` tells how much there is of what is long. */
export const RuleValue = ({ value, brief = false }: { value: unknown; brief?: boolean }) => {
  const { t, format } = useReader();
  if (typeof value === 'number') return <>{format.number(value)}</>;
  if (typeof value === 'boolean') return <>{value ? t('rules.yes') : t('rules.no')}</>;
  if (typeof value !== 'object' || value === null) return <bdi dir="auto">{String(value)}</bdi>;
  const parts = Object.entries(value as Record<string, unknown>);
  if (parts.length === 0) return <>{t('admin.none')}</>;
  const isFlat = parts.every(([, part]) => typeof part !== 'object');
  if (Array.isArray(value) && isFlat)
    return <bdi dir="auto">{parts.map(([, part]) => (typeof part === 'number' ? format.number(part) : String(part))).join(', ')}</bdi>;
  if (brief && !isFlat) return <>{t('rules.entries', { count: parts.length })}</>;
  return <Parts parts={parts} isNamed={!Array.isArray(value)} />;
};

const Parts = ({ parts, isNamed }: { parts: readonly [string, unknown][]; isNamed: boolean }) => {
  const reader = useReader();
  return (
    <ul class={isNamed ? 'govuk-list' : 'govuk-list govuk-list--bullet'}>
      {parts.map(([key, part]) => (
        <li key={key}>
          {isNamed && `${partName(key, reader)}: `}
          <RuleValue value={part} />
        </li>
      ))}
    </ul>
  );
};
