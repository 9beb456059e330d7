import { Body, Controller, Get, Param, Post, Put, type StreamableFile } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { Answer, AnswerFile, Can, CurrentActor, Idempotent, uuid } from '../../platform/http/index.js';
import { FILE_MEDIA } from '../../platform/storage/index.js';
import { LISTING_KINDS } from './content.schemas.js';
import { newAttachedFile, type NewAttachedFile } from '../files/index.js';
import { EndorsementLetters } from './endorsement-letters.service.js';
import { endorsementWithdrawal, newEndorsement, type EndorsementWithdrawal, type NewEndorsement } from './endorsement.schemas.js';
import { ListingEndorsements } from './listing-endorsements.service.js';
import { ListingViews } from './listing-views.queries.js';
import { listingView } from './listing.schemas.js';

/** Government endorsements of offers and needs; they are read with the listing. */
@Controller('api/v1/listings/:id/endorsements')
export class ListingEndorsementsController {
  constructor(
    private readonly endorsements: ListingEndorsements,
    private readonly letters: EndorsementLetters,
    private readonly views: ListingViews,
  ) {}

  @Post()
  @Can('listing.endorse')
  @Idempotent({ replay: 'listing' })
  @Answer(201, listingView, 'Records that the government of its owner’s country endorses a listing; for officers of that country.')
  async endorse(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: newEndorsement }) body: NewEndorsement,
    @CurrentActor() actor: PersonActor,
  ): Promise<Record<string, unknown>> {
    await this.endorsements.endorse(actor, id, body);
    return this.listing(id, actor);
  }

  @Post(':endorsementId/withdraw')
  @Can('listing.withdraw-endorsement')
  @Idempotent({ replay: 'listing' })
  @Answer(200, listingView, 'Takes an endorsement back, with a reason; the record stays for its owner and the house.')
  async withdraw(
    @Param('id', { schema: uuid }) id: string,
    @Param('endorsementId', { schema: uuid }) endorsementId: string,
    @Body({ schema: endorsementWithdrawal }) body: EndorsementWithdrawal,
    @CurrentActor() actor: PersonActor,
  ): Promise<Record<string, unknown>> {
    await this.endorsements.withdraw(actor, id, endorsementId, body);
    return this.listing(id, actor);
  }

  @Put(':endorsementId/letter')
  @Can('listing.attach-letter')
  @Answer(200, listingView, 'Adds the letter to an endorsement, a file that was sent before; once, by officers of its owner’s country.')
  async attach(
    @Param('id', { schema: uuid }) id: string,
    @Param('endorsementId', { schema: uuid }) endorsementId: string,
    @Body({ schema: newAttachedFile }) { file }: NewAttachedFile,
    @CurrentActor() actor: PersonActor,
  ): Promise<Record<string, unknown>> {
    await this.letters.attach(actor, id, endorsementId, file);
    return this.listing(id, actor);
  }

  @Get(':endorsementId/letter')
  @Can('listing.read-letter')
  @AnswerFile(FILE_MEDIA, 'The letter of an endorsement, for introduced parties, the owner and the house.')
  letter(
    @Param('id', { schema: uuid }) id: string,
    @Param('endorsementId', { schema: uuid }) endorsementId: string,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    return this.letters.open(actor, id, endorsementId);
  }

  /** Answers a repeated call. */
  listing(id: string, actor: Actor): Promise<Record<string, unknown>> {
    return this.views.one(actor, id, LISTING_KINDS);
  }
}
