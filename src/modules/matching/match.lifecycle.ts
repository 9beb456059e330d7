import { Lifecycle } from '../../kernel/state-machine.js';

export const MATCH_STATES = [
  'suggested',
  'held',
  'interest_provider',
  'interest_seeker',
  'under_review',
  'introduced',
  'in_dialogue',
  'converted',
  'declined',
  'rejected',
  'lapsed',
  'withdrawn',
  'superseded',
] as const;
export type MatchState = (typeof MATCH_STATES)[number];

export const MATCH_SIDES = ['provider', 'seeker'] as const;
export type MatchSide = (typeof MATCH_SIDES)[number];
export const otherSide = (side: MatchSide): MatchSide => (side === 'provider' ? 'seeker' : 'provider');

/**
 * What an actor is to one match: a side (editor or manager of its organization), an administrator who belongs to neither party,
 * the reviewer (the same, who neither brokered nor opened it), or the system.
 */
export const MATCH_ROLES = [...MATCH_SIDES, 'administrator', 'reviewer', 'system'] as const;
export type MatchRole = (typeof MATCH_ROLES)[number];

export const MATCH_TRANSITIONS = [
  'express-interest',
  'decline',
  'withdraw',
  'release',
  'approve',
  'reject',
  'appeal',
  'undo',
  'report-outcome',
  'begin-dialogue',
  'convert',
  'supersede',
  'return',
  'lapse',
] as const;
export type MatchTransition = (typeof MATCH_TRANSITIONS)[number];

/** States in which a match still waits for somebody: up to under_review. */
export const OPEN_STATES = ['suggested', 'held', 'interest_provider', 'interest_seeker', 'under_review'] as const satisfies readonly MatchState[];
/** States in which the parties know each other. */
export const INTRODUCED_STATES = ['introduced', 'in_dialogue', 'converted'] as const satisfies readonly MatchState[];

export const isOpen = (state: MatchState): boolean => (OPEN_STATES as readonly MatchState[]).includes(state);
export const isIntroduced = (state: MatchState): boolean => (INTRODUCED_STATES as readonly MatchState[]).includes(state);

/**
 * The life of a match (DESIGN 5). A yes said again is the answer to "still yes?": the same name, leading back to the same state.
 * Interest from `superseded` lets a person take up a suggestion that the engine has meanwhile replaced by better ones.
 */
export const matchLifecycle = new Lifecycle<MatchState, MatchTransition, MatchRole>({
  name: 'match',
  states: MATCH_STATES,
  initial: ['suggested', 'held'],
  transitions: [
    { name: 'express-interest', from: ['suggested', 'superseded', 'interest_provider'], to: 'interest_provider', actors: ['provider'] },
    { name: 'express-interest', from: ['suggested', 'superseded', 'interest_seeker'], to: 'interest_seeker', actors: ['seeker'] },
    { name: 'express-interest', from: ['interest_seeker', 'under_review'], to: 'under_review', actors: ['provider'] },
    { name: 'express-interest', from: ['interest_provider', 'under_review'], to: 'under_review', actors: ['seeker'] },
    { name: 'decline', from: ['suggested', 'interest_seeker'], to: 'declined', actors: ['provider'], reason: 'required' },
    { name: 'decline', from: ['suggested', 'interest_provider'], to: 'declined', actors: ['seeker'], reason: 'required' },
    { name: 'withdraw', from: ['held', 'interest_provider', 'under_review'], to: 'withdrawn', actors: ['provider'], reason: 'optional' },
    { name: 'withdraw', from: ['held', 'interest_seeker', 'under_review'], to: 'withdrawn', actors: ['seeker'], reason: 'optional' },
    { name: 'withdraw', from: OPEN_STATES, to: 'withdrawn', actors: ['system'] },
    { name: 'release', from: ['held'], to: 'suggested', actors: ['administrator'], reason: 'optional' },
    { name: 'approve', from: ['under_review'], to: 'introduced', actors: ['reviewer'], reason: 'optional' },
    { name: 'reject', from: OPEN_STATES, to: 'rejected', actors: ['reviewer'], reason: 'required' },
    { name: 'appeal', from: ['rejected'], to: 'under_review', actors: MATCH_SIDES },
    // What had been said before is said again in the same step, so that the match stands where it stood.
    { name: 'undo', from: ['declined'], to: 'suggested', actors: MATCH_SIDES },
    { name: 'undo', from: ['rejected'], to: 'suggested', actors: ['reviewer'] },
    { name: 'report-outcome', from: ['introduced'], to: 'introduced', actors: MATCH_SIDES },
    { name: 'report-outcome', from: ['in_dialogue'], to: 'in_dialogue', actors: MATCH_SIDES },
    { name: 'begin-dialogue', from: ['introduced'], to: 'in_dialogue', actors: ['system'] },
    { name: 'convert', from: ['introduced', 'in_dialogue'], to: 'converted', actors: ['system'] },
    { name: 'supersede', from: ['suggested', 'held'], to: 'superseded', actors: ['system'] },
    { name: 'return', from: ['superseded', 'declined'], to: 'suggested', actors: ['system'] },
    { name: 'lapse', from: [...OPEN_STATES, 'introduced', 'in_dialogue'], to: 'lapsed', actors: ['system'] },
  ],
});
