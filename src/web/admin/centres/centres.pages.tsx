import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { invalid } from '../../../kernel/errors.js';
import { CentreAppointments, centreEnd, centrePatch, CentresQueries, newCentre, officerLanguages } from '../../../modules/centres/index.js';
import { PeopleQueries, peopleQuery } from '../../../modules/identity/index.js';
import { TaxonomyService } from '../../../modules/taxonomy/index.js';
import { administrators, Can, staff, uuid } from '../../../platform/http/index.js';
import { formState } from '../../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../../page/index.js';
import { filterQuery } from '../frame/index.js';
import { bodyOf, CENTRE_FIELDS, valuesOf } from './centre-form.js';
import { CentreFormPage } from './centre-form.page.js';
import { CentrePage } from './centre.page.js';
import { CentresPage } from './centres.page.js';
import { EndCentrePage } from './end-centre.page.js';
import { EndOfficerPage, OFFICER_FIELDS } from './officer.page.js';

const PART = '/admin/centres';
const centresQuery = filterQuery(z.object({ ended: z.enum(['true']).optional(), after: z.string().max(2000).optional() }));
type CentresQuery = z.infer<typeof centresQuery>;

/** Country centres: their letters, countries, officers and end. */
@Controller('admin/centres')
export class CentresPages {
  constructor(
    private readonly queries: CentresQueries,
    private readonly appointments: CentreAppointments,
    private readonly people: PeopleQueries,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Can('centre.read', { who: staff })
  @Page()
  async list(@Query({ schema: centresQuery }) { ended, after }: CentresQuery) {
    const page = await this.queries.list({ limit: 20, ended: ended === 'true', ...(after && { after }) });
    return <CentresPage page={page} ended={ended === 'true'} />;
  }

  @Get('new')
  @Can('centre.appoint', { who: administrators })
  @Page()
  newForm() {
    return this.form(null, formState(CENTRE_FIELDS));
  }

  @Post('new')
  @Can('centre.appoint', { who: administrators })
  @Page()
  appoint(@Form() form: FormInput, @CurrentReader() reader: Reader) {
    return submitted(
      { reader, form, fields: CENTRE_FIELDS },
      async () => redirect(`${PART}/${await this.appointments.appoint(reader.actor, form.parse(newCentre, bodyOf(form)))}`, 'saved'),
      (state) => this.form(null, state),
    );
  }

  @Get(':id')
  @Can('centre.read', { who: staff })
  @Page()
  async one(@Param('id', { schema: uuid }) id: string) {
    return this.centre(id, formState(OFFICER_FIELDS));
  }

  @Get(':id/edit')
  @Can('centre.edit', { who: administrators })
  @Page()
  async editForm(@Param('id', { schema: uuid }) id: string) {
    const centre = await this.queries.one(id);
    return this.form(id, formState(CENTRE_FIELDS, valuesOf(centre)), centre.name);
  }

  @Post(':id/edit')
  @Can('centre.edit', { who: administrators })
  @Page()
  edit(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return submitted(
      { reader, form, fields: CENTRE_FIELDS },
      async () => {
        await this.appointments.edit(reader.actor, id, versionIn(form), form.parse(centrePatch, bodyOf(form)));
        return redirect(`${PART}/${id}`, 'saved');
      },
      async (state) => this.form(id, state, (await this.queries.one(id)).name),
    );
  }

  @Get(':id/end')
  @Can('centre.end', { who: administrators })
  @Page()
  async endForm(@Param('id', { schema: uuid }) id: string) {
    return <EndCentrePage centre={await this.queries.one(id)} reasons={this.reasons()} form={formState(['reason'])} />;
  }

  @Post(':id/end')
  @Can('centre.end', { who: administrators })
  @Page()
  end(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return submitted(
      { reader, form, fields: ['reason'] },
      async () => {
        await this.appointments.end(reader.actor, id, form.parse(centreEnd, { reason: form.text('reason') }).reason);
        return redirect(`${PART}/${id}`, 'admin.centre-ended');
      },
      async (state) => <EndCentrePage centre={await this.queries.one(id)} reasons={this.reasons()} form={state} />,
    );
  }

  @Post(':id/officers')
  @Can('centre.set-officer', { who: administrators })
  @Page()
  setOfficer(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return submitted(
      { reader, form, fields: OFFICER_FIELDS },
      async () => {
        const { languages } = form.parse(officerLanguages, { languages: form.list('languages') });
        await this.appointments.setOfficer(reader.actor, id, await this.personOf(form.text('email') ?? ''), languages);
        return redirect(`${PART}/${id}`, 'saved');
      },
      (state) => this.centre(id, state),
    );
  }

  @Get(':id/officers/:personId/end')
  @Can('centre.end-officer', { who: administrators })
  @Page()
  async endOfficerForm(@Param('id', { schema: uuid }) id: string, @Param('personId', { schema: uuid }) personId: string) {
    return <EndOfficerPage centre={await this.queries.one(id)} person={await this.people.one(personId)} form={formState([])} />;
  }

  @Post(':id/officers/:personId/end')
  @Can('centre.end-officer', { who: administrators })
  @Page()
  async endOfficer(
    @Param('id', { schema: uuid }) id: string,
    @Param('personId', { schema: uuid }) personId: string,
    @CurrentReader() { actor }: Reader,
  ) {
    await this.appointments.endOfficer(actor, id, personId);
    return redirect(`${PART}/${id}`, 'saved');
  }

  private async centre(id: string, state: ReturnType<typeof formState>) {
    const languages = this.taxonomy.current().items('language');
    return <CentrePage centre={await this.queries.one(id)} languages={languages.map(({ code }) => code)} form={state} />;
  }

  private form(id: string | null, state: ReturnType<typeof formState>, name?: string) {
    const countries = this.taxonomy.current().items('country');
    return <CentreFormPage id={id} name={name} countries={countries.map(({ code }) => code)} form={state} />;
  }

  private reasons(): string[] {
    return this.taxonomy
      .current()
      .items('reason')
      .map(({ code }) => code);
  }

  /** Somebody is named by her address, which is known to whoever appoints her. */
  private async personOf(email: string): Promise<string> {
    const { items } = email === '' ? { items: [] } : await this.people.page(peopleQuery.parse({ q: email.slice(0, 100) }));
    const found = items.find((person) => person.email === email.toLowerCase());
    if (!found) throw invalid([{ path: 'email', code: 'no-account', message: 'Nobody has an account with this address.' }]);
    return found.id;
  }
}

const versionIn = (form: FormInput): number | null => {
  const version = form.number('version');
  return typeof version === 'number' ? version : null;
};
