import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { Uploads } from '../../modules/files/index.js';
import { OrganizationViewsQueries } from '../../modules/organizations/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import {
  copyAnswer,
  DOCUMENT_KINDS,
  DocumentFiles,
  DocumentsQueries,
  DocumentsService,
  newDocument,
} from '../../modules/verification/index.js';
import { Can, CurrentActor, Sent, type SentFile, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { organizationLists } from './organization.form.js';
import { organizationOf } from './own-organization.js';
import { NewPaperPage, PAPER_FIELDS, PaperFilePage, paperIn, PapersPage, RemovePaperPage } from './papers.page.js';

const asked = z.object({ kind: z.enum(DOCUMENT_KINDS).optional().catch(undefined) });

/** The papers by which an organization is checked: told first, its copy sent on a page of its own, or later. */
@Controller('organization/papers')
export class PapersPages {
  constructor(
    private readonly documents: DocumentsService,
    private readonly copies: DocumentFiles,
    private readonly queries: DocumentsQueries,
    private readonly organizations: OrganizationViewsQueries,
    private readonly uploads: Uploads,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Can('organization.documents')
  @Page()
  async list(@CurrentActor() actor: PersonActor) {
    const id = organizationOf(actor);
    const [organization, papers] = await Promise.all([this.organizations.one(id, actor), this.queries.list(actor, id)]);
    return <PapersPage organization={organization} papers={papers} />;
  }

  @Get('new')
  @Can('organization.add-document')
  @Page()
  newForm(@Query({ schema: asked }) { kind }: z.infer<typeof asked>, @CurrentReader() { language }: Reader) {
    return this.newPaper(formState(PAPER_FIELDS, { kind, language }));
  }

  @Post('new')
  @Can('organization.add-document')
  @Page()
  add(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    return submitted(
      { reader, form, fields: PAPER_FIELDS },
      async () => {
        const paper = form.parse(newDocument, paperIn(form));
        const { id } = await this.documents.add(actor, organizationOf(actor), paper);
        return redirect(`/organization/papers/${id}/file`, 'paper-told');
      },
      (state) => this.newPaper(state),
    );
  }

  @Get(':id/file')
  @Can('organization.attach-document')
  @Page()
  async file(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return this.filePage(actor, id, formState(['file']));
  }

  @Post(':id/file')
  @Can('organization.attach-document')
  @Page()
  attach(
    @Param('id', { schema: uuid }) id: string,
    @Sent() sent: SentFile,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    return submitted(
      { reader, form: new FormInput(sent.words), fields: ['file'] },
      async () => {
        const file = await this.uploads.take(actor, sent);
        await this.copies.attach(actor, organizationOf(actor), id, file.id);
        return redirect('/organization/papers', 'paper-sent');
      },
      (state) => this.filePage(actor, id, state),
    );
  }

  /** Sending the copy later, and leaving it to the centre, are answers too. */
  @Post(':id/copy-by')
  @Can('organization.attach-document')
  @Page()
  promise(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    return submitted(
      { reader, form, fields: ['file'] },
      async () => {
        const { by } = form.parse(copyAnswer, { by: form.text('by') });
        await this.copies.promise(actor, organizationOf(actor), id, by);
        return redirect('/organization/papers', `copy-by-${by}`);
      },
      (state) => this.filePage(actor, id, state),
    );
  }

  @Post(':id/again')
  @Can('organization.add-document')
  @Page()
  async again(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    await this.documents.handInAgain(actor, organizationOf(actor), id);
    return redirect('/organization/papers', 'paper-again');
  }

  @Get(':id/remove')
  @Can('organization.remove-document')
  @Page()
  async ask(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return <RemovePaperPage paper={await this.paper(actor, id)} />;
  }

  @Post(':id/remove')
  @Can('organization.remove-document')
  @Page()
  async remove(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    await this.documents.remove(actor, organizationOf(actor), id);
    return redirect('/organization/papers', 'paper-removed');
  }

  private newPaper(form: FormState) {
    return <NewPaperPage form={form} languages={organizationLists(this.taxonomy.current()).languages} />;
  }

  private async filePage(actor: PersonActor, id: string, form: FormState) {
    return <PaperFilePage paper={await this.paper(actor, id)} form={form} />;
  }

  private async paper(actor: PersonActor, id: string) {
    const paper = (await this.queries.list(actor, organizationOf(actor))).items.find((one) => one.id === id);
    if (!paper) throw notFound('document');
    return paper;
  }
}
