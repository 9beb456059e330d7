import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../../../kernel/errors.js';
import {
  type CodeItem,
  CodeListEdits,
  codeParam,
  itemBody,
  schemeParam,
  type Scheme,
  TaxonomyService,
} from '../../../modules/taxonomy/index.js';
import { administrators, Can, staff, uuid } from '../../../platform/http/index.js';
import { formState, type FormState } from '../../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../../page/index.js';
import { filterQuery } from '../frame/index.js';
import { bodyOf, ITEM_FIELDS, valuesOf } from './item-form.js';
import { ItemFormPage } from './item-form.page.js';
import { ItemPage } from './item.page.js';
import { ListPage, SchemesPage } from './code-lists.page.js';
import { gapsOf, itemsBetween, schemesWithGaps } from './gaps.js';

const PART = '/admin/code-lists';
const search = filterQuery(
  z.object({ q: z.string().trim().max(100).optional(), gaps: z.enum(['true']).optional(), after: z.string().max(60).optional() }),
);
type Search = z.infer<typeof search>;

/** Code lists: what is chosen from, by name in seven languages, with effect from a day. */
@Controller('admin/code-lists')
export class CodeListsPages {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly edits: CodeListEdits,
  ) {}

  @Get()
  @Can('taxonomy.history', { who: staff })
  @Page()
  schemes() {
    return <SchemesPage schemes={schemesWithGaps(this.taxonomy.current())} />;
  }

  @Get(':scheme')
  @Can('taxonomy.history', { who: staff })
  @Page()
  list(@Param('scheme', { schema: schemeParam }) scheme: Scheme, @Query({ schema: search }) { q = '', gaps, after }: Search) {
    const wanted = this.taxonomy
      .current()
      .items(scheme)
      .filter((item) => gaps === undefined || gapsOf(item).length > 0);
    return <ListPage scheme={scheme} q={q} gaps={gaps !== undefined} page={itemsBetween(wanted, q, after)} />;
  }

  @Get(':scheme/new')
  @Can('taxonomy.edit', { who: administrators })
  @Page()
  newForm(@Param('scheme', { schema: schemeParam }) scheme: Scheme) {
    return <ItemFormPage scheme={scheme} code={null} form={formState(ITEM_FIELDS, { status: 'active' })} />;
  }

  @Post(':scheme/new')
  @Can('taxonomy.edit', { who: administrators })
  @Page()
  add(@Param('scheme', { schema: schemeParam }) scheme: Scheme, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return submitted(
      { reader, form, fields: ITEM_FIELDS },
      () => this.save(reader, scheme, form.parse(z.object({ code: codeParam }), { code: form.text('code') }).code, form),
      (state) => <ItemFormPage scheme={scheme} code={null} form={state} />,
    );
  }

  @Get(':scheme/:code')
  @Can('taxonomy.history', { who: staff })
  @Page()
  async one(@Param('scheme', { schema: schemeParam }) scheme: Scheme, @Param('code', { schema: codeParam }) code: string) {
    const [book, { items: versions }] = [this.taxonomy.current(), await this.edits.history(scheme, code)];
    const members = scheme === 'group' ? book.membersOf(code) : [];
    const rates = scheme === 'currency' ? book.data.rates.filter(({ currency }) => currency === code) : [];
    // One whose day has not come is in no list of today.
    const item = book.item(scheme, code) ?? versions[0]?.item;
    if (!item) throw notFound('code');
    return <ItemPage item={item as CodeItem & { scheme: Scheme }} versions={versions} members={members} rates={rates} />;
  }

  @Get(':scheme/:code/edit')
  @Can('taxonomy.edit', { who: administrators })
  @Page()
  editForm(@Param('scheme', { schema: schemeParam }) scheme: Scheme, @Param('code', { schema: codeParam }) code: string) {
    return this.form(scheme, code, formState(ITEM_FIELDS, valuesOf(this.item(scheme, code))));
  }

  @Post(':scheme/:code/edit')
  @Can('taxonomy.edit', { who: administrators })
  @Page()
  edit(
    @Param('scheme', { schema: schemeParam }) scheme: Scheme,
    @Param('code', { schema: codeParam }) code: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
  ) {
    return submitted(
      { reader, form, fields: ITEM_FIELDS },
      () => this.save(reader, scheme, code, form),
      (state) => this.form(scheme, code, state),
    );
  }

  @Post(':scheme/:code/versions/:id/withdraw')
  @Can('taxonomy.edit', { who: administrators })
  @Page()
  async withdraw(
    @Param('scheme', { schema: schemeParam }) scheme: Scheme,
    @Param('code', { schema: codeParam }) code: string,
    @Param('id', { schema: uuid }) id: string,
    @CurrentReader() { actor }: Reader,
  ) {
    await this.edits.withdraw(actor, { scheme, code }, id);
    return redirect(`${PART}/${scheme}/${code}`, 'admin.version-withdrawn');
  }

  private async save({ actor }: Reader, scheme: Scheme, code: string, form: FormInput) {
    const { effective, ...item } = form.parse(itemBody, bodyOf(form));
    await this.edits.save(actor, { ...item, scheme, code }, effective);
    return redirect(`${PART}/${scheme}/${code}`, 'saved');
  }

  private form(scheme: Scheme, code: string, state: FormState) {
    return <ItemFormPage scheme={scheme} code={code} form={state} />;
  }

  private item(scheme: Scheme, code: string): CodeItem {
    const item = this.taxonomy.current().item(scheme, code);
    if (!item) throw notFound('code');
    return item;
  }
}
