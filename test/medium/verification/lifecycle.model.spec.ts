import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { DomainError } from '../../../src/kernel/errors.js';
import { OrganizationsService } from '../../../src/modules/organizations/index.js';
import {
  allowedTransitions,
  hasLevel,
  type OrganizationRole,
  type OrganizationState,
  takeTransition,
} from '../../../src/modules/organizations/organization.lifecycle.js';
import { VERIFICATION_PERIODS, VERIFICATION_TIMERS, VerificationModule } from '../../../src/modules/verification/index.js';
import { DueDiligence } from '../../../src/modules/verification/due-diligence.service.js';
import { DocumentsService } from '../../../src/modules/verification/documents.service.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { newOrganization, newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';

const DECISIONS = ['verify', 'reject', 'suspend', 'resume'] as const;
const OF_DUE_DILIGENCE = ['pass-due-diligence', 'end-due-diligence'] as const;
const L2 = ['financial-statement', 'ownership', 'reference', 'reference', 'reference'] as const;
const KINDS = ['founding-act', 'signatory-authority'] as const;
const WHO = ['administrator', 'officer', 'manager', 'elsewhere', 'outsider'] as const;
type Who = (typeof WHO)[number];
type Kind = (typeof KINDS)[number] | (typeof L2)[number];

const ROLES: Record<Who, OrganizationRole[]> = {
  administrator: ['administrator'],
  officer: ['officer'],
  manager: [],
  elsewhere: [],
  outsider: [],
};
const DESK: readonly Who[] = ['administrator', 'officer'];
const RENEWAL_DAYS = 90;
const DAY = 86_400_000;

interface Paper {
  id: string;
  kind: Kind;
  at: number;
  outcome: 'accepted' | 'refused' | null;
}

/** What the rules say of one organization, with moments in ms on a clock that ticks with each step. */
class Model implements OrganizationState {
  level: OrganizationState['level'] = 'registered';
  standing: OrganizationState['standing'] = 'good';
  papers: Paper[] = [];
  since: number | null = null;
  until: number | null = null;
  dueSince: number | null = null;
  dueUntil: number | null = null;
  days = 0;
  // Two years are 730 days or 731: the calendar has to be today's.
  private readonly start = Date.now();
  private ticks = 0;

  get now(): number {
    return this.start + this.days * DAY + ++this.ticks;
  }

  follow(): void {
    if (this.standing !== 'good') return;
    const counting = this.countingSince(this.since, this.until);
    const shows = (counts: (paper: Paper) => boolean): boolean =>
      KINDS.every((kind) => counting.some((paper) => paper.kind === kind && counts(paper)));
    if (shows(({ outcome }) => outcome === 'accepted')) this.verified();
    else if (shows(({ outcome }) => outcome !== 'refused')) this.level = this.level === 'basic' ? 'documents_submitted' : this.level;
    else if (this.level === 'documents_submitted') this.level = 'basic';
  }

  private countingSince(since: number | null, until: number | null): Paper[] {
    const from = until === null ? -Infinity : Math.max(until - RENEWAL_DAYS * DAY, since ?? 0);
    return this.papers.filter(({ at }) => at >= from);
  }

  verified(): void {
    if (this.level !== 'due_diligence') this.level = 'verified';
    this.since = this.now;
    this.until = twoYearsAfter(this.since);
  }

  get mayPass(): boolean {
    const kinds = this.countingSince(this.dueSince, this.dueUntil)
      .filter(({ outcome }) => outcome === 'accepted')
      .map(({ kind }) => kind);
    return kinds.includes('financial-statement') && kinds.includes('ownership') && kinds.filter((kind) => kind === 'reference').length >= 3;
  }

  passed(): void {
    this.dueSince = this.now;
    this.dueUntil = twoYearsAfter(this.dueSince);
  }

  ended(): void {
    if (this.dueUntil !== null) this.dueUntil = Math.min(this.dueUntil, this.now);
  }

  wait(days: number): void {
    this.days += days;
    if (hasLevel(this.level, 'verified') && this.until !== null && this.until <= this.now) {
      this.level = 'basic';
      this.ended();
    }
    if (this.level === 'due_diligence' && this.dueUntil !== null && this.dueUntil <= this.now) this.level = 'verified';
  }
}

function twoYearsAfter(moment: number): number {
  const end = new Date(moment);
  return end.setUTCFullYear(end.getUTCFullYear() + 2);
}

const step = fc.oneof(
  fc.record({ act: fc.constantFrom(...DECISIONS), who: fc.constantFrom(...WHO) }),
  fc.record({
    act: fc.constant('add' as const),
    who: fc.constantFrom<Who>('manager', 'manager', 'manager', 'outsider'),
    kind: fc.constantFrom(...KINDS),
  }),
  fc.record({
    act: fc.constantFrom('accept' as const, 'accept' as const, 'refuse' as const),
    who: fc.constantFrom<Who>('officer', 'administrator', 'officer', 'manager', 'elsewhere'),
  }),
  fc.record({ act: fc.constant('remove' as const), who: fc.constantFrom<Who>('manager', 'outsider') }),
  fc.record({ act: fc.constant('bring' as const), who: fc.constant<Who>('manager') }),
  fc.record({
    act: fc.constantFrom(...OF_DUE_DILIGENCE),
    who: fc.constantFrom<Who>('administrator', 'administrator', 'administrator', 'officer', 'manager'),
  }),
  fc.record({ act: fc.constant('wait' as const), days: fc.constantFrom(20, 100, 640) }),
);

describe('an organization under random acts of random people, while time goes by', () => {
  let context: MediumContext;
  let people: Record<Who, PersonActor>;
  beforeAll(async () => {
    context = await mediumContext({ modules: [VerificationModule] });
    const [administrator, officer, elsewhere] = [
      await newPerson(context, { administrator: true }),
      await newPerson(context, { officerOf: ['KE'] }),
      await newPerson(context, { officerOf: ['UG'] }),
    ];
    const outsider = (await newOrganization(context)).manager;
    people = { administrator, officer, elsewhere, outsider, manager: outsider };
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
  const rowOf = async (id: string): Promise<{ level: string; standing: string; version: number }> =>
    (await context.sql.query('SELECT level, standing, version FROM organization WHERE id = $1', [id])).rows[0];

  /** Takes the step in the model; false when the rules refuse it. */
  function expected(model: Model, one: Exclude<Step, { act: 'wait' }>): boolean {
    if (one.act === 'bring') return true;
    if (one.act === 'add') return one.who === 'manager';
    const waiting = model.papers.find(({ outcome }) => outcome === null);
    if (one.act === 'remove') return one.who === 'manager' && waiting !== undefined;
    if (one.act === 'accept' || one.act === 'refuse') return DESK.includes(one.who) && waiting !== undefined;
    const roles = ROLES[one.who];
    if (!allowedTransitions(model, roles).includes(one.act)) return false;
    if (one.act === 'pass-due-diligence' && !model.mayPass) return false;
    Object.assign(model, takeTransition(one.act, model, roles, 'other'));
    if (one.act === 'verify') model.verified();
    if (one.act === 'pass-due-diligence') model.passed();
    if (one.act === 'end-due-diligence') model.ended();
    if (one.act === 'resume') model.follow();
    return true;
  }

  /** All papers of due diligence, accepted already: how single papers fare is the other acts' business. */
  async function bring({ personId }: PersonActor, id: string, model: Model): Promise<void> {
    await context.sql.query(
      `INSERT INTO organization_document (organization_id, kind, title, language, issued_on, uploaded_by, outcome, reviewer_id)
       SELECT $1, kind, kind, 'en', '2020-01-01', $2, 'accepted', $3 FROM unnest($4::text[]) AS kind`,
      [id, personId, people.officer.personId, L2],
    );
    for (const kind of L2) model.papers.push({ id, kind, at: model.now, outcome: 'accepted' });
  }

  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  it('has the level and standing that the tables, its papers and the calendar give it', async () => {
    const documents = context.get(DocumentsService);
    const organizations = context.get(OrganizationsService);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('registered' as const, 'basic' as const),
        fc.array(step, { minLength: 25, maxLength: 60 }),
        async (level, steps) => {
          await context.shiftClock('0');
          const { id, manager } = await newOrganization(context, { country: 'KE', level });
          const actors = { ...people, manager };
          const model = new Model();
          model.level = level;
          for (const one of steps) {
            const before = await rowOf(id);
            if (one.act === 'wait') {
              model.wait(one.days);
              await context.shiftClock(`${model.days} days`);
              for (const task of [VERIFICATION_PERIODS, VERIFICATION_TIMERS]) await context.get(Schedule).runNow(task);
            } else {
              const actor = actors[one.who];
              const waiting = model.papers.find(({ outcome }) => outcome === null);
              const paperId = waiting?.id ?? id;
              const allowed = expected(model, one);
              let added = '';
              const done = await succeeds(
                one.act === 'add'
                  ? documents
                      .add(actor, id, { kind: one.kind, title: randomUUID(), language: 'en', translated: false, issuedOn: '2020-01-01' })
                      .then((made) => (added = made.id))
                  : one.act === 'remove'
                    ? documents.remove(actor, id, paperId)
                    : one.act === 'accept'
                      ? documents.accept(actor, id, paperId, {})
                      : one.act === 'refuse'
                        ? documents.refuse(actor, id, paperId, { reason: 'incomplete' })
                        : one.act === 'bring'
                          ? bring(actor, id, model)
                          : one.act === 'pass-due-diligence'
                            ? context.get(DueDiligence).pass(actor, id, {})
                            : one.act === 'end-due-diligence'
                              ? context.get(DueDiligence).end(actor, id, { reason: 'other' })
                              : organizations[one.act](actor, id, { reason: 'other' }),
              );
              expect({ one, done }).toEqual({ one, done: allowed });
              if (allowed && one.act === 'add') model.papers.push({ id: added, kind: one.kind, at: model.now, outcome: null });
              if (allowed && one.act === 'remove') model.papers = model.papers.filter((paper) => paper !== waiting);
              if (allowed && waiting && (one.act === 'accept' || one.act === 'refuse'))
                waiting.outcome = one.act === 'accept' ? 'accepted' : 'refused';
              if (allowed && ['add', 'remove', 'accept', 'refuse'].includes(one.act)) model.follow();
            }
            const after = await rowOf(id);
            expect({ one, level: after.level, standing: after.standing }).toEqual({ one, level: model.level, standing: model.standing });
            const moved = after.level !== before.level || after.standing !== before.standing;
            expect(after.version).toBeGreaterThanOrEqual(before.version + (moved ? 1 : 0));
          }
        },
      ),
      { numRuns: 30, endOnFailure: true },
    );
  }, 120_000);
});
