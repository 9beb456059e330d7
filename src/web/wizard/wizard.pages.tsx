import { Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { Can, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type Reader, submitted } from '../page/index.js';
import { Drafting } from './drafting.js';
import { inputsOf, shown, valueAt } from './field-values.js';
import type { Part } from './fields.js';
import { editableOr, nextPage } from './next-page.js';
import { contentOf, type OwnListing, OwnListings } from './own-listings.js';
import { PartPage } from './part.page.js';
import { partOf } from './parts.js';
import { compacted } from './rows.js';

/** The pages of a listing, one a part, each saved by itself. */
@Controller('my/listings/:id/edit')
export class WizardPages {
  constructor(
    private readonly own: OwnListings,
    private readonly drafting: Drafting,
  ) {}

  @Get(':part')
  @Can('listing.edit')
  @Page()
  async part(@Param('id', { schema: uuid }) id: string, @Param('part') key: string, @CurrentReader() reader: Reader) {
    const listing = await this.own.openToEdit(reader.actor, id);
    const part = partIn(listing, key);
    return editableOr(listing, reader.actor, () => this.page(listing, part, this.filled(listing, part, reader)));
  }

  @Post(':part')
  @Can('listing.edit')
  @Page()
  async save(
    @Param('id', { schema: uuid }) id: string,
    @Param('part') key: string,
    @Form() form: FormInput,
    @Headers('accept') accept: string | undefined,
    @CurrentReader() reader: Reader,
  ) {
    const listing = await this.own.openToEdit(reader.actor, id);
    const part = partIn(listing, key);
    const sent = new FormInput(compacted(form.values, part.fields, form.text('without')));
    if (accept === 'application/json') return this.saveByItself(reader, listing, part, sent);
    return submitted(
      { reader, form: sent, fields: part.fields.flatMap((field) => inputsOf(field, sent.values)) },
      async () => {
        await this.drafting.savePart(reader, listing, part, sent);
        return nextPage(listing, part.key, form);
      },
      async (state) => {
        const now = await this.own.open(reader.actor, id);
        return this.page(now, part, state, String(now.version) !== form.text('version'));
      },
    );
  }

  /** While she writes, by script: she stays where she is, and her next version is told. */
  private async saveByItself(reader: Reader, listing: OwnListing, part: Part, sent: FormInput): Promise<{ version: number }> {
    await this.drafting.savePart(reader, listing, part, sent);
    return { version: (await this.own.open(reader.actor, listing.id)).version };
  }

  private async page(listing: OwnListing, part: Part, form: FormState, outdated = false) {
    return <PartPage listing={listing} part={part} form={form} desk={await this.drafting.desk(listing)} outdated={outdated} />;
  }

  private filled(listing: OwnListing, part: Part, reader: Reader): FormState {
    const tools = { reader, book: this.drafting.book };
    const values = Object.assign({}, ...part.fields.map((field) => shown(field, valueAt(contentOf(listing), field.name), tools))) as Record<
      string,
      string | string[]
    >;
    return formState(
      part.fields.flatMap((field) => inputsOf(field, values)),
      values,
    );
  }
}

function partIn(listing: OwnListing, key: string): Part {
  const part = partOf(listing.kind, key);
  if (!part || part.fields.length === 0) throw notFound('page');
  return part;
}
