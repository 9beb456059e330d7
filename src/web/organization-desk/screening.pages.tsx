import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { hitDecision, type HitView, ScreeningQueries, ScreeningService } from '../../modules/screening/index.js';
import { Can, CurrentActor, pageQuery, staff, uuid } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { filters } from '../page/filters.js';
import { CurrentReader, Form, type FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { HitPage, HitsPage } from './screening.page.js';

const FIELDS = ['outcome', 'reason', 'note'];
const listQuery = filters(pageQuery.extend({ status: z.enum(['open', 'confirmed']).default('open') }));
type ListQuery = z.infer<typeof listQuery>;
const outcome = z.object({ outcome: z.enum(['cleared', 'confirmed']) });

/** Names that were found on a list: whether it is the one meant is for a person to say. */
@Controller('desk/screening')
export class ScreeningPages {
  constructor(
    private readonly queries: ScreeningQueries,
    private readonly screening: ScreeningService,
  ) {}

  @Get()
  @Can('screening.read', { who: staff })
  @Page()
  async list(@Query({ schema: listQuery }) query: ListQuery) {
    return <HitsPage page={await this.queries.hits(query)} status={query.status} />;
  }

  @Get(':id')
  @Can('screening.read', { who: staff })
  @Page()
  async one(@Param('id', { schema: uuid }) id: string) {
    return <HitPage hit={await this.queries.hit(id)} form={formState(FIELDS)} />;
  }

  @Post(':id')
  @Can('screening.decide', { who: staff })
  @Page()
  async decide(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const hit: HitView = await this.queries.hit(id);
    return submitted(
      { reader, form, fields: FIELDS },
      async () => {
        const chosen = form.parse(outcome.and(hitDecision), {
          outcome: form.text('outcome'),
          reason: form.text('reason'),
          note: form.text('note'),
        });
        await this.screening.decide(actor, id, chosen.outcome, { reason: chosen.reason, ...(chosen.note && { note: chosen.note }) });
        return redirect(`/desk/organizations/${hit.organization.id}`, `hit-${chosen.outcome}`);
      },
      (state) => <HitPage hit={hit} form={state} />,
    );
  }
}
