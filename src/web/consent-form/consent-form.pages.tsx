import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { CentresQueries } from '../../modules/centres/index.js';
import { countryParam } from '../../modules/organizations/index.js';
import { Public } from '../../platform/http/index.js';
import { filters } from '../page/filters.js';
import { Page } from '../page/index.js';
import { ConsentFormPage } from './consent-form.page.js';

const formQuery = filters(z.strictObject({ country: countryParam.optional() }));
type FormQuery = z.infer<typeof formQuery>;

/** The form by which an organization lets officers act for it: printed, filled in by hand and signed. */
@Controller('consent-form')
export class ConsentFormPages {
  constructor(private readonly centres: CentresQueries) {}

  /** With a country it names the desk that serves it. */
  @Get()
  @Public()
  @Page()
  async form(@Query({ schema: formQuery }) { country }: FormQuery) {
    return <ConsentFormPage desk={await this.centres.desk(country ?? '')} country={country} />;
  }
}
