import { Controller, Get } from '@nestjs/common';
import { CentresQueries } from '../../modules/centres/index.js';
import { Public } from '../../platform/http/index.js';
import { Page } from '../page/index.js';
import { ContactPage } from './contact.page.js';

/** Whom to write to: the global desk, and the centres. */
@Controller('contact')
@Public()
export class ContactPages {
  constructor(private readonly centres: CentresQueries) {}

  @Get()
  @Page()
  async contact() {
    const [global, centres] = await Promise.all([this.centres.globalContact(), this.centres.inForce()]);
    return <ContactPage global={global} centres={centres} />;
  }
}
