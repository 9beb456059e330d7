import type { ImportLine } from '../../modules/imports/index.js';
import { LinkButton, Pagination, Table, Tag, type TagProps } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { WayBack } from '../layout/way-back.js';
import { Downloads } from '../layout/downloads.js';
import { useReader } from '../page/index.js';

const COLOURS: Readonly<Record<ImportLine['state'], TagProps['colour']>> = {
  checking: 'blue',
  checked: 'orange',
  running: 'blue',
  finished: 'green',
  failed: 'red',
};

export const ImportState = ({ state }: { state: ImportLine['state'] }) => {
  const { t } = useReader();
  return <Tag colour={COLOURS[state]}>{t(`imports.state.${state}`)}</Tag>;
};

/** Tables that she has brought in, the newest first. */
export const ImportsPage = ({ items, next }: { items: readonly ImportLine[]; next: string | null }) => {
  const { t, href, format } = useReader();
  return (
    <Layout title={t('imports.title')} before={<WayBack href={href('/my/listings')} text={t('my-listings.title')} />}>
      <h1 class="govuk-heading-l">{t('imports.title')}</h1>
      <p class="govuk-body">{t('imports.lead')}</p>
      <LinkButton href={href('/my/imports/new')}>{t('imports.new')}</LinkButton>
      {items.length === 0 ? (
        <p class="govuk-body">{t('imports.none')}</p>
      ) : (
        <div class="gate-scroll" tabIndex={0} role="region" aria-label={t('imports.title')}>
          <Table
            firstCellIsHeader
            head={[
              { children: t('imports.file') },
              { children: t('imports.when') },
              { children: t('imports.rows'), format: 'numeric' },
              { children: t('imports.state') },
            ]}
            rows={items.map(({ id, fileName, createdAt, rows, state }) => [
              {
                children: (
                  <a class="govuk-link" href={href(`/my/imports/${id}`)}>
                    <bdi>{fileName}</bdi>
                  </a>
                ),
              },
              { children: format.date(createdAt) },
              { children: format.number(rows), format: 'numeric' },
              { children: <ImportState state={state} /> },
            ])}
          />
        </div>
      )}
      {items.length > 0 && <Downloads list="imports" />}
      {next && <Pagination next={{ href: href(`/my/imports?after=${encodeURIComponent(next)}`) }} />}
    </Layout>
  );
};
