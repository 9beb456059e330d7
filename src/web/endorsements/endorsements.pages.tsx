import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { Uploads } from '../../modules/files/index.js';
import {
  EndorsementLetters,
  endorsementWithdrawal,
  LISTING_KINDS,
  ListingEndorsements,
  ListingViews,
  newEndorsement,
  type ShownEndorsement,
} from '../../modules/listings/index.js';
import { DeskListsQueries } from '../../modules/reviews/index.js';
import { Can, CurrentActor, pageQuery, Sent, type SentFile, uuid, type Who } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { REASON_FIELDS, ReasonFormPage, type ReasonFormProps } from '../desk/reason-form.page.js';
import { desks } from '../desk/who.js';
import { filters } from '../page/filters.js';
import { CurrentReader, Form, FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { ENDORSEMENT_FIELDS, EndorsementsPage, LetterPage, NewEndorsementPage } from './endorsements.page.js';

const officers: Who = ({ officerOf }) => officerOf.length > 0;
const listQuery = filters(pageQuery.extend({ reference: z.string().trim().max(60).optional() }));
type ListQuery = z.infer<typeof listQuery>;

interface Endorsed {
  id: string;
  title: string;
  endorsements?: ShownEndorsement[];
}

/** Government endorsements: recorded by the officers of the owner's country, with the letter, and withdrawn. */
@Controller('desk')
export class EndorsementPages {
  constructor(
    private readonly endorsements: ListingEndorsements,
    private readonly letters: EndorsementLetters,
    private readonly uploads: Uploads,
    private readonly views: ListingViews,
    private readonly lists: DeskListsQueries,
  ) {}

  @Get('endorsements')
  @Can('listing.endorse', { who: desks })
  @Page()
  async list(
    @Query({ schema: listQuery }) { reference, ...query }: ListQuery,
    @CurrentReader() { t }: Reader,
    @CurrentActor() actor: PersonActor,
  ) {
    const id = reference !== undefined && officers(actor) ? await this.lists.find(actor, reference) : null;
    if (id !== null) return redirect(`/desk/listings/${id}/endorsements/new`);
    const faults = reference === undefined ? [] : [{ path: 'reference', message: t('endorsement.no-listing') }];
    const page = await this.lists.endorsements(actor, query);
    return <EndorsementsPage page={page} form={formState(['reference'], { reference }, faults)} mayRecord={officers(actor)} />;
  }

  @Get('listings/:id/endorsements/new')
  @Can('listing.endorse', { who: officers })
  @Page()
  async newForm(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return <NewEndorsementPage listing={await this.listing(actor, id)} form={formState(ENDORSEMENT_FIELDS)} />;
  }

  @Post('listings/:id/endorsements/new')
  @Can('listing.endorse', { who: officers })
  @Page()
  async endorse(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const listing = await this.listing(actor, id);
    return submitted(
      { reader, form, fields: ENDORSEMENT_FIELDS },
      async () => {
        const [institution, person, position, document] = ['institution', 'person', 'position', 'document'].map((name) => form.text(name));
        const days = { on: form.date('on'), until: form.date('until') };
        await this.endorsements.endorse(actor, id, form.parse(newEndorsement, { institution, person, position, document, ...days }));
        return redirect(`/desk/listings/${id}`, 'endorsed');
      },
      (state) => <NewEndorsementPage listing={listing} form={state} />,
    );
  }

  @Get('listings/:id/endorsements/:endorsementId/letter')
  @Can('listing.attach-letter', { who: officers })
  @Page()
  async letterForm(
    @Param('id', { schema: uuid }) id: string,
    @Param('endorsementId', { schema: uuid }) endorsementId: string,
    @CurrentActor() actor: PersonActor,
  ) {
    return <LetterPage listing={await this.listing(actor, id, endorsementId)} form={formState(['file'])} endorsementId={endorsementId} />;
  }

  @Post('listings/:id/endorsements/:endorsementId/letter')
  @Can('listing.attach-letter', { who: officers })
  @Page()
  async attach(
    @Param('id', { schema: uuid }) id: string,
    @Param('endorsementId', { schema: uuid }) endorsementId: string,
    @Sent() sent: SentFile,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const listing = await this.listing(actor, id, endorsementId);
    return submitted(
      { reader, form: new FormInput(sent.words), fields: ['file'] },
      async () => {
        const { id: file } = await this.uploads.take(actor, sent);
        await this.letters.attach(actor, id, endorsementId, file);
        return redirect(`/desk/listings/${id}`, 'letter-added');
      },
      (state) => <LetterPage listing={listing} form={state} endorsementId={endorsementId} />,
    );
  }

  @Get('listings/:id/endorsements/:endorsementId/withdraw')
  @Can('listing.withdraw-endorsement', { who: officers })
  @Page()
  async withdrawForm(
    @Param('id', { schema: uuid }) id: string,
    @Param('endorsementId', { schema: uuid }) endorsementId: string,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ) {
    return (
      <ReasonFormPage
        {...withdrawing(reader, await this.listing(actor, id, endorsementId), endorsementId)}
        form={formState(REASON_FIELDS)}
      />
    );
  }

  @Post('listings/:id/endorsements/:endorsementId/withdraw')
  @Can('listing.withdraw-endorsement', { who: officers })
  @Page()
  async withdraw(
    @Param('id', { schema: uuid }) id: string,
    @Param('endorsementId', { schema: uuid }) endorsementId: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const props = withdrawing(reader, await this.listing(actor, id, endorsementId), endorsementId);
    return submitted(
      { reader, form, fields: REASON_FIELDS },
      async () => {
        const body = form.parse(endorsementWithdrawal, { reason: form.text('reason'), note: form.text('note') });
        await this.endorsements.withdraw(actor, id, endorsementId, body);
        return redirect(`/desk/listings/${id}`, 'endorsement-withdrawn');
      },
      (state) => <ReasonFormPage {...props} form={state} />,
    );
  }

  /** The listing, and one of its endorsements where one is named. @throws DomainError 404. */
  private async listing(actor: PersonActor, id: string, endorsementId?: string): Promise<Endorsed> {
    const listing = (await this.views.one(actor, id, LISTING_KINDS)) as unknown as Endorsed;
    if (endorsementId !== undefined && !listing.endorsements?.some((one) => one.id === endorsementId)) throw notFound('endorsement');
    return listing;
  }
}

const withdrawing = ({ t }: Reader, { id, title }: Endorsed, endorsementId: string): Omit<ReasonFormProps, 'form'> => ({
  title: t('endorsement.withdraw'),
  about: title,
  text: t('endorsement.withdraw-text'),
  action: `/desk/listings/${id}/endorsements/${endorsementId}/withdraw`,
  reasons: 'endorsement',
  submit: t('endorsement.withdraw'),
  isWarning: true,
  way: [{ text: title, path: `/desk/listings/${id}` }],
});
