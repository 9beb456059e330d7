import { Controller, Get, Header, Param } from '@nestjs/common';
import { z } from 'zod';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { Public } from '../../platform/http/index.js';
import type { Language } from '../../platform/i18n/locales.js';
import { languageParam } from '../feeds/feed.schemas.js';
import { Translator } from '../i18n/translator.js';
import { INSIGHT_TABLES, insightCsv, type InsightTable } from './insight-tables.js';
import { InsightsService } from './insights.service.js';

export const tableFile = z.enum(INSIGHT_TABLES.map((name) => `${name}.csv` as const));

/** The figures behind the charts, to be reckoned with. */
@Controller('insights')
@Public()
export class InsightTablesController {
  constructor(
    private readonly insights: InsightsService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get(':language/:file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment')
  @Header('cache-control', 'public, max-age=600')
  async table(
    @Param('language', { schema: languageParam }) spoken: Language,
    @Param('file', { schema: tableFile }) asked: `${InsightTable}.csv`,
  ): Promise<string> {
    const book = this.taxonomy.current();
    return insightCsv(await this.insights.current(), asked.replace('.csv', '') as InsightTable, {
      t: (key) => Translator.for(spoken).text(key),
      name: (scheme, code) => book.name(scheme, code, spoken),
    });
  }
}
