import type { Page } from '../../../kernel/pagination.js';
import type { ImportOfAll } from '../../../modules/imports/index.js';
import { Tag } from '../../components/index.js';
import { Downloads } from '../../layout/downloads.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, ListTable, NextPage } from '../frame/index.js';

export const ImportsPage = ({ page }: { page: Page<ImportOfAll> }) => {
  const { t, href, format } = useReader();
  const rows = page.items.map((run) => [
    <>
      <a class="govuk-link gate-break" href={href(`/my/imports/${run.id}`)} dir="auto">
        {run.fileName}
      </a>
      <br />
      <span class="gate-quiet">{run.collection === 'needs' ? t('place.needs') : t('place.offers')}</span>
    </>,
    <>
      <span dir="auto">{run.organizationName ?? t('admin.import.several')}</span>
      <br />
      <span class="gate-quiet" dir="auto">
        {run.personName}
      </span>
    </>,
    <Tag colour={run.state === 'failed' ? 'red' : 'grey'}>{t(`admin.import-state.${run.state}`)}</Tag>,
    format.number(run.rows),
    format.number(run.faultyRows),
    format.number(run.added),
    format.moment(run.createdAt),
  ]);
  return (
    <AdminPage title={t('admin.part.imports')} part="/admin/imports">
      <ListTable
        caption={t('admin.part.imports')}
        columns={[
          { text: t('admin.import.file') },
          { text: t('admin.import.for') },
          { text: t('admin.centre.standing') },
          { text: t('admin.import.rows'), isNumber: true },
          { text: t('admin.import.faulty'), isNumber: true },
          { text: t('admin.import.added'), isNumber: true },
          { text: t('admin.import.started') },
        ]}
        rows={rows}
        empty={t('admin.imports.none')}
      />
      <NextPage after={page.next} />
      <Downloads list="all-imports" />
    </AdminPage>
  );
};
