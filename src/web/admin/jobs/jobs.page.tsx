import type { Page } from '../../../kernel/pagination.js';
import type { JobView } from '../../../platform/queue/jobs-admin.schemas.js';
import type { QueueLoad } from '../../../platform/queue/jobs.queries.js';
import { Button, Form } from '../../components/index.js';
import { Downloads } from '../../layout/downloads.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, ListTable, mayChange, NextPage } from '../frame/index.js';

export const JobsPage = ({ load, dead }: { load: readonly QueueLoad[]; dead: Page<JobView> }) => {
  const { t, href, format, actor } = useReader();
  const queues = load.map(({ queue, waiting, oldestSeconds, dead: failed }) => [
    t(`admin.job-queue.${queue}`),
    format.number(waiting),
    t('admin.seconds', { count: Math.round(oldestSeconds) }),
    format.number(failed),
  ]);
  const failed = dead.items.map(({ id, name, queue, lastError, starts, createdAt }) => [
    <>
      <bdi dir="ltr">{name}</bdi>
      <br />
      <span class="gate-quiet">{t(`admin.job-queue.${queue}`)}</span>
    </>,
    <bdi dir="ltr" class="gate-break">
      {lastError}
    </bdi>,
    format.number(starts),
    format.moment(createdAt),
    mayChange(actor) ? (
      <Form action={href(`/admin/jobs/${id}/run-again`)}>
        <Button variant="secondary" preventDoubleClick>
          {t('admin.job.run-again')}
        </Button>
      </Form>
    ) : (
      ''
    ),
  ]);
  return (
    <AdminPage title={t('admin.part.jobs')} part="/admin/jobs" lead={t('admin.jobs.lead')}>
      <ListTable
        caption={t('admin.part.jobs')}
        columns={[
          { text: t('admin.job.queue') },
          { text: t('admin.job.waiting'), isNumber: true },
          { text: t('admin.job.oldest'), isNumber: true },
          { text: t('admin.job.failed'), isNumber: true },
        ]}
        rows={queues}
        empty={t('admin.none')}
      />
      <h2 class="govuk-heading-m">{t('admin.jobs.failed')}</h2>
      <ListTable
        caption={t('admin.jobs.failed')}
        columns={[
          { text: t('admin.job.name') },
          { text: t('admin.job.error') },
          { text: t('admin.job.starts'), isNumber: true },
          { text: t('admin.job.since') },
          { text: t('admin.action') },
        ]}
        rows={failed}
        empty={t('admin.jobs.none-failed')}
      />
      <NextPage after={dead.next} />
      <Downloads list="jobs" />
    </AdminPage>
  );
};
