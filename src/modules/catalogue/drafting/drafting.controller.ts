import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Answer, Can, CurrentActor, uuid } from '../../../platform/http/index.js';
import { type ListingKind, OFFER_KINDS } from '../../listings/index.js';
import { CodeSuggestions } from './code-suggestions.service.js';
import {
  codeSuggestions,
  codeSuggestionsBody,
  type CodeSuggestionsBody,
  similarListings,
  type SimilarListing,
} from './drafting.schemas.js';
import { SimilarListings } from './similar-listings.service.js';

/** Help for whoever writes a listing, and for its reviewers. */
@Controller('api/v1')
export class DraftingController {
  constructor(
    private readonly suggestions: CodeSuggestions,
    private readonly similar: SimilarListings,
  ) {}

  @Post('code-suggestions')
  @HttpCode(200)
  @Can('listing.suggest-codes')
  @Answer(200, codeSuggestions, 'Codes your text may deserve; confirm those that are right with "origin": "suggested".')
  async codes(@Body({ schema: codeSuggestionsBody }) body: CodeSuggestionsBody) {
    return { items: await this.suggestions.for(body) };
  }

  @Get('offers/:id/similar')
  @Can('listing.similar')
  @Answer(200, similarListings, 'Offers that say nearly the same: a hint before submitting.')
  offers(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor) {
    return this.of(actor, id, OFFER_KINDS);
  }

  @Get('needs/:id/similar')
  @Can('listing.similar')
  @Answer(200, similarListings, 'Needs that say nearly the same: a hint before submitting.')
  needs(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor) {
    return this.of(actor, id, ['need']);
  }

  private async of(actor: Actor, id: string, kinds: readonly ListingKind[]): Promise<{ items: SimilarListing[] }> {
    return { items: await this.similar.of(actor, id, kinds) };
  }
}
