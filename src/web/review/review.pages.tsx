import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { ReviewClaims } from '../../modules/listings/index.js';
import { assignment, type ReviewItem, ReviewsQueries, reviewsQuery, type ReviewsQuery } from '../../modules/reviews/index.js';
import { administrators, Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { type FormState, formState } from '../components/index.js';
import { ASSIGN_FIELDS, AssignPage } from '../desk/assign.page.js';
import { desks } from '../desk/who.js';
import { filters } from '../page/filters.js';
import { CurrentReader, Form, type FormInput, Page, type PageAnswer, type Reader, redirect, submitted, withStatus } from '../page/index.js';
import { faultsIn } from '../page/tell-faults.js';
import { APPROVE_FIELDS } from './approve-form.js';
import { ReviewPage } from './review.page.js';
import { ReviewReading } from './review-reading.js';
import { ReviewQueuePage } from './review-queue.page.js';

const queueQuery = filters(reviewsQuery);
const ticked = z.object({ id: z.array(z.uuid()).min(1).max(100) });

/** The queue of reviews, and each of them: taken on, released, given to a colleague. */
@Controller('desk/listings')
export class ReviewPages {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly claims: ReviewClaims,
    private readonly reading: ReviewReading,
  ) {}

  @Get()
  @Can('review.list', { who: desks })
  @Page()
  async queue(@Query({ schema: queueQuery }) query: ReviewsQuery, @CurrentActor() actor: PersonActor) {
    return this.queuePage(actor, query);
  }

  /** Several at once are taken on, never decided on. */
  @Post('take')
  @Can('review.claim', { who: desks })
  @Page()
  take(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor): Promise<PageAnswer> {
    return submitted(
      { reader, form, fields: ['id'] },
      async () => {
        const refused = await this.claims.claimSeveral(actor, form.parse(ticked, { id: form.list('id') }).id);
        if (refused.length === 0) return redirect('/desk/listings', 'claimed-several');
        const faults = refused.map(({ code, detail }) => ({ path: '', code, message: detail }));
        return withStatus(409, await this.queuePage(actor, reviewsQuery.parse({}), formState(['id'], {}, faultsIn(reader, faults))));
      },
      (state) => this.queuePage(actor, reviewsQuery.parse({}), state),
    );
  }

  @Get(':id')
  @Can('review.read', { who: desks })
  @Page()
  async one(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return <ReviewPage view={await this.reading.read(actor, id)} form={formState(APPROVE_FIELDS)} />;
  }

  @Post(':id/claim')
  @Can('review.claim', { who: desks })
  @Page()
  claim(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ) {
    return this.act(id, form, reader, actor, 'claimed', () => this.claims.claim(actor, id));
  }

  @Post(':id/release')
  @Can('review.release', { who: desks })
  @Page()
  release(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ) {
    return this.act(id, form, reader, actor, 'released', () => this.claims.release(actor, id));
  }

  @Get(':id/assign')
  @Can('review.assign', { who: administrators })
  @Page()
  async assignForm(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    const item = await this.reviews.one(actor, id);
    return this.assigning(reader, item, formState(ASSIGN_FIELDS));
  }

  @Post(':id/assign')
  @Can('review.assign', { who: administrators })
  @Page()
  async assign(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const item = await this.reviews.one(actor, id);
    return submitted(
      { reader, form, fields: ASSIGN_FIELDS },
      async () => {
        await this.claims.assign(actor, id, form.parse(assignment, { personId: form.text('personId') }).personId);
        return redirect(`/desk/listings/${id}`, 'assigned');
      },
      (state) => this.assigning(reader, item, state),
    );
  }

  private async assigning({ t }: Reader, item: ReviewItem, form: FormState) {
    const queue = { text: t('review.queue'), path: '/desk/listings' };
    const { title, language } = item;
    const props = { title, language, path: `/desk/listings/${item.id}`, queue, reviewers: await this.reviews.reviewers(item) };
    return <AssignPage {...props} form={form} />;
  }

  private async queuePage(actor: PersonActor, query: ReviewsQuery, form = formState(['id'])) {
    const [page, choices] = await Promise.all([this.reviews.page(actor, query), this.reviews.choices(actor)]);
    return <ReviewQueuePage page={page} query={query} choices={choices} form={form} />;
  }

  private async act(id: string, form: FormInput, reader: Reader, actor: PersonActor, done: string, work: () => Promise<void>) {
    await this.reviews.one(actor, id);
    return submitted(
      { reader, form, fields: APPROVE_FIELDS },
      async () => {
        await work();
        return redirect(`/desk/listings/${id}`, done);
      },
      async (state) => <ReviewPage view={await this.reading.read(actor, id)} form={state} />,
    );
  }
}
