import { Controller, Get } from '@nestjs/common';
import { EnginesService } from '../../modules/catalogue/index.js';
import { workedExample } from '../../modules/matching/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { Public } from '../../platform/http/index.js';
import { CurrentReader, Page, type Reader } from '../page/index.js';
import { HelpPage } from './help.page.js';
import { ScoresPage } from './scores.page.js';

@Controller('help')
@Public()
export class HelpPages {
  constructor(
    private readonly engines: EnginesService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Page()
  help() {
    return <HelpPage />;
  }

  @Get('scores')
  @Page()
  scores(@CurrentReader() { language }: Reader) {
    return <ScoresPage example={workedExample(this.engines.weights, this.taxonomy.current(), language)} />;
  }
}
