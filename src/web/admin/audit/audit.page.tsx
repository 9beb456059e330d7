import type { Page } from '../../../kernel/pagination.js';
import type { LastBlock, TrailEntry, TrailQuery } from '../../../modules/reporting/index.js';
import { Button, Details, Form, Input } from '../../components/index.js';
import { Downloads, queryOf } from '../../layout/downloads.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, ListTable, NextPage } from '../frame/index.js';

export const AuditPage = ({ page, query, block }: { page: Page<TrailEntry>; query: TrailQuery; block: LastBlock | null }) => {
  const { t, href, format } = useReader();
  const rows = page.items.map((entry) => [
    <>
      <bdi dir="ltr">{entry.action}</bdi>
      <br />
      <span class="gate-quiet">{format.moment(entry.at)}</span>
    </>,
    <Actor entry={entry} />,
    <a class="govuk-link gate-break" href={href(`/admin/audit?type=${entry.subjectType}&id=${encodeURIComponent(entry.subjectId)}`)}>
      <bdi dir="ltr">
        {entry.subjectType} {entry.subjectId}
      </bdi>
    </a>,
    <Data data={entry.data} />,
  ]);
  return (
    <AdminPage title={t('admin.part.audit')} part="/admin/audit" lead={t('admin.audit.lead')}>
      <p class="govuk-body">
        {block ? t('admin.audit.sealed', { number: block.number, date: format.moment(block.sealedAt) }) : t('admin.audit.unsealed')}{' '}
        <a class="govuk-link" href={href('/admin/audit/chain')}>
          {t('admin.audit.check')}
        </a>
      </p>
      <Filters query={query} />
      <ListTable
        caption={t('admin.part.audit')}
        columns={[
          { text: t('admin.audit.act') },
          { text: t('admin.audit.actor') },
          { text: t('admin.audit.subject') },
          { text: t('admin.audit.data') },
        ]}
        rows={rows}
        empty={t('admin.audit.none')}
      />
      <NextPage after={page.next} />
      <Downloads list="audit" query={queryOf({ ...query, after: null })} />
    </AdminPage>
  );
};

const Actor = ({ entry: { actorKind, actorId, actorName } }: { entry: TrailEntry }) => {
  const { t, href } = useReader();
  if (actorId === null)
    return (
      <>
        {t(`admin.actor.${actorKind}`)} {actorName && <bdi dir="ltr">{actorName}</bdi>}
      </>
    );
  return (
    <a class="govuk-link" href={href(`/admin/people/${actorId}`)} dir="auto">
      {actorName ?? t('admin.actor.person')}
    </a>
  );
};

const Data = ({ data }: { data: Record<string, unknown> }) => (
  <bdi dir="ltr" class="gate-break">
    {Object.entries(data)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
      .join(' · ')}
  </bdi>
);

const FILTERS = ['type', 'id', 'actor', 'action', 'from', 'to'] as const;

/** Closed until something is asked for: on a phone the list comes first. */
const Filters = ({ query }: { query: TrailQuery }) => {
  const { t, href } = useReader();
  return (
    <Details summary={t('admin.audit.filter')} open={FILTERS.some((name) => query[name] !== undefined)}>
      <Form action={href('/admin/audit')} method="get" class="gate-filter">
        {FILTERS.map((name) => (
          <Input
            key={name}
            name={name}
            label={t(`admin.audit.filter-${name}`)}
            type={name === 'from' || name === 'to' ? 'date' : 'text'}
            value={query[name] ?? ''}
            spellcheck={false}
          />
        ))}
        <Button variant="secondary">{t('admin.show')}</Button>
      </Form>
    </Details>
  );
};
