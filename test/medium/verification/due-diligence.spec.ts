import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { OrganizationsService, OrganizationViewsQueries, organizationChanged } from '../../../src/modules/organizations/index.js';
import {
  DUE_DILIGENCE_WAITS,
  dueDiligenceLate,
  dueDiligenceReady,
  VERIFICATION_PERIODS,
  VERIFICATION_TIMERS,
  verificationEnding,
  VerificationModule,
} from '../../../src/modules/verification/index.js';
import { DocumentsQueries } from '../../../src/modules/verification/documents.queries.js';
import { DocumentsService } from '../../../src/modules/verification/documents.service.js';
import { DueDiligence } from '../../../src/modules/verification/due-diligence.service.js';
import type { DocumentKind } from '../../../src/modules/verification/verification.policy.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

const PAPERS: DocumentKind[] = ['financial-statement', 'ownership', 'reference', 'reference', 'reference'];
const TWO_YEARS = 730;

describe('due diligence', () => {
  let context: MediumContext;
  let documents: DocumentsService;
  let queries: DocumentsQueries;
  let dueDiligence: DueDiligence;
  let officer: PersonActor;
  let administrator: PersonActor;
  let other: PersonActor;
  const told: string[] = [];
  beforeAll(async () => {
    context = await mediumContext({ modules: [VerificationModule] });
    [documents, queries, dueDiligence] = [context.get(DocumentsService), context.get(DocumentsQueries), context.get(DueDiligence)];
    officer = await newPerson(context, { officerOf: ['KE'] });
    [administrator, other] = [await newPerson(context, { administrator: true }), await newPerson(context, { administrator: true })];
    const events = context.get(DomainEvents);
    events.on(dueDiligenceReady, async () => void told.push('ready'));
    events.on(dueDiligenceLate, async () => void told.push('late'));
    events.on(verificationEnding, async ({ daysLeft, level }) => void told.push(`${level} ends in ${daysLeft}`));
    events.on(organizationChanged, async ({ decision }) => void (decision?.endsWith('due-diligence') && told.push(decision)));
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    told.length = 0;
    await context.shiftClock('0');
    await context.sql.query('DELETE FROM organization_document');
    await context.sql.query('UPDATE organization SET verified_until = NULL, due_diligence_until = NULL');
  });

  const hand = async (manager: PersonActor, id: string, kind: DocumentKind): Promise<string> =>
    (await documents.add(manager, id, { kind, title: randomUUID(), language: 'en', translated: false, issuedOn: '2020-01-01' })).id;
  async function accepted(manager: PersonActor, id: string, by: PersonActor = officer): Promise<void> {
    for (const kind of PAPERS) await documents.accept(by, id, await hand(manager, id, kind), {});
  }
  const passed = async (): Promise<{ id: string; manager: PersonActor }> => {
    const { id, manager } = await newOrganization(context, { country: 'KE' });
    await accepted(manager, id);
    await dueDiligence.pass(administrator, id, {});
    return { id, manager };
  };
  const levelOf = async (id: string): Promise<unknown> =>
    (await context.sql.query('SELECT level FROM organization WHERE id = $1', [id])).rows[0].level;
  const at = async (days: number): Promise<void> => {
    await context.shiftClock(`${days} days`);
    for (const task of [VERIFICATION_PERIODS, VERIFICATION_TIMERS, VERIFICATION_TIMERS]) await context.get(Schedule).runNow(task);
  };

  it('is passed by an administrator once finances, owners and three references have been accepted', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE' });
    for (const kind of PAPERS.slice(0, 4)) await documents.accept(officer, id, await hand(manager, id, kind), {});
    expect((await queries.list(manager, id)).dueDiligence).toMatchObject({ missing: ['references'], until: null, waiting: null });
    expect(await refusalOf(dueDiligence.pass(administrator, id, {}))).toBe('conflict organization.papers-missing');
    await documents.accept(officer, id, await hand(manager, id, 'reference'), {});
    expect(told).toEqual(['ready']);
    await dueDiligence.pass(administrator, id, { note: 'Seen in full.' });
    expect([await levelOf(id), told]).toEqual(['due_diligence', ['ready', 'pass-due-diligence']]);
    expect(await context.get(OrganizationViewsQueries).one(id, manager)).toMatchObject({
      rights: expect.arrayContaining(['deal-above-sum']),
      next: null,
      decisionNote: 'Seen in full.',
    });
    const { rows } = await context.sql.query(
      `SELECT data FROM audit_entry WHERE subject_id = $1 AND action = 'organization.pass-due-diligence'`,
      [id],
    );
    expect(rows).toMatchObject([{ data: { from: 'verified', to: 'due_diligence' } }]);
  });

  it('waits for its decision by a day, after which administrators are told once', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE' });
    await accepted(manager, id);
    const { waiting } = (await queries.list(manager, id)).dueDiligence;
    expect(waiting).toMatchObject({ with: 'administrators' });
    const days = (Number(waiting?.dueAt) - Number(waiting?.since)) / 86_400_000;
    expect(Math.round(days)).toBe(14);
    const lateAfter = async (day: number): Promise<string[]> => {
      await context.shiftClock(`${day} days`);
      await context.get(Schedule).runNow(DUE_DILIGENCE_WAITS);
      return told.filter((one) => one === 'late');
    };
    expect(await lateAfter(13)).toEqual([]);
    expect([await lateAfter(15), await lateAfter(16)]).toEqual([['late'], ['late']]);
    await dueDiligence.pass(administrator, id, {});
    expect((await queries.list(manager, id)).dueDiligence.waiting).toBeNull();
    expect(await lateAfter(60)).toEqual(['late']);
  });

  it('is for verified organizations that no list holds, and is decided once', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE', level: 'basic' });
    await accepted(manager, id);
    expect(await refusalOf(dueDiligence.pass(administrator, id, {}))).toBe('conflict organization.transition-not-allowed');
    expect([told, (await queries.list(manager, id)).dueDiligence.waiting]).toEqual([[], null]);
    await context.shiftClock('20 days');
    await context.get(OrganizationsService).verify(administrator, id);
    await context.get(Schedule).runNow(DUE_DILIGENCE_WAITS);
    expect([told, (await queries.list(manager, id)).dueDiligence.waiting]).toMatchObject([['ready'], { late: false }]);
    await context.sql.query('UPDATE organization SET held = true WHERE id = $1', [id]);
    expect(await refusalOf(dueDiligence.pass(administrator, id, {}))).toBe('conflict organization.held');
    await context.sql.query('UPDATE organization SET held = false WHERE id = $1', [id]);
    const { done, refused } = await outcomes(Array.from({ length: 20 }, () => dueDiligence.pass(administrator, id, {})));
    expect([done, new Set(refused)]).toEqual([1, new Set(['conflict organization.papers-missing'])]);
  });

  it('is decided by somebody who neither belongs to it nor handled its papers', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE' });
    await accepted(manager, id, administrator);
    const inside = await newMember(context, id, 'viewer', await newPerson(context, { administrator: true }));
    expect(await refusalOf(dueDiligence.pass(administrator, id, {}))).toBe('forbidden document.four-eyes');
    expect(await refusalOf(dueDiligence.pass(inside, id, {}))).toBe('forbidden organization.own-organization');
    expect(await refusalOf(dueDiligence.pass(manager, id, {}))).toBe('forbidden organization.transition-forbidden');
    expect(await refusalOf(dueDiligence.pass(officer, id, {}))).toBe('forbidden organization.transition-forbidden');
    await dueDiligence.pass(other, id, {});
    expect(await levelOf(id)).toBe('due_diligence');
  });

  it('holds for two years, with reminders, and falls back to verified; papers of its last 90 days renew it', async () => {
    const { id, manager } = await passed();
    told.length = 0;
    await at(TWO_YEARS - 59);
    expect(told).toEqual(['due_diligence ends in 60']);
    expect((await queries.list(manager, id)).dueDiligence.missing).toEqual(['finances', 'ownership', 'references']);
    await accepted(manager, id);
    await dueDiligence.pass(administrator, id, {});
    await at(TWO_YEARS + 2);
    expect(await levelOf(id)).toBe('due_diligence');
    await at(2 * TWO_YEARS + 2);
    expect([await levelOf(id), told.at(-1)]).toEqual(['verified', 'end-due-diligence']);
  });

  it('holds for one year where financing is offered', async () => {
    const { id } = await passed();
    await context.sql.query(
      `INSERT INTO listing (id, reference, kind, organization_id, owner_country, country, state, language)
       VALUES (gen_random_uuid(), 'FI-KE-1', 'financing', $1, 'KE', 'KE', 'submitted', 'en')`,
      [id],
    );
    await at(1);
    await at(367);
    expect(await levelOf(id)).toBe('verified');
  });

  it('ends with the verification it rests on, and does not come back by itself', async () => {
    const { id, manager } = await passed();
    await context.sql.query(`UPDATE organization SET verified_until = gate_now() + interval '100 days' WHERE id = $1`, [id]);
    await at(101);
    expect(await levelOf(id)).toBe('basic');
    for (const kind of ['founding-act', 'signatory-authority'] as const)
      await documents.accept(officer, id, await hand(manager, id, kind), {});
    expect(await levelOf(id)).toBe('verified');
    expect(await refusalOf(dueDiligence.pass(administrator, id, {}))).toBe('conflict organization.papers-missing');
  });

  it('is ended by an administrator with a reason, and renewed by new papers alone', async () => {
    const { id, manager } = await passed();
    expect(await refusalOf(dueDiligence.end(administrator, id, {}))).toBe('invalid organization.reason-required');
    await dueDiligence.end(administrator, id, { reason: 'evidence-missing' });
    expect(await levelOf(id)).toBe('verified');
    expect(await refusalOf(dueDiligence.pass(other, id, {}))).toBe('conflict organization.papers-missing');
    await accepted(manager, id);
    await dueDiligence.pass(other, id, {});
    expect(await levelOf(id)).toBe('due_diligence');
  });

  it('stays while its verification is renewed', async () => {
    const { id, manager } = await passed();
    await context.sql.query(
      `UPDATE organization SET verified_since = gate_now() - interval '1 year', verified_until = gate_now() + interval '30 days' WHERE id = $1`,
      [id],
    );
    for (const kind of ['founding-act', 'signatory-authority'] as const)
      await documents.accept(officer, id, await hand(manager, id, kind), {});
    await at(31);
    expect(await levelOf(id)).toBe('due_diligence');
  });
});
