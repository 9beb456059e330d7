import { Controller, Get, Param, Post } from '@nestjs/common';
import { CentresQueries } from '../../../modules/centres/index.js';
import { Facilities, FacilitiesQueries, facilityBody, facilityCode } from '../../../modules/organizations/index.js';
import { TaxonomyService } from '../../../modules/taxonomy/index.js';
import { administrators, Can, staff } from '../../../platform/http/index.js';
import { formState } from '../../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../../page/index.js';
import { bodyOf, type Choices, valuesOf, WINDOW_FIELDS } from './window-form.js';
import { WindowFormPage } from './window-form.page.js';
import { WindowPage, WindowsPage } from './windows.page.js';

const PART = '/admin/windows';
const MOST_CENTRES = 100;

/** Windows: parts of the exchange for some countries or sectors, with rules of their own. */
@Controller('admin/windows')
export class WindowsPages {
  constructor(
    private readonly queries: FacilitiesQueries,
    private readonly facilities: Facilities,
    private readonly centres: CentresQueries,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Can('facility.read', { who: staff })
  @Page()
  async list() {
    return <WindowsPage windows={(await this.queries.list()).items} />;
  }

  @Get('new')
  @Can('facility.put', { who: administrators })
  @Page()
  async newForm() {
    return <WindowFormPage code={null} choices={await this.choices()} form={formState(WINDOW_FIELDS, { active: 'true' })} />;
  }

  @Post('new')
  @Can('facility.put', { who: administrators })
  @Page()
  open(@Form() form: FormInput, @CurrentReader() reader: Reader) {
    return submitted(
      { reader, form, fields: WINDOW_FIELDS },
      async () => {
        const code = form.parse(facilityCode, form.text('code') ?? '');
        await this.facilities.put(reader.actor, code, 0, form.parse(facilityBody, bodyOf(form)));
        return redirect(`${PART}/${code}`, 'saved');
      },
      async (state) => <WindowFormPage code={null} choices={await this.choices()} form={state} />,
    );
  }

  @Get(':code')
  @Can('facility.read', { who: staff })
  @Page()
  async one(@Param('code', { schema: facilityCode }) code: string) {
    return <WindowPage window={await this.queries.one(code)} />;
  }

  @Get(':code/edit')
  @Can('facility.put', { who: administrators })
  @Page()
  async editForm(@Param('code', { schema: facilityCode }) code: string) {
    const [window, centres] = await Promise.all([this.queries.one(code), this.queries.centresOf(code)]);
    return <WindowFormPage code={code} choices={await this.choices()} form={formState(WINDOW_FIELDS, valuesOf(window, centres))} />;
  }

  @Post(':code/edit')
  @Can('facility.put', { who: administrators })
  @Page()
  edit(@Param('code', { schema: facilityCode }) code: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return submitted(
      { reader, form, fields: WINDOW_FIELDS },
      async () => {
        const version = form.number('version');
        await this.facilities.put(reader.actor, code, typeof version === 'number' ? version : 0, form.parse(facilityBody, bodyOf(form)));
        return redirect(`${PART}/${code}`, 'saved');
      },
      async (state) => <WindowFormPage code={code} choices={await this.choices()} form={state} />,
    );
  }

  private async choices(): Promise<Choices> {
    const book = this.taxonomy.current();
    const { items } = await this.centres.list({ limit: MOST_CENTRES });
    return {
      groups: book.items('group').map(({ code }) => code),
      countries: book.items('country').map(({ code }) => code),
      sectors: book.items('crs-group').map(({ code }) => code),
      centres: items.map(({ id, name }) => ({ id, name })),
    };
  }
}
