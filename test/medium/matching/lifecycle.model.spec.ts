import fc from 'fast-check';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { DomainError } from '../../../src/kernel/errors.js';
import { workingDaysAfter } from '../../../src/kernel/working-days.js';
import { MATCH_WAITS, MatchInterestService, MatchOutcomesService, MatchReviewService } from '../../../src/modules/matching/index.js';
import {
  matchLifecycle,
  MATCH_SIDES,
  type MatchRole,
  type MatchSide,
  type MatchState,
  otherSide,
} from '../../../src/modules/matching/match.lifecycle.js';
import { MatchUndo } from '../../../src/modules/matching/match-undo.service.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { newOrganization } from '../../support/factories/organizations.js';
import { matchingContext, matchRow, newPair, type MatchingContext } from '../../support/factories/matching.js';

const ACTS = ['express-interest', 'decline', 'withdraw', 'approve', 'reject', 'appeal', 'undo', 'report-outcome'] as const;
const WHO = ['seeker', 'provider', 'first', 'second', 'outsider'] as const;
type Act = (typeof ACTS)[number];
type Who = (typeof WHO)[number];
type Outcome = 'talking' | 'agreed' | 'ended';

const DAY = 86_400_000;
const [LAPSE, QUIET, APPEAL] = [30, 60, 30];
/** Listings live for a year. */
const LIFE = 300;
const WEEKEND = [6, 0];

/** What the rules say of one match. */
class Model {
  state: MatchState = 'suggested';
  days = 0;
  readonly yes: Partial<Record<MatchSide, Date>> = {};
  readonly told: Partial<Record<MatchSide, Outcome>> = {};
  end: { by: Who; days: number } | null = null;
  appealed = false;
  reviewer: Who | null = null;

  private get now(): Date {
    return new Date(Date.now() + this.days * DAY);
  }

  rolesOf(who: Who): MatchRole[] {
    if (who === 'seeker' || who === 'provider') return [who];
    if (who === 'outsider') return [];
    return this.appealed && this.reviewer === who ? ['administrator'] : ['administrator', 'reviewer'];
  }

  /** Takes an act; false when the rules refuse it. */
  act(who: Who, name: Act, outcome: Outcome): boolean {
    const roles = this.rolesOf(who);
    if (!matchLifecycle.allowed(this.state, roles).includes(name)) return false;
    const { to } = matchLifecycle.take(name, this.state, roles, 'other');
    const side = MATCH_SIDES.find((one) => one === who);
    if (name === 'express-interest') return this.sayYes(side!, to);
    if (name === 'withdraw' && !this.yes[side!]) return false;
    if (name === 'report-outcome') return this.report(side!, outcome);
    if (name === 'undo') return this.undo(who);
    if (name === 'appeal') return this.appeal();
    if (name === 'reject' || name === 'approve') this.reviewer = who;
    if (name !== 'approve') this.end = { by: who, days: this.days };
    this.state = to;
    return true;
  }

  private sayYes(side: MatchSide, to: MatchState): boolean {
    if (to === this.state) return false;
    // A yes to a suggestion that a yes of before the end had been given to counts from now.
    this.yes[side] = this.now;
    this.state = to;
    return true;
  }

  private undo(who: Who): boolean {
    if (this.end?.by !== who || this.end.days !== this.days) return false;
    if (this.state === 'rejected') this.reviewer = null;
    this.end = null;
    const said = MATCH_SIDES.filter((side) => this.yes[side]);
    this.state = said.length === 2 ? 'under_review' : said[0] ? `interest_${said[0]}` : 'suggested';
    return true;
  }

  private appeal(): boolean {
    if (!MATCH_SIDES.every((side) => this.yes[side]) || this.appealed || this.days - (this.end?.days ?? 0) >= APPEAL) return false;
    this.appealed = true;
    this.end = null;
    this.state = 'under_review';
    return true;
  }

  private report(side: MatchSide, outcome: Outcome): boolean {
    this.told[side] = outcome;
    const both = (status: Outcome): boolean => MATCH_SIDES.every((one) => this.told[one] === status);
    if (both('agreed')) this.state = 'converted';
    else if (both('ended')) this.state = 'lapsed';
    else if (MATCH_SIDES.some((one) => this.told[one] === 'talking' || this.told[one] === 'agreed')) this.state = 'in_dialogue';
    return true;
  }

  wait(days: number): void {
    if (this.days + days > LIFE) return;
    this.days += days;
    const awaiting = this.state === 'interest_seeker' ? 'seeker' : this.state === 'interest_provider' ? 'provider' : null;
    const since = awaiting && this.yes[awaiting];
    if (since && workingDaysAfter(since, LAPSE, WEEKEND) <= this.now) this.state = 'lapsed';
    if (this.state === 'suggested' && this.days >= QUIET) this.state = 'lapsed';
  }
}

const act = fc.record({
  name: fc.constantFrom<Act>(...ACTS, 'express-interest', 'express-interest', 'approve', 'report-outcome'),
  who: fc.constantFrom<Who>(...WHO, 'seeker', 'provider'),
  outcome: fc.constantFrom<Outcome>('talking', 'agreed', 'ended'),
});
const steps = fc.array(fc.oneof({ weight: 9, arbitrary: act }, { weight: 1, arbitrary: fc.constantFrom(1, 12, 31, 45) }), {
  minLength: 20,
  maxLength: 50,
});

describe('a match under random acts of random people, while time goes by', () => {
  let context: MatchingContext;
  beforeAll(async () => {
    context = await matchingContext();
  });
  afterAll(() => context.close());

  const succeeds = async (done: Promise<unknown>): Promise<boolean> => {
    try {
      await done;
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  };

  function take(actor: PersonActor, id: string, name: Act, status: Outcome): Promise<void> {
    const [interest, review] = [context.get(MatchInterestService), context.get(MatchReviewService)];
    const [now, because] = [{ seen: null }, { seen: null, reason: 'price' }];
    if (name === 'express-interest') return interest.expressInterest(actor, id, now);
    if (name === 'decline' || name === 'withdraw') return interest[name](actor, id, because);
    if (name === 'approve' || name === 'appeal') return review[name](actor, id, now);
    if (name === 'reject') return review.reject(actor, id, because);
    if (name === 'undo') return context.get(MatchUndo).undo(actor, id, now);
    return context.get(MatchOutcomesService).report(actor, id, { ...now, status, quantities: [] });
  }

  it('goes exactly where the table and the rules lead, and every step is on record', async () => {
    const outsider = (await newOrganization(context)).manager;
    const pair = await newPair(context);
    const suggested = (await context.sql.query('SELECT to_jsonb(m) AS row FROM match m WHERE id = $1', [pair.id])).rows[0].row;
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await context.shiftClock('0');
        await context.sql.query(`DELETE FROM match_event; DELETE FROM match_outcome; DELETE FROM match`);
        await context.sql.query('INSERT INTO match SELECT * FROM jsonb_populate_record(NULL::match, $1)', [suggested]);
        const people = { ...pair, first: context.administrator, second: context.secondAdministrator, outsider };
        const model = new Model();
        const audited = async (): Promise<number> =>
          (await context.sql.query(`SELECT count(*)::int AS n FROM audit_entry WHERE subject_id = $1 AND actor_kind = 'person'`, [pair.id]))
            .rows[0].n;
        for (const step of all) {
          const [before, records] = [await matchRow(context, pair.id), await audited()];
          if (typeof step === 'number') {
            model.wait(step);
            await context.shiftClock(`${model.days} days`);
            await context.get(Schedule).runNow(MATCH_WAITS);
          } else {
            const expected = model.act(step.who, step.name, step.outcome);
            const done = await succeeds(take(people[step.who], pair.id, step.name, step.outcome));
            expect({ step, from: before.state, done }).toEqual({ step, from: before.state, done: expected });
            if (!expected) expect(await matchRow(context, pair.id)).toEqual(before);
            if (expected) expect(await audited()).toBeGreaterThan(records);
            else expect(await audited()).toBe(records);
          }
          expect({ step, state: (await matchRow(context, pair.id)).state }).toEqual({ step, state: model.state });
          if (model.state === 'under_review') for (const side of MATCH_SIDES) expect(model.yes[otherSide(side)]).toBeDefined();
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 120_000);
});
