import { Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import {
  decision,
  type Decision,
  OrganizationsService,
  OrganizationViewsQueries,
  type OrganizationView,
} from '../../modules/organizations/index.js';
import { DueDiligence } from '../../modules/verification/index.js';
import { Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { REASON_FIELDS, ReasonFormPage, type ReasonFormProps } from '../desk/reason-form.page.js';
import { desks } from '../desk/who.js';
import { CurrentReader, Form, type FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { needsReason, ORGANIZATION_DECISIONS, type OrganizationDecision } from './organization-decisions.js';

const decisionParam = z.enum(ORGANIZATION_DECISIONS);

/** Decisions about an organization as a whole, each asked for on a page of its own. */
@Controller('desk/organizations/:id/decide/:decision')
export class OrganizationDecisionPages {
  constructor(
    private readonly views: OrganizationViewsQueries,
    private readonly organizations: OrganizationsService,
    private readonly dueDiligence: DueDiligence,
  ) {}

  @Get()
  @Can('organization.decide', { who: desks })
  @Page()
  async form(
    @Param('id', { schema: uuid }) id: string,
    @Param('decision', { schema: decisionParam }) name: OrganizationDecision,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ) {
    return <ReasonFormPage {...asked(reader, await this.view(actor, id), name)} form={formState(REASON_FIELDS)} />;
  }

  @Post()
  @Can('organization.decide', { who: desks })
  @Page()
  async decide(
    @Param('id', { schema: uuid }) id: string,
    @Param('decision', { schema: decisionParam }) name: OrganizationDecision,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const props = asked(reader, await this.view(actor, id), name);
    return submitted(
      { reader, form, fields: REASON_FIELDS },
      async () => {
        await this.take(actor, id, name, form.parse(decision, { reason: form.text('reason'), note: form.text('note') }));
        return redirect(`/desk/organizations/${id}`, 'organization-decided');
      },
      (state) => <ReasonFormPage {...props} form={state} />,
    );
  }

  private take(actor: PersonActor, id: string, name: OrganizationDecision, words: Decision): Promise<void> {
    switch (name) {
      case 'pass-due-diligence':
        return this.dueDiligence.pass(actor, id, words);
      case 'end-due-diligence':
        return this.dueDiligence.end(actor, id, words);
      default:
        return this.organizations[name](actor, id, words);
    }
  }

  private async view(actor: PersonActor, id: string): Promise<OrganizationView> {
    const organization = await this.views.one(id, actor);
    if (organization.createdAt === undefined) throw notFound('organization');
    return organization;
  }
}

const asked = ({ t }: Reader, { id, legalName }: OrganizationView, name: OrganizationDecision): Omit<ReasonFormProps, 'form'> => ({
  title: t(`desk.decision.${name}`),
  about: legalName,
  text: t(`desk.decision-text.${name}`),
  action: `/desk/organizations/${id}/decide/${name}`,
  reasons: 'organization',
  isOptional: !needsReason(name),
  submit: t(`desk.decision.${name}`),
  isWarning: needsReason(name),
  way: [{ text: legalName, path: `/desk/organizations/${id}` }],
});
