import fc from 'fast-check';
import { matchLifecycle, MATCH_ROLES, MATCH_STATES, OPEN_STATES, type MatchRole, type MatchState, type MatchTransition } from './match.lifecycle.js';

const { transitions } = matchLifecycle.definition;
const names = [...new Set(transitions.map((t) => t.name))];

/** Takes the step if the table allows it; answers the state afterwards. */
const step = (state: MatchState, name: MatchTransition, role: MatchRole): MatchState | null => {
  try {
    return matchLifecycle.take(name, state, [role], 'other').to;
  } catch {
    return null;
  }
};

describe('the life of a match', () => {
  it('is a sound table', () => {
    expect(matchLifecycle.faults()).toEqual([]);
  });

  it('asks a reason of whoever says no', () => {
    for (const [name, role] of [['decline', 'seeker'], ['reject', 'reviewer']] as const)
      expect(() => matchLifecycle.take(name, 'suggested', [role])).toThrow(expect.objectContaining({ code: 'match.reason-required' }));
  });

  it('lets nobody but the system act after an end, but for a suggestion that was replaced, an appeal and a slip', () => {
    for (const state of ['lapsed', 'withdrawn', 'converted'] as const)
      expect(matchLifecycle.allowed(state, ['provider', 'seeker', 'administrator', 'reviewer'])).toEqual([]);
    expect(matchLifecycle.allowed('superseded', ['provider'])).toEqual(['express-interest']);
    expect(matchLifecycle.allowed('rejected', ['provider', 'seeker', 'administrator', 'reviewer'])).toEqual(['appeal', 'undo']);
    expect(matchLifecycle.allowed('declined', ['provider', 'seeker', 'administrator', 'reviewer'])).toEqual(['undo']);
  });

  it('shows a held match to no side: only its opener may take it back', () => {
    expect(matchLifecycle.allowed('held', ['provider'])).toEqual(['withdraw']);
    expect(matchLifecycle.allowed('held', ['administrator'])).toEqual(['release']);
  });

  it('lets an administrator end every open match early', () => {
    for (const state of OPEN_STATES) expect(step(state, 'reject', 'reviewer')).toBe('rejected');
  });

  it('introduces only what both sides said yes to and a reviewer approved, whoever acts in whatever order', () => {
    const act = fc.record({ name: fc.constantFrom(...names), role: fc.constantFrom(...MATCH_ROLES) });
    fc.assert(
      fc.property(fc.constantFrom<MatchState>('suggested', 'held'), fc.array(act, { maxLength: 60 }), (initial, acts) => {
        let state = initial;
        const yes = new Set<MatchRole>();
        let approved = false;
        for (const { name, role } of acts) {
          // The table knows no yeses: that an appeal needs both is the service's rule.
          const next = name === 'appeal' && yes.size < 2 ? null : step(state, name, role);
          if (next === null) continue;
          if (name === 'express-interest') {
            // A new round begins with a clean sheet.
            if (state === 'suggested' || state === 'superseded') yes.clear();
            yes.add(role);
          }
          if (name === 'approve') approved = role === 'reviewer';
          state = next;
          expect(MATCH_STATES).toContain(state);
          if (state === 'under_review') expect([...yes].sort()).toEqual(['provider', 'seeker']);
          if (['introduced', 'in_dialogue', 'converted'].includes(state)) expect(approved && yes.size === 2).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
