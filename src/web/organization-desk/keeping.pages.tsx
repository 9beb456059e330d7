import { Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { Uploads } from '../../modules/files/index.js';
import {
  organizationPatch,
  OrganizationsService,
  OrganizationViewsQueries,
  type OrganizationView,
} from '../../modules/organizations/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { DocumentFiles, DocumentsQueries, DocumentsService, newDocument } from '../../modules/verification/index.js';
import { Can, CurrentActor, Sent, type SentFile, uuid, type Who } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { ORGANIZATION_FIELDS, organizationIn, organizationLists } from '../organization/organization.form.js';
import { PAPER_FIELDS, paperIn } from '../organization/papers.page.js';
import { CurrentReader, Form, FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { EditOrganizationPage, KeptPaperFilePage, NewKeptPaperPage, RemoveKeptPaperPage } from './keeping.page.js';

const keepers: Who = ({ officerOf, administrator }) => officerOf.length > 0 || administrator;
const seen = z.strictObject({ version: z.int() });

/** What a desk writes for an organization: its particulars, and where it has no user its papers. */
@Controller('desk/organizations/:id')
export class OrganizationKeepingPages {
  constructor(
    private readonly views: OrganizationViewsQueries,
    private readonly organizations: OrganizationsService,
    private readonly documents: DocumentsService,
    private readonly papers: DocumentsQueries,
    private readonly copies: DocumentFiles,
    private readonly uploads: Uploads,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get('edit')
  @Can('organization.edit', { who: keepers })
  @Page()
  async editForm(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    const organization = await this.view(actor, id);
    const { legalName, country, type, languages, size, website, version } = organization;
    return this.editPage(organization, formState(ORGANIZATION_FIELDS, { legalName, country, type, languages, size, website }), version);
  }

  @Post('edit')
  @Can('organization.edit', { who: keepers })
  @Page()
  async edit(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const organization = await this.view(actor, id);
    return submitted(
      { reader, form, fields: ORGANIZATION_FIELDS },
      async () => {
        const { version } = form.parse(seen, { version: form.number('version') });
        const { size = null, website = null, ...fields } = organizationIn(form);
        await this.organizations.update(actor, id, version, form.parse(organizationPatch, { ...fields, size, website }));
        return redirect(`/desk/organizations/${id}`, 'saved');
      },
      (state) => this.editPage(organization, state, Number(form.text('version') ?? 0)),
    );
  }

  @Get('papers/new')
  @Can('organization.add-document', { who: keepers })
  @Page()
  async newPaper(@Param('id', { schema: uuid }) id: string, @CurrentReader() { language }: Reader, @CurrentActor() actor: PersonActor) {
    return this.paperPage(await this.view(actor, id), formState(PAPER_FIELDS, { language }));
  }

  @Post('papers/new')
  @Can('organization.add-document', { who: keepers })
  @Page()
  async addPaper(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const organization = await this.view(actor, id);
    return submitted(
      { reader, form, fields: PAPER_FIELDS },
      async () => {
        const paper = await this.documents.add(actor, id, form.parse(newDocument, paperIn(form)));
        return redirect(`/desk/organizations/${id}/papers/${paper.id}/file`, 'paper-told');
      },
      (state) => this.paperPage(organization, state),
    );
  }

  @Get('papers/:paperId/file')
  @Can('organization.attach-document', { who: keepers })
  @Page()
  async fileForm(
    @Param('id', { schema: uuid }) id: string,
    @Param('paperId', { schema: uuid }) paperId: string,
    @CurrentActor() actor: PersonActor,
  ) {
    return <KeptPaperFilePage organization={await this.paper(actor, id, paperId)} paperId={paperId} form={formState(['file'])} />;
  }

  @Post('papers/:paperId/file')
  @Can('organization.attach-document', { who: keepers })
  @Page()
  async attach(
    @Param('id', { schema: uuid }) id: string,
    @Param('paperId', { schema: uuid }) paperId: string,
    @Sent() sent: SentFile,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const organization = await this.paper(actor, id, paperId);
    return submitted(
      { reader, form: new FormInput(sent.words), fields: ['file'] },
      async () => {
        const file = await this.uploads.take(actor, sent);
        await this.copies.attach(actor, id, paperId, file.id);
        return redirect(`/desk/organizations/${id}`, 'paper-sent');
      },
      (state) => <KeptPaperFilePage organization={organization} paperId={paperId} form={state} />,
    );
  }

  @Get('papers/:paperId/remove')
  @Can('organization.remove-document', { who: keepers })
  @Page()
  async askRemoval(
    @Param('id', { schema: uuid }) id: string,
    @Param('paperId', { schema: uuid }) paperId: string,
    @CurrentActor() actor: PersonActor,
  ) {
    return <RemoveKeptPaperPage organization={await this.paper(actor, id, paperId)} paperId={paperId} form={formState([])} />;
  }

  @Post('papers/:paperId/remove')
  @Can('organization.remove-document', { who: keepers })
  @Page()
  async remove(
    @Param('id', { schema: uuid }) id: string,
    @Param('paperId', { schema: uuid }) paperId: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const organization = await this.paper(actor, id, paperId);
    return submitted(
      { reader, form, fields: [] },
      async () => {
        await this.documents.remove(actor, id, paperId);
        return redirect(`/desk/organizations/${id}`, 'paper-removed');
      },
      (state) => <RemoveKeptPaperPage organization={organization} paperId={paperId} form={state} />,
    );
  }

  @Post('papers/:paperId/again')
  @Can('organization.add-document', { who: keepers })
  @Page()
  async again(
    @Param('id', { schema: uuid }) id: string,
    @Param('paperId', { schema: uuid }) paperId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    await this.paper(actor, id, paperId);
    await this.documents.handInAgain(actor, id, paperId);
    return redirect(`/desk/organizations/${id}`, 'paper-again');
  }

  private editPage(organization: OrganizationView, form: FormState, version: number) {
    return <EditOrganizationPage organization={organization} form={form} version={version} lists={this.lists()} />;
  }

  private paperPage(organization: OrganizationView, form: FormState) {
    return <NewKeptPaperPage organization={organization} form={form} languages={this.lists().languages} />;
  }

  private lists() {
    return organizationLists(this.taxonomy.current());
  }

  /** @throws DomainError `organization.not-found` for those that her desk does not serve, or that she belongs to. */
  private async view(actor: PersonActor, id: string): Promise<OrganizationView> {
    const organization = await this.views.one(id, actor);
    if (organization.createdAt === undefined || organization.role !== null) throw notFound('organization');
    return organization;
  }

  /** @throws DomainError `document.not-found` where the organization has none of this id. */
  private async paper(actor: PersonActor, id: string, paperId: string): Promise<OrganizationView> {
    const organization = await this.view(actor, id);
    if ((await this.papers.list(actor, id)).items.every((paper) => paper.id !== paperId)) throw notFound('document');
    return organization;
  }
}
