import { Controller, Get, Post, Query } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { type SearchAnswer, searchQuery, SearchService } from '../../modules/catalogue/index.js';
import { newSearch, SearchesService } from '../../modules/searches/index.js';
import { Can, Public } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type PageAnswer, type Reader, redirect, submitted, withStatus } from '../page/index.js';
import { faultsIn } from '../page/tell-faults.js';
import { SAVE_FIELDS } from './save-search.js';
import { MEMBER_FILTERS, SearchAddress, searchAddress, type SearchAddressQuery } from './search-address.js';
import { SearchPage } from './search.page.js';

const PER_PAGE = 20;
type Path = SearchAddress['path'];

/** Offers and needs as anybody may search them. */
@Controller()
export class SearchPages {
  constructor(
    private readonly service: SearchService,
    private readonly searches: SearchesService,
  ) {}

  @Get('offers')
  @Public()
  @Page()
  offers(@Query({ schema: searchAddress }) query: SearchAddressQuery, @CurrentReader() reader: Reader) {
    return this.page(reader, SearchAddress.read('/offers', query));
  }

  @Get('needs')
  @Public()
  @Page()
  needs(@Query({ schema: searchAddress }) query: SearchAddressQuery, @CurrentReader() reader: Reader) {
    return this.page(reader, SearchAddress.read('/needs', query));
  }

  /** Where notices of saved searches lead: to the offers, or to the needs where they were what was searched. */
  @Get('search')
  @Public()
  @Page()
  saved(@Query({ schema: searchAddress }) query: SearchAddressQuery) {
    const isNeeds = [query.kind ?? []].flat().join() === 'need';
    return redirect(SearchAddress.read(isNeeds ? '/needs' : '/offers', query).href);
  }

  @Post('offers/searches')
  @Can('search.save')
  @Page()
  saveOffers(@Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.save('/offers', form, reader);
  }

  @Post('needs/searches')
  @Can('search.save')
  @Page()
  saveNeeds(@Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.save('/needs', form, reader);
  }

  private save(path: Path, form: FormInput, reader: Reader): Promise<PageAnswer> {
    const query = form.text('query') ?? '';
    const address = SearchAddress.read(path, searchAddress.parse(Object.fromEntries(new URLSearchParams(query))));
    return submitted(
      { reader, form, fields: SAVE_FIELDS },
      async () => {
        const search = form.parse(newSearch, { name: form.text('name'), query: address.query, rhythm: form.text('rhythm') });
        await this.searches.save(reader.actor as PersonActor, search);
        return redirect(address.href, 'search-saved');
      },
      async (state) => (await this.view(reader, address, state)).page,
    );
  }

  private async page(reader: Reader, address: SearchAddress): Promise<PageAnswer> {
    try {
      const { status, page } = await this.view(reader, address, formState(SAVE_FIELDS));
      return status === 200 ? page : withStatus(status, page);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'cursor.expired') return redirect(address.at('').href);
      throw error;
    }
  }

  /** Beside the answer what cannot be told by one: a question that cannot be read, a catalogue that is being loaded. */
  private async view(reader: Reader, asked: SearchAddress, save: FormState) {
    const isMember = (await this.service.textLevelOf(reader.actor)) > 0;
    const closed = isMember ? [] : MEMBER_FILTERS.filter((filter) => asked.chosen.has(filter));
    const address = asked.withoutAll(closed).at(asked.after);
    const page = (answer: SearchAnswer | null, faults: Parameters<typeof faultsIn>[1] = []) => (
      <SearchPage address={address} answer={answer} faults={faultsIn(reader, faults)} closed={closed.length > 0} save={save} />
    );
    try {
      return { status: 200, page: page(await this.answer(reader, address)) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'catalogue.warming-up') return { status: 503, page: page(null) };
      if (error.code === 'request.invalid') return { status: 422, page: page(null, error.details.errors) };
      throw error;
    }
  }

  /** Facets come with the first page alone; later pages count them too. */
  private async answer({ actor, language }: Reader, address: SearchAddress): Promise<SearchAnswer> {
    const given = Object.fromEntries(new URLSearchParams(address.query));
    const query = { ...new FormInput({}).parse(searchQuery, { ...given, limit: PER_PAGE }), reads: language };
    const answer = await this.service.search(actor, { ...query, ...(address.after !== '' && { after: address.after }) });
    if (answer.facets) return answer;
    return { ...answer, ...(await this.service.search(actor, { ...query, limit: 1 })), items: answer.items, next: answer.next };
  }
}
