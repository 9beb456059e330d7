import fc from 'fast-check';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { DomainError } from '../../../src/kernel/errors.js';
import {
  allowedTransitions,
  concernsPending,
  isEditable,
  isLive,
  listingLifecycle,
  type ListingRole,
  type ListingState,
  type ListingTransition,
  pendingLifecycle,
  type PendingState,
} from '../../../src/modules/listings/listing.lifecycle.js';
import { newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { ALL_KINDS, completeFields, listingContext, type ListingContext, rowOf } from '../../support/factories/listings.js';

/** What people may do over HTTP, and the service that does it. */
const ACTS = [
  'submit',
  'approve',
  'request-changes',
  'reject',
  'withdraw',
  'pause',
  'resume',
  'renew',
  'fulfil',
  'suspend',
  'archive',
] as const;
type Act = (typeof ACTS)[number];
const WHO = ['editor', 'manager', 'officer', 'administrator', 'viewer', 'outsider'] as const;
type Who = (typeof WHO)[number];

interface Model {
  state: ListingState;
  pendingState: PendingState | null;
}

describe('a need under random acts of random people', () => {
  let context: ListingContext;
  let people: Record<Who, PersonActor>;
  let organizationId: string;

  beforeAll(async () => {
    context = await listingContext();
    const { id, manager } = await newOrganization(context);
    organizationId = id;
    people = {
      manager,
      editor: await newMember(context, id, 'editor'),
      viewer: await newMember(context, id, 'viewer'),
      officer: context.officer,
      administrator: await newPerson(context, { administrator: true }),
      outsider: (await newOrganization(context)).manager,
    };
  });
  afterAll(() => context.close());

  const act = (who: Who, name: Act, id: string): Promise<void> => {
    const remarks = { reason: 'other' };
    const target = { id, kinds: ALL_KINDS };
    const { submission, review, life } = context;
    switch (name) {
      case 'submit':
        return submission.submit(people[who], target);
      case 'request-changes':
        return review.requestChanges(people[who], target, remarks);
      case 'approve':
      case 'reject':
        return review[name](people[who], target, remarks);
      default:
        return life[name](people[who], target, remarks);
    }
  };

  const succeeds = async (done: Promise<void>): Promise<boolean> => {
    try {
      await done;
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  };

  it('goes exactly where the table leads', async () => {
    const acts = fc.array(fc.tuple(fc.constantFrom(...WHO), fc.constantFrom('edit' as const, ...ACTS)), { minLength: 12, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(acts, async (steps) => {
        const created = await context.drafts.create(people.editor, {
          kind: 'need',
          organizationId,
          language: 'en',
          fields: completeFields('need'),
        });
        const model: Model = { state: 'draft', pendingState: null };
        for (const [who, name] of steps) {
          const before = await rowOf(context, created);
          const expected = name === 'edit' ? edited(model, who) : moved(model, who, name);
          const done =
            name === 'edit'
              ? context.drafts.edit(people[who], { id: created.id, kinds: ALL_KINDS }, { fields: { title: `By ${who}` } })
              : act(who, name, created.id);
          expect({ who, name, from: { ...model }, done: await succeeds(done) }).toEqual({ who, name, from: { ...model }, done: expected });
          const row = await rowOf(context, created);
          expect({ state: row.state, pendingState: row.pending_state }).toEqual(model);
          expect(row.version).toBe(Number(before.version) + (expected ? 1 : 0));
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);
});

const rolesOf = (who: Who): ListingRole[] => (who === 'viewer' || who === 'outsider' ? [] : [who]);

/** Moves the model as the tables say; false when they do not allow it. */
function moved(model: Model, who: Who, name: ListingTransition): boolean {
  const roles = rolesOf(who);
  if (!allowedTransitions(model, roles).includes(name)) return false;
  if (concernsPending(model, name)) {
    const { to } = pendingLifecycle.take(name, model.pendingState ?? 'draft', roles, 'other');
    model.pendingState = to === 'accepted' || to === 'dropped' ? null : to === 'submitted' ? 'centre_review' : to;
    return true;
  }
  const { to } = listingLifecycle.take(name, model.state, roles, 'other');
  model.state = to === 'submitted' ? 'centre_review' : to;
  if (['fulfilled', 'withdrawn', 'archived'].includes(model.state)) model.pendingState = null;
  return true;
}

function edited(model: Model, who: Who): boolean {
  if (!['editor', 'manager'].includes(who) || !isEditable(model)) return false;
  if (isLive(model.state)) model.pendingState ??= 'draft';
  return true;
}
