import { Controller, Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { changesWanted, LISTING_KINDS, ListingReview, ReviewBriefing, verdict } from '../../modules/listings/index.js';
import { Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { type FormState, formState } from '../components/index.js';
import { desks } from '../desk/who.js';
import { CurrentReader, Form, type FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { APPROVE_FIELDS } from './approve-form.js';
import { askableFields, ChangesPage, type DecisionPageProps, RejectPage } from './decision.page.js';
import { ReviewPage } from './review.page.js';
import { ReviewReading, type ReviewView } from './review-reading.js';
import { underReview } from './reviewed-listing.js';
import type { Seen } from './seen-before.js';

const REJECT_FIELDS = ['reason', 'note', 'readBy'];
const changesFields = (view: ReviewView): string[] => ['reason', 'note', ...askableFields(view).map(({ path }) => `notes.${path}`)];
/** Words for single fields, by the path of each. */
const fieldNotes = z.object({ notes: z.record(z.string(), z.string().trim().max(2_000)) });

interface Sent {
  id: string;
  form: FormInput;
  reader: Reader;
  actor: PersonActor;
}

/** Decisions on listings: each says which version it is about. */
@Controller('desk/listings/:id')
export class DecisionPages {
  constructor(
    private readonly review: ListingReview,
    private readonly briefings: ReviewBriefing,
    private readonly reading: ReviewReading,
  ) {}

  @Post('approve')
  @Can('listing.approve', { who: desks })
  @Page()
  approve(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ) {
    const sent = { id, form, reader, actor };
    return this.decide(
      sent,
      APPROVE_FIELDS,
      async () => {
        const checklist = Object.fromEntries(form.list('checklist').map((key) => [key, true]));
        await this.review.approve(actor, target(sent), form.parse(verdict, { ...words(form), checklist }));
        return 'approved';
      },
      (props) => <ReviewPage {...props} />,
    );
  }

  @Get('request-changes')
  @Can('listing.request-changes', { who: desks })
  @Page()
  async changesForm(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    const view = await this.reading.read(actor, id);
    return <ChangesPage view={view} form={formState(changesFields(view))} seen={null} />;
  }

  @Post('request-changes')
  @Can('listing.request-changes', { who: desks })
  @Page()
  async requestChanges(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const sent = { id, form, reader, actor };
    const asked = ['reason', 'note', ...Object.keys(form.values).filter((name) => name.startsWith('notes.'))];
    return this.decide(
      sent,
      asked,
      async () => {
        const given = asked.filter((name) => name.startsWith('notes.') && form.text(name) !== undefined);
        const { notes } = form.parse(fieldNotes, { notes: Object.fromEntries(given.map((name) => [name.slice(6), form.text(name)])) });
        const fields = Object.entries(notes).map(([path, note]) => ({ path, note }));
        await this.review.requestChanges(actor, target(sent), form.parse(changesWanted, { ...words(form), fields }));
        return 'changes-asked';
      },
      // What is asked may have more fields by now than the form that was sent.
      (props) => (
        <ChangesPage
          {...props}
          form={{ ...props.form, values: { ...formState(changesFields(props.view)).values, ...props.form.values } }}
        />
      ),
    );
  }

  @Get('reject')
  @Can('listing.reject', { who: desks })
  @Page()
  async rejectForm(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return <RejectPage view={await this.reading.read(actor, id)} form={formState(REJECT_FIELDS)} seen={null} />;
  }

  @Post('reject')
  @Can('listing.reject', { who: desks })
  @Page()
  reject(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ) {
    const sent = { id, form, reader, actor };
    return this.decide(
      sent,
      REJECT_FIELDS,
      async () => {
        await this.review.reject(actor, target(sent), form.parse(verdict, words(form)));
        return 'rejected';
      },
      (props) => <RejectPage {...props} />,
    );
  }

  /** A decision that came too late is told with both versions, and keeps its words. */
  private decide(
    { id, form, reader, actor }: Sent,
    fields: readonly string[],
    work: () => Promise<string>,
    again: (props: DecisionPageProps) => VNode,
  ): Promise<PageAnswer> {
    return submitted(
      { reader, form, fields },
      async () => redirect('/desk/listings', await work()),
      async (state: FormState) => {
        const view = await this.reading.read(actor, id);
        return again({ view, form: state, seen: await this.seenBefore(form, view) });
      },
    );
  }

  private async seenBefore(form: FormInput, { listing }: ReviewView): Promise<Seen | null> {
    if (versionOf(form) === null || versionOf(form) === listing.version) return null;
    const [revision, now] = [Number(form.text('revision')), underReview(listing).revision];
    const changes = revision > 0 && revision < now ? await this.briefings.between(listing.id, revision, now) : [];
    return { revision, state: form.text('state') ?? '', changes };
  }
}

/** Without the version that was seen nothing is decided: 0 is nobody's. */
const target = ({ id, form }: Sent) => ({ id, kinds: LISTING_KINDS, seen: versionOf(form) ?? 0 });

function versionOf(form: FormInput): number | null {
  const version = form.number('version');
  return typeof version === 'number' && Number.isSafeInteger(version) ? version : null;
}

const words = (form: FormInput) => ({ reason: form.text('reason'), note: form.text('note'), readBy: form.text('readBy') });
