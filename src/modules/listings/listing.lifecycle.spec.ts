import fc from 'fast-check';
import {
  allowedTransitions,
  concernsPending,
  isEditable,
  isReviewStage,
  LISTING_ROLES,
  listingLifecycle,
  type ListingRole,
  type ListingState,
  type ListingTransition,
  OPEN_STATES,
  pendingLifecycle,
  type PendingState,
} from './listing.lifecycle.js';

const NAMES = [...new Set(listingLifecycle.definition.transitions.map((edge) => edge.name))];

/** A listing as the tables alone move it; `approved` counts the acts that make content public. */
interface Model {
  state: ListingState;
  pendingState: PendingState | null;
  approved: number;
}

const newModel = (): Model => ({ state: 'draft', pendingState: null, approved: 0 });

class Step implements fc.Command<Model, { trace: string[] }> {
  constructor(
    private readonly name: ListingTransition,
    private readonly role: ListingRole,
  ) {}

  check(): boolean {
    return true;
  }

  run(model: Model, real: { trace: string[] }): void {
    const before = { ...model };
    const allowed = allowedTransitions(model, [this.role]).includes(this.name);
    const pending = concernsPending(model, this.name);
    try {
      const to = pending
        ? pendingLifecycle.take(this.name, model.pendingState ?? 'draft', [this.role], 'other').to
        : listingLifecycle.take(this.name, model.state, [this.role], 'other').to;
      real.trace.push(this.toString());
      expect(allowed).toBe(true);
      this.move(model, to, pending);
    } catch (error) {
      if (allowed) throw error;
      expect(model).toEqual(before);
    }
    expectSound(model, before, this.name, this.role);
  }

  private move(model: Model, to: ListingState | PendingState, pending: boolean): void {
    if (this.name === 'approve' || this.name === 'publish-imported') model.approved += 1;
    if (pending) model.pendingState = to === 'accepted' || to === 'dropped' ? null : (to as PendingState);
    else model.state = to as ListingState;
  }

  toString(): string {
    return `${this.name} by ${this.role}`;
  }
}

class Edit implements fc.Command<Model, { trace: string[] }> {
  check = (model: Model): boolean => isEditable(model);
  run(model: Model, real: { trace: string[] }): void {
    const wasOpen = isOpen(model.state);
    real.trace.push('edit');
    if (['published', 'expiring', 'paused'].includes(model.state)) model.pendingState ??= 'draft';
    expect(isOpen(model.state)).toBe(wasOpen);
  }
  toString = (): string => 'edit';
}

const isOpen = (state: ListingState): boolean => (OPEN_STATES as readonly string[]).includes(state);

function expectSound(after: Model, before: Model, name: ListingTransition, role: ListingRole): void {
  // Nothing is public that nobody approved, and the owner approves nothing.
  if (isOpen(after.state)) expect(after.approved).toBeGreaterThan(0);
  if (after.approved > before.approved) expect(['officer', 'administrator']).toContain(role);
  // An edit under review or refused leaves the published revision where it is.
  if (concernsPending(before, name)) expect(after.state).toBe(before.state);
  if (before.state === 'archived') expect(after.state).toBe('archived');
  if (isReviewStage(after.state)) expect(isEditable(after)).toBe(false);
}

describe('the life of a listing', () => {
  it('has sound tables', () => {
    expect(listingLifecycle.faults()).toEqual([]);
    expect(pendingLifecycle.faults()).toEqual([]);
  });

  it('keeps its promises under random acts of random people', () => {
    const steps = fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...LISTING_ROLES)).map(([name, role]) => new Step(name, role));
    fc.assert(
      fc.property(fc.commands([steps, fc.constant(new Edit())], { maxCommands: 80 }), (commands) => {
        fc.modelRun(() => ({ model: newModel(), real: { trace: [] } }), commands);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['submit', 'editor', true],
    ['submit', 'officer', false],
    ['approve', 'manager', false],
    ['approve', 'officer', true],
    ['approve', 'system', false],
    ['suspend', 'manager', false],
    ['suspend', 'administrator', true],
    ['publish-imported', 'officer', false],
    ['expire', 'manager', false],
    ['withdraw', 'administrator', false],
  ] as const)('%s may ever be done by %s: %s', (name, role, may) => expect(listingLifecycle.mayEver(name, [role])).toBe(may));

  it('leaves the global stage to administrators', () => {
    expect(allowedTransitions({ state: 'global_review', pendingState: null }, ['officer'])).toEqual([]);
    expect(allowedTransitions({ state: 'global_review', pendingState: null }, ['administrator'])).toEqual([
      'approve',
      'request-changes',
      'reject',
    ]);
  });

  it('reviews a revision beside the published one only while the listing lives', () => {
    expect(concernsPending({ state: 'published', pendingState: 'centre_review' }, 'approve')).toBe(true);
    expect(concernsPending({ state: 'published', pendingState: 'centre_review' }, 'withdraw')).toBe(false);
    expect(concernsPending({ state: 'expired', pendingState: 'centre_review' }, 'approve')).toBe(false);
    expect(concernsPending({ state: 'centre_review', pendingState: null }, 'approve')).toBe(false);
  });

  it.each<[ListingState, PendingState | null, boolean]>([
    ['draft', null, true],
    ['changes_requested', null, true],
    ['centre_review', null, false],
    ['published', null, true],
    ['paused', 'draft', true],
    ['expiring', 'changes_requested', true],
    ['published', 'centre_review', false],
    ['suspended', null, false],
    ['expired', null, false],
    ['withdrawn', null, false],
  ])('in %s with a waiting revision in %s, edits are possible: %s', (state, pendingState, possible) =>
    expect(isEditable({ state, pendingState })).toBe(possible),
  );
});
