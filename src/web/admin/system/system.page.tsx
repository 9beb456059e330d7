import type { DatabaseFacts } from '../../../modules/reporting/index.js';
import type { Part } from '../../../platform/observability/readiness.js';
import { SummaryList, Tag } from '../../components/index.js';
import type { MessageKey } from '../../i18n/areas.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, ListTable, mayChange } from '../frame/index.js';

/** What readiness calls its parts. */
const PARTS: Partial<Record<string, MessageKey>> = {
  database: 'admin.system.database',
  queue: 'admin.part.jobs',
  catalogue: 'admin.system.index',
};

interface SystemPageProps {
  parts: readonly Part[];
  database: DatabaseFacts;
  /** Of this process. */
  index: { listings: number; lagSeconds: number };
  settings: {
    role: 'all' | 'web' | 'worker';
    queue: 'postgres' | 'redis';
    mail: 'smtp' | 'files';
    storage: 'bucket' | 'folder';
    examples: boolean;
  };
}

export const SystemPage = ({ parts, database, index, settings }: SystemPageProps) => {
  const { t, href, format, actor } = useReader();
  const rows = [
    { key: t('admin.system.role'), value: t(`admin.system.role-${settings.role}`) },
    { key: t('admin.system.runtime'), value: <bdi dir="ltr">Node.js {process.versions.node}</bdi> },
    { key: t('admin.system.database'), value: <bdi dir="ltr">PostgreSQL {database.version}</bdi> },
    { key: t('admin.system.size'), value: format.bytes(database.bytes) },
    { key: t('admin.system.index'), value: t('admin.system.listings', { count: index.listings }) },
    { key: t('admin.system.lag'), value: t('admin.seconds', { count: Math.round(index.lagSeconds) }) },
    { key: t('admin.system.queue'), value: <bdi dir="ltr">{settings.queue === 'redis' ? 'Redis' : 'PostgreSQL'}</bdi> },
    { key: t('admin.system.mail'), value: t(`admin.system.mail-${settings.mail}`) },
    { key: t('admin.system.storage'), value: t(`admin.system.storage-${settings.storage}`) },
    { key: t('admin.system.examples'), value: settings.examples ? t('rules.yes') : t('rules.no') },
  ];
  return (
    <AdminPage title={t('admin.part.system')} part="/admin/system">
      <ListTable
        caption={t('admin.part.system')}
        columns={[{ text: t('admin.system.part') }, { text: t('admin.centre.standing') }, { text: t('admin.system.took'), isNumber: true }]}
        rows={parts.map(({ name, ready, milliseconds }) => [
          PARTS[name] ? t(PARTS[name]) : name,
          ready ? <Tag colour="green">{t('admin.system.answers')}</Tag> : <Tag colour="red">{t('admin.system.silent')}</Tag>,
          format.number(milliseconds, { style: 'unit', unit: 'millisecond', unitDisplay: 'short' }),
        ])}
        empty={t('admin.none')}
      />
      <h2 class="govuk-heading-m">{t('admin.system.this-process')}</h2>
      <SummaryList rows={rows} />
      {settings.examples && mayChange(actor) && (
        <p class="govuk-body">
          <a class="govuk-link" href={href('/admin/examples')}>
            {t('admin.examples.remove')}
          </a>
        </p>
      )}
    </AdminPage>
  );
};
