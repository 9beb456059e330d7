import { Controller, Get, Param, Post } from '@nestjs/common';
import { type FieldGroups, ListingKinds } from '../../modules/listings/index.js';
import { Can, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type Reader, submitted } from '../page/index.js';
import { Drafting } from './drafting.js';
import { LevelsPage } from './levels.page.js';
import { editableOr, nextPage } from './next-page.js';
import { contentOf, type OwnListing, OwnListings } from './own-listings.js';

/** From which level on each group of answers is shown. */
@Controller('my/listings/:id/edit/levels')
export class LevelsPages {
  constructor(
    private readonly own: OwnListings,
    private readonly drafting: Drafting,
    private readonly kinds: ListingKinds,
  ) {}

  @Get()
  @Can('listing.edit')
  @Page()
  async levels(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    const listing = await this.own.openToEdit(reader.actor, id);
    return editableOr(listing, reader.actor, () => this.page(listing, this.filled(listing)));
  }

  @Post()
  @Can('listing.edit')
  @Page()
  async save(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    const listing = await this.own.openToEdit(reader.actor, id);
    const names = Object.keys(this.groupsOf(listing));
    return submitted(
      { reader, form, fields: names.map((name) => `levels.${name}`) },
      async () => {
        const levels = names.flatMap((name) =>
          form.number(`levels.${name}`) === undefined ? [] : [[name, form.number(`levels.${name}`)]],
        );
        await this.drafting.save(reader.actor, listing, form, { levels: Object.fromEntries(levels) as object });
        return nextPage(listing, 'levels', form);
      },
      async (state) => this.page(await this.own.open(reader.actor, id), state),
    );
  }

  private page(listing: OwnListing, form: FormState) {
    return <LevelsPage listing={listing} form={form} groups={this.groupsOf(listing)} anonymous={isAnonymous(listing)} />;
  }

  private filled(listing: OwnListing): FormState {
    const chosen = (contentOf(listing)['levels'] ?? {}) as Record<string, number | undefined>;
    const levels = Object.entries(this.groupsOf(listing)).map(([name, group]): [string, string] => {
      const least = (isAnonymous(listing) && group.leastAnonymous) || group.least;
      return [`levels.${name}`, String(Math.max(least, chosen[name] ?? 0))];
    });
    return formState(
      levels.map(([name]) => name),
      Object.fromEntries(levels),
    );
  }

  private groupsOf({ kind }: OwnListing): FieldGroups {
    return this.kinds.of(kind).groups;
  }
}

const isAnonymous = (listing: OwnListing): boolean => contentOf(listing)['anonymous'] === true;
