import { Controller, Get } from '@nestjs/common';
import { TaxonomyService } from '../../../modules/taxonomy/index.js';
import { Can, staff } from '../../../platform/http/index.js';
import { completeness } from '../../i18n/completeness.js';
import { Page } from '../../page/index.js';
import { schemesWithGaps } from '../code-lists/gaps.js';
import { TranslationsPage } from './translations.page.js';

/** How whole the words of the exchange are in each language. */
@Controller('admin/translations')
export class TranslationsPages {
  constructor(private readonly taxonomy: TaxonomyService) {}

  @Get()
  @Can('admin.read', { who: staff })
  @Page()
  show() {
    return <TranslationsPage texts={completeness()} schemes={schemesWithGaps(this.taxonomy.current())} />;
  }
}
