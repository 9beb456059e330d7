import { Controller, Get, Param, Post } from '@nestjs/common';
import { codeParam, ratesBody, TaxonomyService } from '../../../modules/taxonomy/index.js';
import { administrators, Can } from '../../../platform/http/index.js';
import { dateNames, formState } from '../../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../../page/index.js';
import { RatePage } from './rate.page.js';

const RATE = 'rates.0';
const FIELDS = [`${RATE}.usdPerUnit`, ...dateNames(`${RATE}.from`), `${RATE}.source`];

/** What a currency is worth from a day on. */
@Controller('admin/code-lists/currency/:currency/rate')
export class RatesPages {
  constructor(private readonly taxonomy: TaxonomyService) {}

  @Get()
  @Can('taxonomy.edit', { who: administrators })
  @Page()
  ask(@Param('currency', { schema: codeParam }) currency: string) {
    return <RatePage currency={currency} form={formState(FIELDS)} />;
  }

  @Post()
  @Can('taxonomy.edit', { who: administrators })
  @Page()
  save(@Param('currency', { schema: codeParam }) currency: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return submitted(
      { reader, form, fields: FIELDS },
      async () => {
        const rate = {
          currency,
          usdPerUnit: form.number(`${RATE}.usdPerUnit`),
          from: form.date(`${RATE}.from`),
          source: form.text(`${RATE}.source`),
        };
        await this.taxonomy.saveRates(reader.actor, form.parse(ratesBody, { rates: [rate] }).rates);
        return redirect(`/admin/code-lists/currency/${currency}`, 'saved');
      },
      (state) => <RatePage currency={currency} form={state} />,
    );
  }
}
