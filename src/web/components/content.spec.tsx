import { itLooksLike, mainProps, type Options, said } from '../../../test/support/govuk-fixtures.js';
import { Details, InsetText, NotificationBanner, Panel, SummaryList, type SummaryRow, Table, Tag, TaskList, WarningText } from './index.js';

const actions = (options?: Options) =>
  options?.items?.map((one: Options) => ({ ...one, text: said(one), about: one.visuallyHiddenText, class: one.classes }));

const summaryRow = (row: Options): SummaryRow => ({
  key: said(row.key),
  value: said(row.value),
  actions: actions(row.actions),
  class: row.classes,
  keyClass: row.key.classes,
  valueClass: row.value.classes,
  actionsClass: row.actions?.classes,
});

itLooksLike('summary-list', (options) => {
  const { card } = options;
  return (
    <SummaryList
      {...mainProps(options)}
      rows={options.rows.filter(Boolean).map(summaryRow)}
      card={
        card && {
          title: said(card.title),
          headingLevel: card.title?.headingLevel,
          actions: actions(card.actions),
          class: card.classes,
          attributes: card.attributes,
        }
      }
    />
  );
});

itLooksLike(
  'task-list',
  (options) => (
    <TaskList
      {...mainProps(options)}
      idPrefix={options.idPrefix}
      items={options.items.map((item: Options) => ({
        title: said(item.title),
        titleClass: item.title.classes,
        href: item.href,
        hint: said(item.hint),
        status: item.status.tag ? <Tag {...mainProps(item.status.tag)}>{said(item.status.tag)}</Tag> : said(item.status),
        statusClass: item.status.classes,
        class: item.classes,
      }))}
    />
  ),
  { unsupported: { 'with empty values': 'the page leaves out what is not there' } },
);

itLooksLike('tag', (options) => <Tag {...mainProps(options)}>{said(options)}</Tag>);

const cell = (options: Options) => ({ ...options, children: said(options), class: options.classes });

itLooksLike('table', (options) => (
  <Table
    {...mainProps(options)}
    caption={options.caption}
    captionClass={options.captionClasses}
    head={options.head?.map(cell)}
    rows={options.rows.filter(Boolean).map((row: Options[]) => row.map(cell))}
    firstCellIsHeader={options.firstCellIsHeader}
  />
));

itLooksLike(
  'notification-banner',
  (options) => (
    <NotificationBanner
      {...mainProps(options)}
      type={options.type}
      title={said({ text: options.titleText, html: options.titleHtml }) ?? (options.type ? 'Success' : 'Important')}
      titleId={options.titleId}
      headingLevel={options.titleHeadingLevel}
      disableAutoFocus={options.disableAutoFocus}
      role={options.role}
    >
      {said(options)}
    </NotificationBanner>
  ),
  { unsupported: { 'with invalid type': 'the type is checked by the compiler' } },
);

itLooksLike('warning-text', (options) => <WarningText {...mainProps(options)}>{said(options)}</WarningText>, {
  unsupported: { iconFallbackText: 'the word comes from the page, as all words of components do' },
});

itLooksLike('inset-text', (options) => <InsetText {...mainProps(options)}>{said(options)}</InsetText>);

itLooksLike('details', (options) => (
  <Details {...mainProps(options)} summary={said({ text: options.summaryText, html: options.summaryHtml })} open={options.open}>
    {said(options)}
  </Details>
));

const noQuestion = 'a panel says that something is done; it asks nothing';

itLooksLike(
  'panel',
  (options) => (
    <Panel {...mainProps(options)} title={said({ text: options.titleText, html: options.titleHtml })} headingLevel={options.headingLevel}>
      {said(options)}
    </Panel>
  ),
  {
    unsupported: {
      actions: noQuestion,
      'interruption, no actions': noQuestion,
      'interruption with custom classes': noQuestion,
    },
  },
);
