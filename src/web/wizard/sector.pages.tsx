import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { CodeSuggestions } from '../../modules/catalogue/index.js';
import type { CodeRef } from '../../modules/listings/index.js';
import { Can, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { readCodes, shownCodes } from './codes-form.js';
import { Drafting } from './drafting.js';
import { editableOr, nextPage } from './next-page.js';
import { contentOf, type OwnListing, OwnListings } from './own-listings.js';
import { SectorPage } from './sector.page.js';

const sectorQuery = z.object({ category: z.string().max(20).optional() });
type SectorQuery = z.infer<typeof sectorQuery>;

/** Sectors by way of their group, goals and targets; what the text suggests is ticked by a person or not at all. */
@Controller('my/listings/:id/edit/sector')
export class SectorPages {
  constructor(
    private readonly own: OwnListings,
    private readonly drafting: Drafting,
    private readonly suggestions: CodeSuggestions,
  ) {}

  @Get()
  @Can('listing.edit')
  @Page()
  async sector(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: sectorQuery }) { category }: SectorQuery,
    @CurrentReader() reader: Reader,
  ) {
    const listing = await this.own.openToEdit(reader.actor, id);
    const values = { ...shownCodes(codesIn(listing)), category: category ?? '' };
    return editableOr(listing, reader.actor, () => this.page(listing, formState(fieldsOf(values), values), category));
  }

  @Post()
  @Can('listing.edit')
  @Page()
  async save(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    const listing = await this.own.openToEdit(reader.actor, id);
    return submitted(
      { reader, form, fields: fieldsOf(form.values) },
      async () => {
        const suggested = await this.suggested(listing);
        const codes = readCodes(form, codesIn(listing), new Set(suggested.map(({ scheme, code }) => `${scheme} ${code}`)));
        await this.drafting.save(reader.actor, listing, form, { codes });
        const category = form.text('category');
        if (form.text('open') !== undefined)
          return redirect(`/my/listings/${id}/edit/sector?category=${encodeURIComponent(category ?? '')}`);
        return nextPage(listing, 'sector', form);
      },
      async (state) => this.page(await this.own.open(reader.actor, id), state, form.text('opened')),
    );
  }

  private async page(listing: OwnListing, form: FormState, category?: string) {
    const [{ book, day }, found] = await Promise.all([this.drafting.desk(listing), this.suggested(listing)]);
    const of = (wanted: string): string[] => found.filter(({ scheme }) => scheme === wanted).map(({ code }) => code);
    const suggested = { sectors: of('crs'), targets: of('sdg-target') };
    return <SectorPage listing={listing} form={form} book={book} day={day} suggested={suggested} category={category || undefined} />;
  }

  private suggested(listing: OwnListing) {
    const { language, title, teaser, description } = contentOf(listing);
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    return this.suggestions.for({ language, title, teaser: text(teaser), description: text(description) });
  }
}

const codesIn = (listing: OwnListing): readonly CodeRef[] => contentOf(listing)['codes'] as readonly CodeRef[];

/** Each sector that is chosen may have a share. */
const fieldsOf = (values: FormInput['values']): string[] => {
  const chosen = new FormInput(values).list('sector').filter((code) => /^\d{1,5}$/.test(code));
  return ['codes', 'sector', 'goal', 'target', 'bapa', 'ipc', 'main', 'category', ...chosen.map((code) => `share.${code}`)];
};
