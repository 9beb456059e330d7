import { Lifecycle, type Transition } from '../../kernel/state-machine.js';

export const LISTING_STATES = [
  'draft',
  'submitted',
  'centre_review',
  'global_review',
  'changes_requested',
  'published',
  'expiring',
  'paused',
  'suspended',
  'fulfilled',
  'expired',
  'withdrawn',
  'rejected',
  'archived',
] as const;
export type ListingState = (typeof LISTING_STATES)[number];

/** Where a revision stands that waits beside a published one. `accepted` and `dropped` end it and are never stored. */
export const PENDING_STATES = ['draft', 'submitted', 'centre_review', 'global_review', 'changes_requested', 'accepted', 'dropped'] as const;
export type PendingState = (typeof PENDING_STATES)[number];

/** Open to the world, as far as the listing itself decides. */
export const OPEN_STATES = ['published', 'expiring'] as const satisfies readonly ListingState[];
/** A revision has been published and the listing may be open again: an edit waits beside it. */
export const LIVE_STATES = ['published', 'expiring', 'paused'] as const satisfies readonly ListingState[];
export const REVIEW_STAGES = ['centre_review', 'global_review'] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];

/** `officer` of the owner's country; `editor` and `manager` of the owner; a desk is `editor` of what it entered on behalf, by consent. */
export const LISTING_ROLES = ['editor', 'manager', 'officer', 'administrator', 'system'] as const;
export type ListingRole = (typeof LISTING_ROLES)[number];

export const REVIEW_TRANSITIONS = [
  'submit',
  'start-centre-review',
  'start-global-review',
  'pass-on',
  'approve',
  'request-changes',
  'reject',
] as const;
export type ReviewTransition = (typeof REVIEW_TRANSITIONS)[number];
export type ListingTransition =
  | ReviewTransition
  | 'publish-imported'
  | 'start-expiring'
  | 'renew'
  | 'expire'
  | 'pause'
  | 'resume'
  | 'suspend'
  | 'fulfil'
  | 'withdraw'
  | 'archive';

const OWNER = ['editor', 'manager'] as const;

// A new listing and a revision that waits beside a published one pass the same review; only the ends have other names.
type Reviewed = 'draft' | 'submitted' | ReviewStage | 'changes_requested';
const review = <State extends string>(approved: State, rejected: State): Transition<State | Reviewed, ReviewTransition, ListingRole>[] => [
  { name: 'submit', from: ['draft', 'changes_requested'], to: 'submitted', actors: OWNER },
  { name: 'start-centre-review', from: ['submitted'], to: 'centre_review', actors: ['system'] },
  { name: 'start-global-review', from: ['submitted'], to: 'global_review', actors: ['system'] },
  // The centre has approved and the global desk looks as well, or the centre has let it lie.
  { name: 'pass-on', from: ['centre_review'], to: 'global_review', actors: ['system'] },
  { name: 'approve', from: ['centre_review'], to: approved, actors: ['officer', 'administrator'] },
  { name: 'approve', from: ['global_review'], to: approved, actors: ['administrator'] },
  { name: 'request-changes', from: ['centre_review'], to: 'changes_requested', actors: ['officer', 'administrator'] },
  { name: 'request-changes', from: ['global_review'], to: 'changes_requested', actors: ['administrator'] },
  { name: 'reject', from: ['centre_review'], to: rejected, actors: ['officer', 'administrator'], reason: 'required' },
  { name: 'reject', from: ['global_review'], to: rejected, actors: ['administrator'], reason: 'required' },
];

/** The life of a listing (DESIGN 5): one review step or two, twelve months, then renewed or expired. */
export const listingLifecycle = new Lifecycle<ListingState, ListingTransition, ListingRole>({
  name: 'listing',
  states: LISTING_STATES,
  initial: ['draft'],
  transitions: [
    ...review<ListingState>('published', 'rejected'),
    { name: 'publish-imported', from: ['draft'], to: 'published', actors: ['administrator'] },
    { name: 'start-expiring', from: ['published'], to: 'expiring', actors: ['system'] },
    { name: 'renew', from: ['published', 'expiring', 'expired'], to: 'published', actors: OWNER },
    { name: 'expire', from: ['published', 'expiring', 'paused'], to: 'expired', actors: ['system'] },
    { name: 'pause', from: OPEN_STATES, to: 'paused', actors: [...OWNER, 'system'], reason: 'optional' },
    { name: 'resume', from: ['paused'], to: 'published', actors: OWNER },
    { name: 'resume', from: ['suspended'], to: 'published', actors: ['administrator'] },
    { name: 'suspend', from: LIVE_STATES, to: 'suspended', actors: ['administrator'], reason: 'required' },
    { name: 'fulfil', from: LIVE_STATES, to: 'fulfilled', actors: [...OWNER, 'system'], reason: 'optional' },
    {
      name: 'withdraw',
      from: ['draft', ...REVIEW_STAGES, 'changes_requested', ...LIVE_STATES],
      to: 'withdrawn',
      actors: OWNER,
      reason: 'optional',
    },
    { name: 'archive', from: ['expired', 'withdrawn', 'fulfilled', 'rejected'], to: 'archived', actors: [...OWNER, 'system'] },
  ],
});

/** The life of a revision beside the published one, which stays visible until this one is accepted. */
export const pendingLifecycle = new Lifecycle<PendingState, ReviewTransition, ListingRole>({
  name: 'listing',
  states: PENDING_STATES,
  initial: ['draft'],
  transitions: review<PendingState>('accepted', 'dropped'),
});

const includes = <T extends string>(list: readonly T[], value: string): value is T => (list as readonly string[]).includes(value);
export const isLive = (state: ListingState): boolean => includes(LIVE_STATES, state);
export const isReviewStage = (state: ListingState | PendingState | null): state is ReviewStage =>
  state !== null && includes(REVIEW_STAGES, state);
export const isReviewTransition = (name: ListingTransition): name is ReviewTransition => includes(REVIEW_TRANSITIONS, name);

interface Standing {
  state: ListingState;
  pendingState: PendingState | null;
}

/** True when a review transition concerns the revision waiting beside the published one, not the listing as a whole. */
export const concernsPending = ({ state, pendingState }: Standing, name: ListingTransition): name is ReviewTransition =>
  pendingState !== null && isLive(state) && isReviewTransition(name);

/** The transitions open to these roles now, those of a waiting revision included: the buttons of a page. */
export const allowedTransitions = (listing: Standing, roles: readonly ListingRole[]): ListingTransition[] => {
  const own = listingLifecycle.allowed(listing.state, roles);
  const pending = listing.pendingState !== null && isLive(listing.state) ? pendingLifecycle.allowed(listing.pendingState, roles) : [];
  return [...own, ...pending];
};

/** Whether the content may be changed: in a draft, when changes were asked for, or as a revision beside the published one. */
export const isEditable = ({ state, pendingState }: Standing): boolean =>
  isLive(state)
    ? pendingState === null || includes(['draft', 'changes_requested'], pendingState)
    : includes(['draft', 'changes_requested'], state);
