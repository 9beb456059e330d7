import { defineEvent } from '../../platform/events/domain-events.js';
import type { MatchSide, MatchState, MatchTransition } from './match.lifecycle.js';

/** A run put so many offers (or needs) before the owner of a listing that she was never told of. Told once a listing and run. */
export const matchesFound = defineEvent<{ listingId: string; side: MatchSide; count: number; run: string }>('match.found');

/**
 * A person or the system took a match a step further. `side` is the acting side, null for staff and system; `version` tells two steps
 * of the same name apart. `open` made the match by hand, `ask-again` wants a side to confirm its yes.
 */
export const matchMoved = defineEvent<{
  matchId: string;
  name: MatchTransition | 'open' | 'ask-again';
  from: MatchState | null;
  to: MatchState;
  side: MatchSide | null;
  personId: string | null;
  reason: string | null;
  /** Whether the reason is for the other side too. */
  shared: boolean;
  version: number;
}>('match.moved');

/** Somebody has let a match wait: `nudge` says what is done about it, and `since` since when; of an outcome question, the days after the introduction. */
export const matchWaiting = defineEvent<{
  matchId: string;
  waitsFor: MatchSide | 'administrators' | 'both';
  nudge: 'remind' | 'tell-desk' | 'lapse' | 'tell-administrators' | 'ask-outcome' | 'outcomes-differ';
  since: string;
}>('match.waiting');

/** The last side of a match that both want has been verified: administrators may decide now. */
export const matchReady = defineEvent<{ matchId: string }>('match.ready');

/** A question waits for an answer, or an answer for whoever asked. */
export const matchAsked = defineEvent<{ matchId: string; waits: MatchSide | 'administrators'; answered: boolean }>('match.asked');
