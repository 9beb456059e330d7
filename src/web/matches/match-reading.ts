import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/errors.js';
import type { Actor } from '../../kernel/actor.js';
import { ListingViews } from '../../modules/listings/index.js';
import {
  MatchesService,
  MatchQuestions,
  MatchScreens,
  type MatchStepView,
  type MatchView,
  type OutcomeView,
  type QuestionsView,
} from '../../modules/matching/index.js';
import type { OrganizationLevel } from '../../modules/organizations/index.js';

/** What a match's page shows of a listing beside its line in the match, as far as the reader's level goes. */
export interface SideText {
  description?: string;
  codes?: readonly { scheme: string; code: string }[];
  organization?: { level: OrganizationLevel } | null;
  unnamed?: { level: OrganizationLevel; type: string; size: string | null };
  /** Fields that can be read in the reader's language. */
  translated?: Record<string, { text: string; language: string; origin: string }>;
}

/** A match with all that its page shows. */
export interface WholeMatch {
  match: MatchView;
  need: SideText | null;
  offer: SideText | null;
  questions: QuestionsView;
  history: readonly MatchStepView[];
  /** What became of the introduction, as far as the reader may know. */
  outcomes: readonly OutcomeView[];
}

/** Reads what the page, the print and the dossier of a match show, each part under its own policy. */
@Injectable()
export class MatchReading {
  constructor(
    private readonly matches: MatchesService,
    private readonly screens: MatchScreens,
    private readonly questions: MatchQuestions,
    private readonly listings: ListingViews,
  ) {}

  /** @throws DomainError `match.not-found`. */
  async whole(actor: Actor, id: string): Promise<WholeMatch> {
    const match = await this.matches.one(actor, id);
    const [need, offer, questions, history, outcomes] = await Promise.all([
      this.text(actor, match.need.id),
      this.text(actor, match.offer.id),
      this.questions.list(actor, id),
      this.screens.history(actor, id),
      isIntroduced(match) ? this.screens.outcomes(actor, id) : [],
    ]);
    return { match, need, offer, questions, history, outcomes };
  }

  /** Null for a listing that is no longer open: the match shows its line all the same. */
  private async text(actor: Actor, id: string): Promise<SideText | null> {
    try {
      return await this.listings.beside(actor, id);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'not-found') return null;
      throw error;
    }
  }
}

const isIntroduced = ({ introducedAt }: MatchView): boolean => introducedAt !== null;
