import type { Page } from '../../../kernel/pagination.js';
import type { CentreView } from '../../../modules/centres/index.js';
import { LinkButton, Tag } from '../../components/index.js';
import { Downloads, queryOf } from '../../layout/downloads.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, ListTable, mayChange, NextPage } from '../frame/index.js';

export const CentresPage = ({ page, ended }: { page: Page<CentreView>; ended: boolean }) => {
  const { t, href, actor, name, format } = useReader();
  const rows = page.items.map((centre) => [
    <a class="govuk-link" href={href(`/admin/centres/${centre.id}`)} dir="auto">
      {centre.name}
    </a>,
    format.list(centre.countries.map((code) => name('country', code))),
    format.number(centre.officers.length),
    centre.letter.expires === null ? t('admin.centre.no-end') : format.date(centre.letter.expires),
    <Standing centre={centre} />,
  ]);
  return (
    <AdminPage title={t('admin.part.centres')} part="/admin/centres" lead={t('admin.centres.lead')}>
      {mayChange(actor) && <LinkButton href={href('/admin/centres/new')}>{t('admin.centres.appoint')}</LinkButton>}
      <ListTable
        caption={t('admin.part.centres')}
        columns={[
          { text: t('admin.centre.name') },
          { text: t('admin.centre.countries') },
          { text: t('admin.centre.officers'), isNumber: true },
          { text: t('admin.centre.letter-until') },
          { text: t('admin.centre.standing') },
        ]}
        rows={rows}
        empty={t('admin.centres.none')}
      />
      <NextPage after={page.next} />
      <Downloads list="centres" query={queryOf({ ended: ended || null })} />
      <p class="govuk-body">
        <a class="govuk-link" href={href(ended ? '/admin/centres' : '/admin/centres?ended=true')}>
          {ended ? t('admin.centres.in-force') : t('admin.centres.ended')}
        </a>
      </p>
    </AdminPage>
  );
};

const COLOURS = { 'in-force': 'green', vacant: 'red', 'letter-expired': 'red', ended: 'grey' } as const;

/** Where it stands, and what to see to. */
export const Standing = ({ centre: { standing, warnings } }: { centre: CentreView }) => {
  const { t } = useReader();
  const more = warnings.filter((warning) => warning !== 'no-officer' && warning !== 'letter-expired');
  return (
    <ul class="gate-tags">
      <li>
        <Tag colour={COLOURS[standing]}>{t(`admin.standing.${standing}`)}</Tag>
      </li>
      {more.map((warning) => (
        <li key={warning}>
          <Tag colour="yellow">{t(`admin.warning.${warning}`)}</Tag>
        </li>
      ))}
    </ul>
  );
};
