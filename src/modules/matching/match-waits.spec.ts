import fc from 'fast-check';
import { dueOf, nudgeOf, type Patience, waitOf } from './match-waits.js';

const patience: Patience = { remind: 5, tellDesk: 10, lapse: 30, verification: 30, review: 5, weekend: [6, 0] };
/** A Monday. */
const MONDAY = new Date('2026-11-02T09:00:00Z');
const after = (days: number) => new Date(MONDAY.getTime() + days * 86_400_000);
const nothing = { seekerYesAt: null, providerYesAt: null, seekerAskedAt: null, providerAskedAt: null, underReviewAt: null, waitsSince: null };

describe('whose turn it is', () => {
  it('is the side that has not answered the yes of the other', () => {
    expect(waitOf({ ...nothing, state: 'interest_provider', providerYesAt: MONDAY })).toEqual({ for: 'seeker', since: MONDAY });
    expect(waitOf({ ...nothing, state: 'interest_seeker', seekerYesAt: MONDAY })).toEqual({ for: 'provider', since: MONDAY });
  });

  it('under review is whoever is asked again or has to be verified, otherwise the administrators', () => {
    const review = { ...nothing, state: 'under_review' as const, underReviewAt: MONDAY };
    expect(waitOf(review)).toEqual({ for: 'administrators', since: MONDAY });
    expect(waitOf(review, ['provider'])).toEqual({ for: 'provider', since: MONDAY, verification: true });
    expect(waitOf({ ...review, seekerAskedAt: after(2) }, ['provider'])).toEqual({ for: 'seeker', since: after(2) });
  });

  it('begins anew when an organization is back or verified, whoever is awaited', () => {
    const review = { ...nothing, state: 'under_review' as const, underReviewAt: MONDAY, waitsSince: after(20) };
    expect(waitOf(review)).toEqual({ for: 'administrators', since: after(20) });
    expect(waitOf(review, ['seeker'])).toMatchObject({ for: 'seeker', since: after(20) });
    const asked = (day: number) => ({ open: { to: 'seeker' as const, askedAt: after(day) }, answeredAt: null });
    expect([waitOf(review, [], asked(10))?.since, waitOf(review, [], asked(30))?.since]).toEqual([after(20), after(30)]);
  });

  it('is nobody’s before the first yes, after the introduction and after the end', () => {
    for (const state of ['suggested', 'held', 'introduced', 'in_dialogue', 'converted', 'declined', 'lapsed', 'superseded'] as const)
      expect(waitOf({ ...nothing, state })).toBeNull();
  });
});

describe('what happens when nobody acts', () => {
  const wait = { for: 'seeker' as const, since: MONDAY };

  it('counts working days: reminded after five, the desk told after ten, ended after thirty', () => {
    expect(nudgeOf(wait, 0, patience, after(6))).toBeNull();
    expect(nudgeOf(wait, 0, patience, after(7))).toEqual({ nudge: 'remind', done: 1 });
    expect(nudgeOf(wait, 1, patience, after(13))).toBeNull();
    expect(nudgeOf(wait, 1, patience, after(14))).toEqual({ nudge: 'tell-desk', done: 2 });
    expect(nudgeOf(wait, 2, patience, after(42))).toEqual({ nudge: 'lapse', done: 3 });
    expect(dueOf(wait, patience)).toEqual(after(42));
  });

  it('waits thirty days of the calendar, and no longer, for a side that has to be verified', () => {
    const unverified = { ...wait, verification: true as const };
    expect(dueOf(unverified, patience)).toEqual(after(30));
    expect(nudgeOf(unverified, 0, patience, after(7))).toEqual({ nudge: 'remind', done: 1 });
    expect(nudgeOf(unverified, 1, patience, after(29))).toEqual({ nudge: 'tell-desk', done: 2 });
    expect(nudgeOf(unverified, 2, patience, after(30))).toEqual({ nudge: 'lapse', done: 3 });
  });

  it('knows other weekends', () => {
    expect(nudgeOf(wait, 0, { ...patience, weekend: [0] }, after(6))).toMatchObject({ nudge: 'remind' });
  });

  it('does the last thing that is due alone, and nothing twice', () => {
    expect(nudgeOf(wait, 0, patience, after(60))).toEqual({ nudge: 'lapse', done: 3 });
    fc.assert(
      fc.property(fc.nat(90), fc.nat(90), (a, b) => {
        const first = nudgeOf(wait, 0, patience, after(Math.min(a, b)));
        const then = nudgeOf(wait, first?.done ?? 0, patience, after(Math.min(a, b)));
        expect(then).toBeNull();
        const later = nudgeOf(wait, first?.done ?? 0, patience, after(Math.max(a, b)));
        if (later) expect(later.done).toBeGreaterThan(first?.done ?? 0);
      }),
    );
  });

  it('tells administrators once, and ends nothing of theirs', () => {
    const theirs = { for: 'administrators' as const, since: MONDAY };
    expect(nudgeOf(theirs, 0, patience, after(7))).toEqual({ nudge: 'tell-administrators', done: 1 });
    expect(nudgeOf(theirs, 1, patience, after(300))).toBeNull();
    expect(dueOf(theirs, patience)).toEqual(after(7));
  });
});
