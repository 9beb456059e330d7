import { Controller, Get, Post } from '@nestjs/common';
import { ExampleRemoval } from '../../../modules/examples/index.js';
import { administrators, Can } from '../../../platform/http/index.js';
import { formState } from '../../components/index.js';
import { CurrentReader, Page, type Reader, redirect } from '../../page/index.js';
import { ConfirmPage } from '../frame/index.js';

const PART = '/admin/system';

/** Takes the example exchange away, after a question. */
@Controller('admin/examples')
@Can('examples.remove', { who: administrators })
export class ExamplesPages {
  constructor(private readonly removal: ExampleRemoval) {}

  @Get()
  @Page()
  ask(@CurrentReader() { t }: Reader) {
    return (
      <ConfirmPage
        title={t('admin.examples.title')}
        text={t('admin.examples.text')}
        part={PART}
        action="/admin/examples"
        back={PART}
        button={t('admin.examples.remove')}
        form={formState([])}
      />
    );
  }

  @Post()
  @Page()
  async remove(@CurrentReader() { actor }: Reader) {
    await this.removal.remove(actor);
    return redirect(PART, 'admin.examples-removed');
  }
}
