import { Body, Controller, Get, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { Answer, AnswerFile, Can, CurrentActor, Idempotent, pageQuery, uuid, type PageQuery } from '../../platform/http/index.js';
import { FILE_MEDIA } from '../../platform/storage/index.js';
import { newAttachedFile, type NewAttachedFile } from '../files/index.js';
import { OrganizationViewsQueries, organizationView, type OrganizationView } from '../organizations/index.js';
import { ConsentForms } from './consent-forms.service.js';
import { ConsentRecords } from './consent-records.service.js';
import { ConsentsQueries, servesADesk } from './consents.queries.js';
import {
  consentsView,
  consentView,
  duePage,
  newConsent,
  newKeptOrganization,
  type ConsentView,
  type DueConsent,
  type NewConsent,
  type NewKeptOrganization,
} from './consents.schemas.js';

/** What officers do for organizations whose people have poor access, and by which right. */
@Controller('api/v1')
export class ConsentsController {
  constructor(
    private readonly records: ConsentRecords,
    private readonly forms: ConsentForms,
    private readonly queries: ConsentsQueries,
    private readonly organizations: OrganizationViewsQueries,
  ) {}

  @Post('organizations/on-behalf')
  @Can('organization.register-for', { who: (actor) => actor.officerOf.length > 0 || actor.administrator })
  @Idempotent({ replay: 'organization' })
  @Answer(201, organizationView, 'Enters an organization that has no user, with the consent of one of its people; the centre keeps it.')
  async enter(
    @Body({ schema: newKeptOrganization }) body: NewKeptOrganization,
    @CurrentActor() actor: PersonActor,
  ): Promise<OrganizationView> {
    const { id } = await this.records.enterOrganization(actor, body);
    return this.organization(id, actor);
  }

  @Get('organizations/:id/consents')
  @Can('consent.read')
  @Answer(200, consentsView, 'Consents by which officers act for it, the newest first; for its members, those who keep them, and auditors.')
  list(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor) {
    return this.queries.list(actor, id);
  }

  @Post('organizations/:id/consents')
  @Can('consent.record')
  @Idempotent({ replay: 'consent' })
  @Answer(201, consentView, 'Records a consent: signed on the form, or said in a call that was noted.')
  async record(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: newConsent }) body: NewConsent,
    @CurrentActor() actor: Actor,
  ): Promise<ConsentView> {
    return this.consent((await this.records.record(actor, id, body)).id, actor);
  }

  @Put('organizations/:id/consents/:consentId/form')
  @Can('consent.attach-form')
  @Answer(200, consentsView, 'Adds the signed form, a file that was sent before: a picture of it is enough.')
  async attach(
    @Param('id', { schema: uuid }) id: string,
    @Param('consentId', { schema: uuid }) consentId: string,
    @Body({ schema: newAttachedFile }) { file }: NewAttachedFile,
    @CurrentActor() actor: Actor,
  ) {
    await this.forms.attach(actor, id, consentId, file);
    return this.queries.list(actor, id);
  }

  @Get('organizations/:id/consents/:consentId/form')
  @Can('consent.read')
  @AnswerFile(FILE_MEDIA, 'The signed form, for its members, those who keep it, and auditors.')
  form(
    @Param('id', { schema: uuid }) id: string,
    @Param('consentId', { schema: uuid }) consentId: string,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    return this.forms.open(actor, id, consentId);
  }

  @Post('organizations/:id/consents/:consentId/withdraw')
  @Can('consent.withdraw')
  @Idempotent({ replay: 'consents' })
  @Answer(200, consentsView, 'Taken back by the person who gave it, or by a manager of the organization; what rested on it is paused.')
  async withdraw(
    @Param('id', { schema: uuid }) id: string,
    @Param('consentId', { schema: uuid }) consentId: string,
    @CurrentActor() actor: Actor,
  ) {
    await this.records.withdraw(actor, id, consentId);
    return this.queries.list(actor, id);
  }

  @Get('consents')
  @Can('consent.list', { who: servesADesk })
  @Answer(200, duePage, 'Consents in force in the countries you serve, the next to end first.')
  due(@Query({ schema: pageQuery }) query: PageQuery, @CurrentActor() actor: PersonActor): Promise<Page<DueConsent>> {
    return this.queries.due(actor, query);
  }

  /** Answers a repeated entry. */
  organization(id: string, actor: Actor): Promise<OrganizationView> {
    return this.organizations.one(id, actor);
  }

  /** Answers a repeated record. */
  consent(id: string, actor: Actor): Promise<ConsentView> {
    return this.queries.one(actor, id);
  }

  /** Answers a repeated withdrawal. */
  consents(id: string, actor: Actor) {
    return this.queries.list(actor, id);
  }
}
