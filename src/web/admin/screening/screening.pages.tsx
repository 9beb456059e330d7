import type { MultipartFile } from '@fastify/multipart';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { hitsQuery, newList, ScreeningLists, ScreeningQueries } from '../../../modules/screening/index.js';
import { administrators, Can, staff, Upload, uuid } from '../../../platform/http/index.js';
import { dateNames, formState, type FormState } from '../../components/index.js';
import { CurrentReader, FormInput, Page, type Reader, redirect, submitted } from '../../page/index.js';
import { ConfirmPage } from '../frame/index.js';
import { ScreeningPage } from './screening.page.js';

const PART = '/admin/screening';
const FIELDS = ['name', ...dateNames('asOf'), 'csv'];

/** Lists of names to look out for, and how many organizations are held for them. */
@Controller('admin/screening')
export class ScreeningPages {
  constructor(
    private readonly queries: ScreeningQueries,
    private readonly lists: ScreeningLists,
  ) {}

  @Get()
  @Can('screening.read', { who: staff })
  @Page()
  list() {
    return this.page(formState(FIELDS));
  }

  @Post()
  @Can('screening.import', { who: administrators })
  @Page()
  async import(@Upload() file: MultipartFile, @CurrentReader() reader: Reader) {
    // The fields stand before the file in the form, so that they have been read.
    const values = Object.entries(file.fields).flatMap(([name, part]) =>
      part && 'value' in part && typeof part.value === 'string' ? [[name, part.value] as const] : [],
    );
    const form = new FormInput(Object.fromEntries(values));
    const csv = (await file.toBuffer()).toString('utf8');
    return submitted(
      { reader, form, fields: FIELDS },
      async () => {
        await this.lists.import(reader.actor, form.parse(newList, { name: form.text('name'), asOf: form.date('asOf'), csv }));
        return redirect(PART, 'saved');
      },
      (state) => this.page(state),
    );
  }

  @Get(':id/remove')
  @Can('screening.import', { who: administrators })
  @Page()
  async ask(@Param('id', { schema: uuid }) id: string, @CurrentReader() { t }: Reader) {
    const { name } = await this.queries.list(id);
    return (
      <ConfirmPage
        title={t('admin.screening.remove-title', { name })}
        text={t('admin.screening.remove-text')}
        part={PART}
        action={`${PART}/${id}/remove`}
        back={PART}
        button={t('admin.screening.remove')}
        form={formState([])}
      />
    );
  }

  @Post(':id/remove')
  @Can('screening.import', { who: administrators })
  @Page()
  async remove(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    await this.lists.remove(actor, id);
    return redirect(PART, 'saved');
  }

  private async page(form: FormState) {
    const [lists, hits] = await Promise.all([this.queries.lists(), this.queries.hits(hitsQuery.parse({}))]);
    return <ScreeningPage lists={lists} hits={hits.items} form={form} />;
  }
}
