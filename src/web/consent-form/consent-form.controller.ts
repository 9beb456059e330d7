import { Controller, Get, Header, Headers, Query } from '@nestjs/common';
import { CentresQueries } from '../../modules/centres/index.js';
import { preferredLanguage } from '../../modules/identity/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { Public } from '../../platform/http/index.js';
import { languageOf } from '../../platform/i18n/locales.js';
import { consentFormPage } from './consent-form.page.js';
import { formQuery, type FormQuery } from './consent-form.schemas.js';

/** The form by which an organization lets officers act for it: printed, filled in by hand and signed. */
@Controller('consent-form')
export class ConsentFormController {
  constructor(
    private readonly centres: CentresQueries,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /** With a country it names the desk that serves it. */
  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('vary', 'accept-language')
  async form(@Query({ schema: formQuery }) { country, lang }: FormQuery, @Headers('accept-language') accepted?: string): Promise<string> {
    const language = languageOf(lang ?? preferredLanguage(accepted));
    const { centre, contact } = await this.centres.desk(country ?? '');
    const countryName = country === undefined ? null : this.taxonomy.current().name('country', country, language);
    return consentFormPage({ centre, country: country ?? null, countryName, email: contact.email, phone: contact.phone }, language);
  }
}
