import type { Waiting, WaitingQueue } from '../../../modules/reporting/index.js';
import type { Part } from '../../../platform/observability/readiness.js';
import { Tag } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage } from '../frame/index.js';

/** Where each queue is worked on. */
const PLACES: Record<WaitingQueue, string> = {
  listings: '/desk/listings',
  organizations: '/desk/organizations?waiting=papers',
  'due-diligence': '/desk/organizations?waiting=due-diligence',
  matches: '/desk/matches',
  hits: '/desk/screening',
  'dead-jobs': '/admin/jobs',
  'vacant-countries': '/admin/centres',
};

export const OverviewPage = ({ waiting, parts }: { waiting: readonly Waiting[]; parts: readonly Part[] }) => {
  const { t } = useReader();
  return (
    <AdminPage title={t('admin.overview.title')} part="/admin">
      <Health parts={parts} />
      <h2 class="govuk-heading-m">{t('admin.overview.waiting')}</h2>
      <ul class="gate-queues">
        {waiting.map((queue) => (
          <Queue key={queue.queue} queue={queue} />
        ))}
      </ul>
    </AdminPage>
  );
};

const Queue = ({ queue: { queue, count, late, since } }: { queue: Waiting }) => {
  const { t, href, format } = useReader();
  return (
    <li>
      <a class="govuk-link" href={href(PLACES[queue])}>
        <span class="gate-queues__count">{format.number(count)}</span> {t(`admin.queue.${queue}`, { count })}
      </a>
      <p class="gate-quiet">
        {count === 0 && t('admin.queue.nothing')}
        {since !== null && t('admin.queue.since', { date: format.date(since) })}
        {late > 0 && (
          <>
            {' '}
            <Tag colour="red">{t('admin.queue.late', { count: late })}</Tag>
          </>
        )}
      </p>
    </li>
  );
};

const Health = ({ parts }: { parts: readonly Part[] }) => {
  const { t, rich, href } = useReader();
  const missing = parts.filter(({ ready }) => !ready);
  return (
    <div class={missing.length === 0 ? 'gate-health' : 'gate-health gate-health--bad'}>
      <p class="govuk-body">
        <strong>{missing.length === 0 ? t('admin.health.good') : t('admin.health.bad', { count: missing.length })}</strong>{' '}
        {rich('admin.health.more', {
          a: (words) => (
            <a class="govuk-link" href={href('/admin/system')}>
              {words}
            </a>
          ),
        })}
      </p>
    </div>
  );
};
