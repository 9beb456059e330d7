import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../../kernel/actor.js';
import { servesADesk } from '../../../modules/centres/index.js';
import { FiguresQueries, type FiguresQuery } from '../../../modules/reporting/index.js';
import { TaxonomyService } from '../../../modules/taxonomy/index.js';
import { BusinessClock } from '../../../platform/database/business-clock.js';
import { Can } from '../../../platform/http/index.js';
import { CurrentReader, Page, type Reader } from '../../page/index.js';
import { filterQuery } from '../frame/index.js';
import { csvOf } from './figures-csv.js';
import { FiguresPage } from './figures.page.js';

const day = z.iso.date().optional();
const figuresQuery = filterQuery(
  z.object({
    from: day,
    to: day,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
  }),
);
type Asked = z.infer<typeof figuresQuery>;

/** What happened in a period; officers of centres read those of their countries. */
@Controller('admin/figures')
export class FiguresPages {
  constructor(
    private readonly figures: FiguresQueries,
    private readonly taxonomy: TaxonomyService,
    private readonly clock: BusinessClock,
  ) {}

  @Get()
  @Can('figures.read', { who: servesADesk })
  @Page()
  async show(@Query({ schema: figuresQuery }) asked: Asked, @CurrentReader() { actor }: Reader) {
    const query = await this.periodOf(asked);
    const { counts, waits } = await this.read(actor as PersonActor, query);
    const own = this.figures.countriesOf(actor as PersonActor);
    const all = this.taxonomy.current().items('country');
    return <FiguresPage query={query} counts={counts} waits={waits} countries={own ?? all.map(({ code }) => code)} />;
  }

  @Get('figures.csv')
  @Can('figures.read', { who: servesADesk })
  @Page()
  async csv(@Query({ schema: figuresQuery }) asked: Asked, @CurrentReader() reader: Reader) {
    const query = await this.periodOf(asked);
    const { counts, waits } = await this.read(reader.actor as PersonActor, query);
    return new StreamableFile(Buffer.from(csvOf(reader, counts, waits)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="gate-figures-${query.from}-${query.to}.csv"`,
    });
  }

  private async read(actor: PersonActor, query: FiguresQuery) {
    const [counts, waits] = await Promise.all([this.figures.counts(actor, query), this.figures.waits(actor, query)]);
    return { counts, waits };
  }

  /** The year up to today, unless asked otherwise. */
  private async periodOf({ from, to, country }: Asked): Promise<FiguresQuery> {
    const today = (await this.clock.now()).toISOString().slice(0, 10);
    return { from: from ?? `${today.slice(0, 4)}-01-01`, to: to ?? today, country };
  }
}
