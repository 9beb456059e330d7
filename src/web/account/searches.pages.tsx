import { Controller, Get, Param, Post } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { SearchesService, searchPatch } from '../../modules/searches/index.js';
import { Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { DeleteSearchPage, SearchesPage } from './searches.page.js';

/** Searches that one has kept; they are kept from a page of results. */
@Controller('searches')
export class SavedSearchesPages {
  constructor(private readonly searches: SearchesService) {}

  @Get()
  @Can('search.list')
  @Page()
  async list(@CurrentActor() actor: PersonActor) {
    return <SearchesPage searches={await this.searches.list(actor)} faults={[]} />;
  }

  @Post(':id')
  @Can('search.change')
  @Page()
  change(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ) {
    return submitted(
      { reader, form, fields: ['rhythm'] },
      async () => {
        const { rhythm } = form.parse(searchPatch.required({ rhythm: true }).pick({ rhythm: true }), { rhythm: form.text('rhythm') });
        await this.searches.change(actor, id, { rhythm });
        return redirect('/searches', 'saved');
      },
      async (state) => <SearchesPage searches={await this.searches.list(actor)} faults={state.faults} />,
    );
  }

  @Get(':id/delete')
  @Can('search.delete')
  @Page()
  async ask(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return <DeleteSearchPage search={await this.searches.one(actor, id)} />;
  }

  @Post(':id/delete')
  @Can('search.delete')
  @Page()
  async remove(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    await this.searches.remove(actor, id);
    return redirect('/searches', 'search-deleted');
  }
}
