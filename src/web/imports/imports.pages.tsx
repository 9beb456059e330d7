import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { Uploads } from '../../modules/files/index.js';
import { ImportHeader, ImportMappings, ImportRuns, ImportRunsQueries, newImport } from '../../modules/imports/index.js';
import { OrganizationsQueries } from '../../modules/organizations/index.js';
import { Can, CurrentActor, Sent, type SentFile, uuid } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { ImportRunPage } from './import-run.page.js';
import { ImportsPage } from './imports.page.js';
import { MappingPage, type MappingView, NewImportPage } from './new-import.page.js';

const PAGE = 20;
const listQuery = z.object({ after: z.string().max(500).optional() });
type ListQuery = z.infer<typeof listQuery>;
const collection = z.enum(['offers', 'needs']);
const columnsQuery = z.object({ collection: collection.catch('offers'), mapping: z.string().max(100).optional() });
type ColumnsQuery = z.infer<typeof columnsQuery>;
const chosen = z.object({ collection });
const NEW = ['collection', 'file'];

/** Tables brought in: sent, their columns told, checked, and only then taken in. */
@Controller('my/imports')
export class ImportsPages {
  constructor(
    private readonly runs: ImportRuns,
    private readonly queries: ImportRunsQueries,
    private readonly mappings: ImportMappings,
    private readonly header: ImportHeader,
    private readonly uploads: Uploads,
    private readonly organizations: OrganizationsQueries,
  ) {}

  @Get()
  @Can('import.list')
  @Page()
  async list(@Query({ schema: listQuery }) { after }: ListQuery, @CurrentActor() actor: PersonActor) {
    const { items, next } = await this.queries.list(actor, { limit: PAGE, ...(after !== undefined && { after }) });
    return <ImportsPage items={items} next={next} />;
  }

  @Get('new')
  @Can('import.create')
  @Page()
  form() {
    return <NewImportPage form={formState(NEW)} />;
  }

  @Post('new')
  @Can('import.create')
  @Page()
  send(@Sent() sent: SentFile, @CurrentActor() actor: PersonActor, @CurrentReader() reader: Reader) {
    const form = new FormInput(sent.words);
    return submitted(
      { reader, form, fields: NEW },
      async () => {
        // The file is read in any case: a browser that is cut off while it sends shows nothing.
        const { id } = await this.uploads.take(actor, sent);
        const given = form.parse(chosen, { collection: form.text('collection') });
        return redirect(`/my/imports/columns/${id}?collection=${given.collection}`);
      },
      (state) => <NewImportPage form={state} />,
    );
  }

  @Get('columns/:fileId')
  @Can('import.create')
  @Page()
  async columns(
    @Param('fileId', { schema: uuid }) fileId: string,
    @Query({ schema: columnsQuery }) query: ColumnsQuery,
    @CurrentActor() actor: PersonActor,
    @CurrentReader() reader: Reader,
  ) {
    const view = await this.mapping(actor, fileId, query, reader);
    const kept = query.mapping === undefined ? {} : await this.mappings.find(actor, query.collection, query.mapping);
    const columns = view.header.columns.map((name, i): [string, string] => {
      const column = Object.hasOwn(kept, name) ? kept[name] : name;
      return [`column.${i}`, view.known.includes(column ?? '') ? (column ?? '') : ''];
    });
    const values = { ...Object.fromEntries(columns), organizationId: String(view.owners[0]?.value ?? ''), mapping: query.mapping ?? '' };
    return <MappingPage {...view} form={formState(fieldsOf(view), values)} />;
  }

  @Post('columns/:fileId')
  @Can('import.create')
  @Page()
  async create(
    @Param('fileId', { schema: uuid }) fileId: string,
    @Query({ schema: columnsQuery }) query: ColumnsQuery,
    @Form() form: FormInput,
    @CurrentActor() actor: PersonActor,
    @CurrentReader() reader: Reader,
  ) {
    const view = await this.mapping(actor, fileId, query, reader);
    return submitted(
      { reader, form, fields: fieldsOf(view) },
      async () => {
        const columns = Object.fromEntries(view.header.columns.map((name, i) => [name, form.text(`column.${i}`) ?? null]));
        const input = {
          file: fileId,
          collection: query.collection,
          organizationId: form.text('organizationId'),
          columns,
          mapping: form.text('mapping'),
          submit: form.text('submit') !== undefined,
        };
        const { id } = await this.runs.create(actor, form.parse(newImport, input));
        return redirect(`/my/imports/${id}`);
      },
      (state) => <MappingPage {...view} form={state} />,
    );
  }

  @Get(':id')
  @Can('import.read')
  @Page()
  async run(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return <ImportRunPage run={await this.queries.one(actor, id)} form={formState([])} />;
  }

  @Post(':id/start')
  @Can('import.start')
  @Page()
  start(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentActor() actor: PersonActor,
    @CurrentReader() reader: Reader,
  ) {
    return submitted(
      { reader, form, fields: [] },
      async () => {
        await this.runs.start(actor, id);
        return redirect(`/my/imports/${id}`);
      },
      async (state) => <ImportRunPage run={await this.queries.one(actor, id)} form={state} />,
    );
  }

  private async mapping(
    actor: PersonActor,
    fileId: string,
    { collection, mapping }: ColumnsQuery,
    { t }: Reader,
  ): Promise<Omit<MappingView, 'form'>> {
    const [header, { items }, own] = await Promise.all([
      this.header.of(actor, fileId),
      this.mappings.list(actor),
      this.organizations.brief(actor.organization ? [actor.organization.id] : []),
    ]);
    const isDesk = actor.administrator || actor.officerOf.length > 0;
    const owners = [
      ...own.map(({ id, legalName }) => ({ value: id, text: legalName })),
      ...(isDesk || own.length === 0 ? [{ value: '', text: t('imports.owner-in-rows') }] : []),
    ];
    const remembered = items.filter((one) => one.collection === collection).map(({ name }) => name);
    return { fileId, collection, header, known: this.header.known(collection, actor), remembered, used: mapping, owners };
  }
}

const fieldsOf = ({ header }: Pick<MappingView, 'header'>): string[] => [
  'columns',
  ...header.columns.map((_, i) => `column.${i}`),
  'organizationId',
  'mapping',
  'submit',
];
