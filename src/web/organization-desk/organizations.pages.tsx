import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { OrganizationViewsQueries } from '../../modules/organizations/index.js';
import { DESK_WAITS, DeskListsQueries } from '../../modules/reviews/index.js';
import { ScreeningQueries } from '../../modules/screening/index.js';
import { acceptance, DocumentsQueries, DocumentsService, refusal } from '../../modules/verification/index.js';
import { Can, CurrentActor, pageQuery, staff, uuid } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { REASON_FIELDS, ReasonFormPage, type ReasonFormProps } from '../desk/reason-form.page.js';
import { desks } from '../desk/who.js';
import { filters } from '../page/filters.js';
import { CurrentReader, Form, type FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { OrganizationPage, type OrganizationDeskView } from './organization.page.js';
import { OrganizationsPage } from './organizations.page.js';

const listQuery = filters(pageQuery.extend({ waiting: z.enum(DESK_WAITS).optional() }));
type ListQuery = z.infer<typeof listQuery>;

/** Organizations before their desk, and their papers. */
@Controller('desk/organizations')
export class OrganizationDeskPages {
  constructor(
    private readonly lists: DeskListsQueries,
    private readonly organizations: OrganizationViewsQueries,
    private readonly documents: DocumentsService,
    private readonly papers: DocumentsQueries,
    private readonly screening: ScreeningQueries,
  ) {}

  @Get()
  @Can('organization.review', { who: desks })
  @Page()
  async list(@Query({ schema: listQuery }) query: ListQuery, @CurrentActor() actor: PersonActor) {
    return <OrganizationsPage page={await this.lists.organizations(actor, query)} waiting={query.waiting} />;
  }

  @Get(':id')
  @Can('organization.review', { who: desks })
  @Page()
  async one(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return <OrganizationPage view={await this.view(actor, id)} form={formState([])} />;
  }

  @Post(':id/papers/:paperId/accept')
  @Can('organization.accept-document', { who: desks })
  @Page()
  async accept(
    @Param('id', { schema: uuid }) id: string,
    @Param('paperId', { schema: uuid }) paperId: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    await this.view(actor, id);
    return submitted(
      { reader, form, fields: [] },
      async () => {
        await this.documents.accept(actor, id, paperId, form.parse(acceptance, {}));
        return redirect(`/desk/organizations/${id}`, 'paper-accepted');
      },
      async (state) => <OrganizationPage view={await this.view(actor, id)} form={state} />,
    );
  }

  @Get(':id/papers/:paperId/refuse')
  @Can('organization.refuse-document', { who: desks })
  @Page()
  async refuseForm(
    @Param('id', { schema: uuid }) id: string,
    @Param('paperId', { schema: uuid }) paperId: string,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ) {
    return <ReasonFormPage {...this.refusing(reader, await this.view(actor, id), paperId)} form={formState(REASON_FIELDS)} />;
  }

  @Post(':id/papers/:paperId/refuse')
  @Can('organization.refuse-document', { who: desks })
  @Page()
  async refuse(
    @Param('id', { schema: uuid }) id: string,
    @Param('paperId', { schema: uuid }) paperId: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const props = this.refusing(reader, await this.view(actor, id), paperId);
    return submitted(
      { reader, form, fields: REASON_FIELDS },
      async () => {
        const body = form.parse(refusal, { reason: form.text('reason'), note: form.text('note') });
        await this.documents.refuse(actor, id, paperId, body);
        return redirect(`/desk/organizations/${id}`, 'paper-refused');
      },
      (state) => <ReasonFormPage {...props} form={state} />,
    );
  }

  private refusing({ t }: Reader, { organization, documents }: OrganizationDeskView, paperId: string): Omit<ReasonFormProps, 'form'> {
    const paper = documents.items.find(({ id }) => id === paperId);
    if (!paper) throw notFound('document');
    return {
      title: t('desk.paper.refuse'),
      about: paper.title,
      text: t('desk.paper.refuse-text'),
      action: `/desk/organizations/${organization.id}/papers/${paperId}/refuse`,
      reasons: 'paper',
      submit: t('desk.paper.refuse'),
      isWarning: true,
      way: [{ text: organization.legalName, path: `/desk/organizations/${organization.id}` }],
    };
  }

  /** @throws DomainError `organization.not-found` for those that her desk does not serve. */
  private async view(actor: PersonActor, id: string): Promise<OrganizationDeskView> {
    const organization = await this.organizations.one(id, actor);
    if (organization.createdAt === undefined) throw notFound('organization');
    const documents = await this.papers.list(actor, id);
    const hits = async (status: 'open' | 'confirmed') => (await this.screening.hits({ status, organizationId: id, limit: 50 })).items;
    return { organization, documents, hits: staff(actor) ? [...(await hits('open')), ...(await hits('confirmed'))] : [] };
  }
}
