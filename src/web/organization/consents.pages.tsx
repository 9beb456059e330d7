import { Controller, Get, Param, Post } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { ConsentRecords, ConsentsQueries } from '../../modules/centres/index.js';
import { Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { Page, redirect } from '../page/index.js';
import { ConsentsPage, WithdrawConsentPage } from './consents.page.js';
import { manages, organizationOf } from './own-organization.js';

/** Consents by which a centre acts for one's organization. */
@Controller('organization/consents')
export class ConsentsPages {
  constructor(
    private readonly queries: ConsentsQueries,
    private readonly records: ConsentRecords,
  ) {}

  @Get()
  @Can('consent.read')
  @Page()
  async list(@CurrentActor() actor: PersonActor) {
    const { items } = await this.queries.list(actor, organizationOf(actor));
    return <ConsentsPage consents={items} isManager={manages(actor)} />;
  }

  @Get(':id/withdraw')
  @Can('consent.withdraw')
  @Page()
  async ask(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    const consent = (await this.queries.list(actor, organizationOf(actor))).items.find((one) => one.id === id);
    if (!consent) throw notFound('consent');
    return <WithdrawConsentPage consent={consent} />;
  }

  @Post(':id/withdraw')
  @Can('consent.withdraw')
  @Page()
  async withdraw(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    await this.records.withdraw(actor, organizationOf(actor), id);
    return redirect('/organization/consents', 'consent-withdrawn');
  }
}
