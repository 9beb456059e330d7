import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { ConsentRecords, ConsentsQueries, newKeptOrganization } from '../../modules/centres/index.js';
import { claimOffer, ClaimsService, OrganizationViewsQueries } from '../../modules/organizations/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { Can, CurrentActor, pageQuery, type PageQuery, uuid, type Who } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { desks } from '../desk/who.js';
import { organizationLists } from '../organization/organization.form.js';
import { CurrentReader, Form, type FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { consentOf } from './consent-fields.js';
import { DueConsentsPage, KeptPage } from './kept.page.js';
import { KeptOrganizationPage } from './kept-organization.page.js';
import { KeptReading } from './kept-reading.js';
import { KEPT_FIELDS, NewKeptPage, type NewKeptProps } from './new-kept.page.js';

const keepers: Who = ({ officerOf, administrator }) => officerOf.length > 0 || administrator;

/** What officers do for organizations whose people have poor access, and by which right. */
@Controller('desk')
export class KeptPages {
  constructor(
    private readonly organizations: OrganizationViewsQueries,
    private readonly consents: ConsentsQueries,
    private readonly records: ConsentRecords,
    private readonly claims: ClaimsService,
    private readonly reading: KeptReading,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get('consents')
  @Can('consent.list', { who: desks })
  @Page()
  async due(@Query({ schema: pageQuery }) query: PageQuery, @CurrentActor() actor: PersonActor) {
    return <DueConsentsPage page={await this.consents.due(actor, query)} />;
  }

  @Get('kept')
  @Can('organization.review', { who: desks })
  @Page()
  async list(@Query({ schema: pageQuery }) query: PageQuery, @CurrentActor() actor: PersonActor) {
    return <KeptPage page={await this.organizations.list(actor, { ...query, kept: true })} />;
  }

  @Get('kept/new')
  @Can('organization.register-for', { who: keepers })
  @Page()
  newForm(@CurrentActor() actor: PersonActor) {
    return <NewKeptPage form={formState(KEPT_FIELDS)} {...this.choices(actor)} />;
  }

  @Post('kept/new')
  @Can('organization.register-for', { who: keepers })
  @Page()
  enter(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor): Promise<PageAnswer> {
    return submitted(
      { reader, form, fields: KEPT_FIELDS },
      async () => {
        const [legalName, country, type] = ['legalName', 'country', 'type'].map((name) => form.text(name));
        const body = form.parse(newKeptOrganization, {
          legalName,
          country,
          type,
          languages: form.list('languages'),
          consent: consentOf(form),
        });
        const { id } = await this.records.enterOrganization(actor, body);
        return redirect(`/desk/kept/${id}`, 'kept-entered');
      },
      (state) => <NewKeptPage form={state} {...this.choices(actor)} />,
    );
  }

  @Get('kept/:id')
  @Can('consent.read', { who: desks })
  @Page()
  async one(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return <KeptOrganizationPage view={await this.reading.read(actor, id)} form={formState(['email'])} />;
  }

  @Post('kept/:id/claim-links')
  @Can('organization.offer-claim', { who: keepers })
  @Page()
  offer(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    return submitted(
      { reader, form, fields: ['email'] },
      async () => {
        await this.claims.offer(actor, id, form.parse(claimOffer, { email: form.text('email') }).email);
        return redirect(`/desk/kept/${id}`, 'link-sent');
      },
      async (state) => <KeptOrganizationPage view={await this.reading.read(actor, id)} form={state} />,
    );
  }

  @Post('kept/:id/claim-links/:linkId/withdraw')
  @Can('organization.withdraw-claim', { who: keepers })
  @Page()
  async withdrawLink(
    @Param('id', { schema: uuid }) id: string,
    @Param('linkId', { schema: uuid }) linkId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    await this.claims.withdraw(actor, id, linkId);
    return redirect(`/desk/kept/${id}`, 'link-withdrawn');
  }

  /** An officer's countries; an administrator enters what has nobody nearer, anywhere. */
  private choices({ officerOf, administrator }: PersonActor): Omit<NewKeptProps, 'form'> {
    const lists = organizationLists(this.taxonomy.current());
    return { ...lists, countries: administrator ? lists.countries : officerOf };
  }
}
