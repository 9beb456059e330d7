import { Body, Controller, Delete, Get, Header, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { administrators, Answer, Can, CurrentActor, Public, staff, uuid } from '../../platform/http/index.js';
import { nameOf } from './code-book.js';
import { CodeListEdits } from './code-list-edits.service.js';
import { SCHEMES, type Scheme } from './schemes.js';
import { holdsOn, isOffered, type CodeItem, type Dated } from './taxonomy-data.js';
import {
  codeListQuery,
  codeListView,
  codeListsView,
  codeParam,
  itemBody,
  ratesBody,
  schemeParam,
  type CodeListQuery,
  type CodeView,
  type ItemBody,
  type RatesBody,
} from './taxonomy.schemas.js';
import { TaxonomyService } from './taxonomy.service.js';
import { codeVersions } from './versions.schemas.js';

/** Code lists for forms and programs; administrators add and retire items and load currency rates. */
@Controller('api/v1/code-lists')
export class CodeListsController {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly edits: CodeListEdits,
  ) {}

  @Get()
  @Public()
  @Answer(200, codeListsView)
  lists() {
    const book = this.taxonomy.current();
    return { items: SCHEMES.map(({ scheme, source }) => ({ scheme, items: book.items(scheme).length, source })) };
  }

  @Get(':scheme')
  @Public()
  @Header('cache-control', 'private, max-age=300')
  @Answer(200, codeListView)
  list(
    @Param('scheme', { schema: schemeParam }) scheme: Scheme,
    @Query({ schema: codeListQuery }) query: CodeListQuery,
    @CurrentActor() actor: Actor,
  ) {
    const book = this.taxonomy.current();
    const language = query.lang ?? (actor.kind === 'person' ? actor.language : 'en');
    const wanted = query.q ? fold(query.q) : '';
    const lists = query.on === undefined ? book.items(scheme) : this.taxonomy.itemsOn(scheme, query.on);
    const items = lists
      .filter((item) => query.on === undefined || isOffered(item, query.on))
      .filter((item) => wanted === '' || [item.code, ...Object.values(item.names)].some((text) => fold(text).includes(wanted)));
    const members = ({ code }: CodeItem) =>
      scheme === 'group' && {
        members: book
          .membersOf(code)
          .flatMap((member) => (query.on === undefined || holdsOn(member, query.on) ? [{ code: member.country, ...datesOf(member) }] : [])),
      };
    return { items: items.map((item) => ({ ...view(item, nameOf(item, language)), ...members(item) })) };
  }

  @Put(':scheme/:code')
  @Can('taxonomy.edit', { who: administrators })
  @Answer(204, null, 'Adds an item or changes it, with effect from a day; earlier versions stay on record.')
  async save(
    @Param('scheme', { schema: schemeParam }) scheme: Scheme,
    @Param('code', { schema: codeParam }) code: string,
    @Body({ schema: itemBody }) body: ItemBody,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    const { effective, ...item } = body;
    await this.edits.save(actor, { ...item, scheme, code }, effective);
  }

  @Get(':scheme/:code/versions')
  @Can('taxonomy.history', { who: staff })
  @Answer(200, codeVersions, 'Every version of an item with its author, the newest first.')
  versions(@Param('scheme', { schema: schemeParam }) scheme: Scheme, @Param('code', { schema: codeParam }) code: string) {
    return this.edits.history(scheme, code);
  }

  @Delete(':scheme/:code/versions/:id')
  @Can('taxonomy.edit', { who: administrators })
  @Answer(204, null, 'Takes back an edit whose day has not come.')
  withdraw(
    @Param('scheme', { schema: schemeParam }) scheme: Scheme,
    @Param('code', { schema: codeParam }) code: string,
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.edits.withdraw(actor, { scheme, code }, id);
  }

  @Post('currency/rates')
  @Can('taxonomy.edit', { who: administrators })
  @Answer(204, null)
  async rates(@Body({ schema: ratesBody }) { rates }: RatesBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.taxonomy.saveRates(actor, rates);
  }
}

/** For finding: case and accents do not matter. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const datesOf = ({ from, to }: Dated) => ({ ...(from !== null && { from }), ...(to !== null && { to }) });

const view = ({ code, parent, status, extra, ...dated }: CodeItem, name: string): CodeView => ({
  code,
  name,
  status,
  ...(parent !== null && { parent }),
  ...datesOf(dated),
  ...(Object.keys(extra).length > 0 && { extra: { ...extra } }),
});
