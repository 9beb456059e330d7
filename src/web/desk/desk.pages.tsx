import { Controller, Get, Query } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { DeskListsQueries, DeskQueries } from '../../modules/reviews/index.js';
import { NeedTriage } from '../../modules/seekers/index.js';
import { Can, CurrentActor, pageQuery, type PageQuery } from '../../platform/http/index.js';
import { Page } from '../page/index.js';
import { DeskPage } from './desk.page.js';
import { ExpiringPage } from './expiring.page.js';
import { TriagePage } from './triage.page.js';
import { desks } from './who.js';

const NEEDS = 50;

/** What waits at a desk, and lists in which nothing is decided. */
@Controller('desk')
export class DeskPages {
  constructor(
    private readonly desk: DeskQueries,
    private readonly lists: DeskListsQueries,
    private readonly triage: NeedTriage,
  ) {}

  @Get()
  @Can('review.list', { who: desks })
  @Page()
  async home(@CurrentActor() actor: PersonActor) {
    return <DeskPage lines={await this.desk.lines(actor)} />;
  }

  @Get('needs')
  @Can('need.triage', { who: desks })
  @Page()
  async needs(@CurrentActor() actor: PersonActor) {
    return <TriagePage needs={await this.triage.waiting(actor, { limit: NEEDS })} />;
  }

  @Get('expiring')
  @Can('review.list', { who: desks })
  @Page()
  async expiring(@Query({ schema: pageQuery }) query: PageQuery, @CurrentActor() actor: PersonActor) {
    return <ExpiringPage page={await this.lists.expiring(actor, query)} />;
  }
}
