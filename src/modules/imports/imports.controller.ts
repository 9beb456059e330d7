import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { Answer, AnswerFile, Can, CurrentActor, Idempotent, pageQuery, uuid, type PageQuery } from '../../platform/http/index.js';
import type { ListingKind } from '../listings/index.js';
import { ImportMappings } from './import-mappings.service.js';
import { ImportRows } from './import-rows.service.js';
import { ImportRunsQueries } from './import-runs.queries.js';
import { ImportRuns } from './import-runs.service.js';
import { templateOf } from './import-template.js';
import {
  type ImportLine,
  importPage,
  importView,
  type ImportView,
  mappingsView,
  type MappingsView,
  newImport,
  type NewImport,
  templateKind,
} from './import.schemas.js';

const CSV = 'text/csv';

/** Tables of offers and needs that people bring in: for the organization they act for, or as a desk for those that have consented. */
@Controller('api/v1')
export class ImportsController {
  constructor(
    private readonly runs: ImportRuns,
    private readonly queries: ImportRunsQueries,
    private readonly mappings: ImportMappings,
    private readonly rows: ImportRows,
  ) {}

  @Get('import-templates/:kind')
  @Can('import.template')
  @AnswerFile([CSV], 'A table with every column a listing of the kind may have, and one row as an example.')
  template(@Param('kind', { schema: templateKind }) kind: ListingKind): StreamableFile {
    return file(templateOf(kind, this.rows.columnsOf(kind)), `gate-template-${kind}.csv`);
  }

  @Get('import-mappings')
  @Can('import.mappings')
  @Answer(200, mappingsView, 'Names of columns that you have used before.')
  listMappings(@CurrentActor() actor: PersonActor): Promise<MappingsView> {
    return this.mappings.list(actor);
  }

  @Delete('import-mappings/:id')
  @Can('import.remove-mapping')
  @Answer(204, null)
  removeMapping(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor): Promise<void> {
    return this.mappings.remove(actor, id);
  }

  @Get('imports')
  @Can('import.list')
  @Answer(200, importPage, 'Your own, the newest first.')
  list(@Query({ schema: pageQuery }) query: PageQuery, @CurrentActor() actor: PersonActor): Promise<Page<ImportLine>> {
    return this.queries.list(actor, query);
  }

  @Post('imports')
  @Can('import.create')
  @Idempotent({ replay: 'one' })
  @Answer(201, importView, 'Checks a table that was sent to /api/v1/files, in the background. Nothing of it goes in.')
  async create(@Body({ schema: newImport }) body: NewImport, @CurrentActor() actor: PersonActor): Promise<ImportView> {
    return this.one((await this.runs.create(actor, body)).id, actor);
  }

  @Get('imports/:id')
  @Can('import.read')
  @Answer(200, importView, 'How far it is, and what is wrong with its rows.')
  one(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor): Promise<ImportView> {
    return this.queries.one(actor, id);
  }

  @Get('imports/:id/errors')
  @Can('import.read')
  @AnswerFile([CSV], 'Every fault with its line and column.')
  async errors(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor): Promise<StreamableFile> {
    return file(await this.queries.errors(actor, id), 'gate-import-errors.csv');
  }

  @Post('imports/:id/start')
  @HttpCode(200)
  @Can('import.start')
  @Idempotent({ replay: 'one' })
  @Answer(200, importView, 'Takes the good rows of a checked table in; a row whose key has gone in before is left as it is.')
  async start(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor): Promise<ImportView> {
    await this.runs.start(actor, id);
    return this.one(id, actor);
  }
}

const file = (text: string, name: string): StreamableFile =>
  new StreamableFile(Buffer.from(text), { type: `${CSV}; charset=utf-8`, disposition: `attachment; filename="${name}"` });
