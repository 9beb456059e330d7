import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { newOrganization, organizationPatch, OrganizationsService, OrganizationViewsQueries } from '../../modules/organizations/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { Can, CurrentActor } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { ORGANIZATION_FIELDS, OrganizationForm, organizationIn, organizationLists } from './organization.form.js';
import { NoOrganizationPage, OrganizationPage } from './organization.page.js';
import { organizationOf } from './own-organization.js';

const seen = z.strictObject({ version: z.int() });

/** The organization one acts for: what it is, what it may do, and its data. */
@Controller('organization')
export class OrganizationPages {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly views: OrganizationViewsQueries,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Can('organization.read')
  @Page()
  async show(@CurrentReader() { person }: Reader, @CurrentActor() actor: PersonActor) {
    if (!actor.organization) return <NoOrganizationPage hasSeveral={(person?.organizations ?? 0) > 0} />;
    return <OrganizationPage organization={await this.views.one(actor.organization.id, actor)} />;
  }

  @Get('new')
  @Can('organization.register')
  @Page()
  newForm(@CurrentReader() { language }: Reader) {
    return this.form(formState(ORGANIZATION_FIELDS, { languages: [language] }));
  }

  @Post('new')
  @Can('organization.register')
  @Page()
  register(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    return submitted(
      { reader, form, fields: ORGANIZATION_FIELDS },
      async () => {
        await this.organizations.register(actor, form.parse(newOrganization, organizationIn(form)));
        return redirect('/organization', 'registered');
      },
      (state) => this.form(state),
    );
  }

  @Get('edit')
  @Can('organization.edit')
  @Page()
  async editForm(@CurrentActor() actor: PersonActor) {
    const organization = await this.views.one(organizationOf(actor), actor);
    const { legalName, country, type, languages, size, website, submitByManagersOnly, version } = organization;
    const known = { legalName, country, type, languages, size, website, submitByManagersOnly: String(submitByManagersOnly === true) };
    return this.form(formState(ORGANIZATION_FIELDS, known), version);
  }

  @Post('edit')
  @Can('organization.edit')
  @Page()
  edit(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    return submitted(
      { reader, form, fields: ORGANIZATION_FIELDS },
      async () => {
        const { version } = form.parse(seen, { version: form.number('version') });
        const { size = null, website = null, ...fields } = organizationIn(form);
        const submitByManagersOnly = form.boolean('submitByManagersOnly') ?? false;
        const patch = form.parse(organizationPatch, { ...fields, size, website, submitByManagersOnly });
        await this.organizations.update(actor, organizationOf(actor), version, patch);
        return redirect('/organization', 'saved');
      },
      (state) => this.form(state, Number(form.text('version') ?? 0)),
    );
  }

  private form(state: FormState, version?: number) {
    return <OrganizationForm form={state} version={version} lists={organizationLists(this.taxonomy.current())} />;
  }
}
