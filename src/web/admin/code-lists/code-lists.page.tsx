import type { Page } from '../../../kernel/pagination.js';
import type { CodeItem, Scheme } from '../../../modules/taxonomy/index.js';
import { Button, Checkboxes, Form, Input, LinkButton, Tag } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage, ListTable, mayChange, NextPage } from '../frame/index.js';
import { gapsOf, type SchemeWithGaps } from './gaps.js';

const PART = '/admin/code-lists';

export const SchemesPage = ({ schemes }: { schemes: readonly SchemeWithGaps[] }) => {
  const { t, href, format } = useReader();
  const rows = format
    .sorted(schemes, ({ scheme }) => t(`scheme.${scheme}`))
    .map(({ scheme, items, gaps, source }) => [
      <a class="govuk-link" href={href(`${PART}/${scheme}`)}>
        {t(`scheme.${scheme}`)}
      </a>,
      format.number(items),
      Object.keys(gaps).length === 0 ? (
        t('admin.none')
      ) : (
        <a class="govuk-link" href={href(`${PART}/${scheme}?gaps=true`)}>
          {format.list(Object.entries(gaps).map(([language, count]) => `${format.languageName(language)} ${format.number(count)}`))}
        </a>
      ),
      <bdi dir="auto">{source}</bdi>,
    ]);
  return (
    <AdminPage title={t('admin.part.code-lists')} part={PART} lead={t('code-lists.lead')}>
      <ListTable
        caption={t('admin.part.code-lists')}
        columns={[
          { text: t('code-lists.list') },
          { text: t('code-lists.items'), isNumber: true },
          { text: t('admin.names-missing') },
          { text: t('code-lists.source') },
        ]}
        rows={rows}
        empty={t('admin.none')}
      />
    </AdminPage>
  );
};

interface ListPageProps {
  scheme: Scheme;
  q: string;
  gaps: boolean;
  page: Page<CodeItem>;
}

export const ListPage = ({ scheme, q, gaps, page }: ListPageProps) => {
  const { t, href, name, actor, format } = useReader();
  const at = `${PART}/${scheme}`;
  const rows = page.items.map((item) => [
    <a class="govuk-link" href={href(`${at}/${item.code}`)}>
      {name(scheme, item.code)}
    </a>,
    <bdi dir="ltr">{item.code}</bdi>,
    format.list(gapsOf(item).map((language) => format.languageName(language))) || t('admin.none'),
    item.status === 'active' ? <Tag colour="green">{t('code-lists.active')}</Tag> : <Tag colour="grey">{t('code-lists.withdrawn')}</Tag>,
  ]);
  return (
    <AdminPage title={t(`scheme.${scheme}`)} part={PART}>
      {mayChange(actor) && <LinkButton href={href(`${at}/new`)}>{t('code-lists.add')}</LinkButton>}
      <Form action={href(at)} method="get" class="gate-filter">
        <Input name="q" type="search" label={t('code-lists.search')} value={q} spellcheck={false} />
        <Checkboxes
          name="gaps"
          values={gaps ? ['true'] : []}
          items={[{ value: 'true', text: t('code-lists.with-gaps') }]}
          class="govuk-checkboxes--small"
        />
        <Button variant="secondary">{t('admin.show')}</Button>
      </Form>
      <ListTable
        caption={t(`scheme.${scheme}`)}
        columns={[
          { text: t('code-lists.name') },
          { text: t('code-lists.code') },
          { text: t('admin.names-missing') },
          { text: t('admin.centre.standing') },
        ]}
        rows={rows}
        empty={t('code-lists.none')}
      />
      <NextPage after={page.next} />
    </AdminPage>
  );
};
