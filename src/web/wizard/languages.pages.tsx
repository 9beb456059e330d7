import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { personIdOf } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { ListingKinds, type Translation } from '../../modules/listings/index.js';
import { Can, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { Drafting } from './drafting.js';
import { valueAt } from './field-values.js';
import { LanguagePage, LanguagesPage, textsIn } from './languages.page.js';
import { editableOr } from './next-page.js';
import { codesOffered } from './offered.js';
import { contentOf, type OwnListing, OwnListings } from './own-listings.js';

const toQuery = z.object({ to: z.string().max(20).optional() });
type ToQuery = z.infer<typeof toQuery>;

/** Title, summary and, who likes, every text in other languages than the listing's own. */
@Controller('my/listings/:id/edit/languages')
export class LanguagesPages {
  constructor(
    private readonly own: OwnListings,
    private readonly drafting: Drafting,
    private readonly kinds: ListingKinds,
  ) {}

  @Get()
  @Can('listing.edit')
  @Page()
  async list(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    const listing = await this.own.openToEdit(reader.actor, id);
    const { book, day } = await this.drafting.desk(listing);
    const invited = reader.language === contentOf(listing).language ? (reader.language === 'en' ? 'fr' : 'en') : reader.language;
    const form = formState(['to'], { to: invited });
    return editableOr(listing, reader.actor, () => (
      <LanguagesPage listing={listing} form={form} offered={codesOffered(book, 'language', day)} />
    ));
  }

  /** Where the list of languages leads. */
  @Get('one')
  @Can('listing.edit')
  @Page()
  choose(@Param('id', { schema: uuid }) id: string, @Query({ schema: toQuery }) { to = '' }: ToQuery) {
    return redirect(`/my/listings/${id}/edit/languages/${encodeURIComponent(to)}`);
  }

  @Get(':tag')
  @Can('listing.edit')
  @Page()
  async one(@Param('id', { schema: uuid }) id: string, @Param('tag') tag: string, @CurrentReader() reader: Reader) {
    const listing = await this.own.openToEdit(reader.actor, id);
    this.requireLanguage(listing, tag);
    const paths = this.pathsOf(listing);
    return editableOr(listing, reader.actor, () =>
      this.page(listing, tag, formState([...paths, 'origin', 'checked'], shownIn(listing, tag, paths))),
    );
  }

  @Post(':tag')
  @Can('listing.edit')
  @Page()
  async save(
    @Param('id', { schema: uuid }) id: string,
    @Param('tag') tag: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
  ) {
    const listing = await this.own.openToEdit(reader.actor, id);
    this.requireLanguage(listing, tag);
    const paths = this.pathsOf(listing);
    const home = `/my/listings/${id}`;
    return submitted(
      { reader, form, fields: [...paths, 'origin', 'checked'] },
      async () => {
        const others = textsIn(listing).filter(({ language }) => language !== tag);
        const entry = entryOf(form, tag, paths, personIdOf(reader.actor));
        await this.drafting.save(reader.actor, listing, form, { texts: entry ? [...others, entry] : others });
        return redirect(form.text('later') === undefined ? `${home}/edit/languages` : home, 'saved');
      },
      async (state) =>
        this.page(
          await this.own.open(reader.actor, id),
          tag,
          unprefixed(state, textsIn(listing).filter(({ language }) => language !== tag).length),
        ),
    );
  }

  private page(listing: OwnListing, tag: string, form: FormState) {
    return <LanguagePage listing={listing} form={form} language={tag} paths={this.pathsOf(listing)} />;
  }

  private pathsOf({ kind }: OwnListing): string[] {
    return ['title', 'teaser', 'description', ...this.kinds.of(kind).texts.map((name) => `details.${name}`)];
  }

  private requireLanguage(listing: OwnListing, tag: string): void {
    const known = this.drafting.book.item('language', tag.split('-')[0] ?? '');
    if (!known || tag === contentOf(listing).language || !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) throw notFound('language');
  }
}

/** What stands in a language, whoever wrote which part of it. */
function shownIn(listing: OwnListing, tag: string, paths: readonly string[]): Record<string, string> {
  const entries = textsIn(listing).filter(({ language }) => language === tag);
  const texts = paths.flatMap((path) => {
    const text = entries.map((entry) => valueAt(entry, path)).find((one) => typeof one === 'string');
    return typeof text === 'string' ? [[path, text]] : [];
  });
  const isChecked = entries.length > 0 && entries.every(({ checkedBy }) => checkedBy !== undefined);
  return {
    ...(Object.fromEntries(texts) as Record<string, string>),
    origin: entries[0]?.origin ?? 'author',
    ...(isChecked && { checked: 'true' }),
  };
}

/** One entry with all texts of a language; undefined where there is none. */
function entryOf(form: FormInput, language: string, paths: readonly string[], personId: string | null): Partial<Translation> | undefined {
  const texts = paths.flatMap((path) => (form.text(path) === undefined ? [] : [[path, form.text(path)] as const]));
  if (texts.length === 0) return undefined;
  const details = texts.flatMap(([path, text]) => (path.startsWith('details.') ? [[path.slice('details.'.length), text]] : []));
  return {
    language,
    ...Object.fromEntries(texts.filter(([path]) => !path.startsWith('details.'))),
    ...(details.length > 0 && { details: Object.fromEntries(details) as Record<string, string> }),
    origin: (form.text('origin') ?? 'author') as Translation['origin'],
    ...(form.text('checked') !== undefined && personId !== null && { checkedBy: personId }),
  };
}

/** Faults name the place of the entry in the list of all languages; the page has this one alone. */
const unprefixed = ({ values, faults }: FormState, at: number): FormState => ({
  values,
  faults: faults.map((fault) => ({ ...fault, path: fault.path.replace(new RegExp(`^texts\\.${at}\\.`), '') })),
});
