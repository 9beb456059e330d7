import { matchLifecycle, type MatchSide, type MatchState, type MatchTransition } from '../matching/index.js';
import { announcementsOfMatch } from './notifications.subscriptions.js';
import { announcement } from './notifications.jobs.js';

const matchId = '6f1c2b7e-0000-4000-8000-000000000001';
const step = (
  name: MatchTransition | 'open' | 'ask-again',
  from: MatchState | null,
  to: MatchState,
  side: MatchSide | null = null,
  reason: string | null = null,
) =>
  announcementsOfMatch({ matchId, name, from, to, side, personId: null, reason, shared: true, version: 1 }).map(({ kind, side: told }) =>
    told ? `${kind} to ${told}` : kind,
  );

describe('steps of a match are told', () => {
  it('as far as they concern somebody', () => {
    expect(step('express-interest', 'suggested', 'interest_seeker', 'seeker')).toEqual(['other-side-yes to provider']);
    expect(step('express-interest', 'interest_seeker', 'under_review', 'provider')).toEqual([
      'under-review',
      'papers-needed',
      'papers-awaited',
      'match-to-review',
    ]);
    expect(step('ask-again', 'under_review', 'under_review', 'provider')).toEqual(['still-yes to provider']);
    expect(step('approve', 'under_review', 'introduced')).toEqual(['introduced']);
    expect(step('decline', 'interest_seeker', 'declined', 'provider', 'price')).toEqual(['match-declined to seeker']);
    expect(step('reject', 'suggested', 'rejected', null, 'other')).toEqual(['match-rejected']);
    expect(step('withdraw', 'under_review', 'withdrawn', 'seeker')).toEqual(['match-withdrawn to provider']);
    expect(step('withdraw', 'interest_seeker', 'withdrawn')).toEqual(['match-withdrawn']);
    expect(step('open', null, 'suggested')).toEqual(['match-proposed']);
    expect(step('release', 'held', 'suggested')).toEqual(['match-proposed']);
  });

  it('not when nothing has changed for the reader', () => {
    expect(step('express-interest', 'under_review', 'under_review', 'seeker')).toEqual([]);
    expect(step('express-interest', 'held', 'held', 'seeker')).toEqual([]);
    expect(step('decline', 'suggested', 'declined', 'seeker', 'price')).toEqual([]);
    expect(step('open', null, 'suggested', 'seeker')).toEqual([]);
    expect(step('open', null, 'held')).toEqual([]);
    expect(step('lapse', 'suggested', 'lapsed')).toEqual([]);
    expect(step('report-outcome', 'introduced', 'introduced', 'seeker')).toEqual([]);
  });

  it('in words that a job can carry, whatever edge was taken', () => {
    for (const { name, from, to, actors } of matchLifecycle.definition.transitions)
      for (const state of from)
        for (const actor of actors) {
          const side = actor === 'seeker' || actor === 'provider' ? actor : null;
          const told = announcementsOfMatch({
            matchId,
            name,
            from: state,
            to,
            side,
            personId: null,
            reason: 'other',
            shared: true,
            version: 2,
          });
          for (const one of told) expect(announcement.parse(one)).toEqual(one);
        }
  });
});
