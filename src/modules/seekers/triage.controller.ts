import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor } from '../../platform/http/index.js';
import { NeedTriage } from './need-triage.service.js';
import { triageAnswer, triageQuery, type TriageQuery } from './triage.schemas.js';

/** Registered before the needs, so that its address is not taken for one of them. */
@Controller('api/v1/needs/triage')
export class TriageController {
  constructor(private readonly needs: NeedTriage) {}

  @Get()
  @Can('need.triage')
  @Answer(200, triageAnswer, 'Needs you review, in the order to look at them: eligible, then priority, then balance, with reasons.')
  async list(@Query({ schema: triageQuery }) query: TriageQuery, @CurrentActor() actor: Actor) {
    return { items: await this.needs.waiting(actor, query) };
  }
}
