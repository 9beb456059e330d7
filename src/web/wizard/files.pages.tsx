import { Controller, Get, Param, Post } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { Uploads } from '../../modules/files/index.js';
import { Can, CurrentActor, Sent, type SentFile, uuid } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { Drafting } from './drafting.js';
import { filesIn, FilesPage, NewFilePage } from './files.page.js';
import { editableOr } from './next-page.js';
import { OwnListings } from './own-listings.js';

const NEW = ['title', 'level', 'file'];

/** Files of a listing, one a page; "later" is an answer too. */
@Controller('my/listings/:id/edit/files')
export class FilesPages {
  constructor(
    private readonly own: OwnListings,
    private readonly drafting: Drafting,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Can('listing.edit')
  @Page()
  async list(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    const listing = await this.own.openToEdit(reader.actor, id);
    return editableOr(listing, reader.actor, () => <FilesPage listing={listing} form={formState([])} />);
  }

  @Post()
  @Can('listing.edit')
  @Page()
  async remove(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    const listing = await this.own.openToEdit(reader.actor, id);
    return submitted(
      { reader, form, fields: [] },
      async () => {
        const attachments = filesIn(listing).filter(({ file }) => file !== form.text('without'));
        await this.drafting.save(reader.actor, listing, form, { attachments });
        return redirect(`/my/listings/${id}/edit/files`, 'file-removed');
      },
      async (state) => <FilesPage listing={await this.own.open(reader.actor, id)} form={state} />,
    );
  }

  @Get('new')
  @Can('listing.edit')
  @Page()
  async form(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    const listing = await this.own.openToEdit(reader.actor, id);
    return editableOr(listing, reader.actor, () => <NewFilePage listing={listing} form={formState(NEW, { level: '1' })} />);
  }

  @Post('new')
  @Can('listing.edit')
  @Page()
  async add(
    @Param('id', { schema: uuid }) id: string,
    @Sent() sent: SentFile,
    @CurrentActor() actor: PersonActor,
    @CurrentReader() reader: Reader,
  ) {
    const listing = await this.own.openToEdit(actor, id);
    const form = new FormInput(sent.words);
    return submitted(
      { reader, form, fields: NEW },
      async () => {
        const { id: file, name } = await this.uploads.take(actor, sent);
        const added = { file, title: form.text('title') ?? name, level: form.number('level') ?? 1 };
        await this.drafting.save(actor, listing, form, { attachments: [...filesIn(listing), added] });
        return redirect(`/my/listings/${id}/edit/files`, 'file-added');
      },
      async (state) => <NewFilePage listing={await this.own.open(actor, id)} form={state} />,
    );
  }
}
