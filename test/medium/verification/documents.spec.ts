import type { PersonActor } from '../../../src/kernel/actor.js';
import { OrganizationsService } from '../../../src/modules/organizations/index.js';
import {
  papersHandedIn,
  papersLate,
  VERIFICATION_TIMERS,
  verificationEnded,
  verificationEnding,
  VerificationModule,
} from '../../../src/modules/verification/index.js';
import { DocumentsQueries } from '../../../src/modules/verification/documents.queries.js';
import { DocumentsService } from '../../../src/modules/verification/documents.service.js';
import type { DocumentKind } from '../../../src/modules/verification/verification.policy.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

describe('papers of an organization', () => {
  let context: MediumContext;
  let documents: DocumentsService;
  let queries: DocumentsQueries;
  let officer: PersonActor;
  let administrator: PersonActor;
  let auditor: PersonActor;
  const told: string[] = [];
  beforeAll(async () => {
    context = await mediumContext({ modules: [VerificationModule] });
    [documents, queries] = [context.get(DocumentsService), context.get(DocumentsQueries)];
    officer = await newPerson(context, { officerOf: ['KE'] });
    administrator = await newPerson(context, { administrator: true });
    auditor = await newPerson(context, { auditor: true });
    const events = context.get(DomainEvents);
    for (const event of [papersHandedIn, papersLate, verificationEnded]) events.on(event, async () => void told.push(event.name));
    events.on(verificationEnding, async ({ daysLeft }) => void told.push(`ending in ${daysLeft}`));
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    told.length = 0;
    await context.shiftClock('0');
    await context.sql.query('DELETE FROM organization_document');
    await context.sql.query('UPDATE organization SET verified_since = NULL, verified_until = NULL');
  });

  const today = new Date().toISOString().slice(0, 10);
  let papers = 0;
  const hand = async (actor: PersonActor, organizationId: string, kind: DocumentKind, change: object = {}): Promise<string> =>
    (
      await documents.add(actor, organizationId, {
        kind,
        title: `A paper ${++papers}`,
        language: 'en',
        translated: false,
        issuedOn: '2020-01-01',
        ...change,
      })
    ).id;
  const both = async (actor: PersonActor, id: string): Promise<string[]> => [
    await hand(actor, id, 'registration-certificate'),
    await hand(actor, id, 'signatory-authority'),
  ];
  const levelOf = async (id: string): Promise<unknown> =>
    (await context.sql.query('SELECT level FROM organization WHERE id = $1', [id])).rows[0].level;
  const later = async (interval: string): Promise<void> => {
    await context.shiftClock(interval);
    for (let i = 0; i < 2; i++) await context.get(Schedule).runNow(VERIFICATION_TIMERS);
  };

  it('make it documents_submitted when complete, and verified when each has been accepted by its desk', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE', level: 'basic' });
    const first = await hand(manager, id, 'registration-certificate');
    expect([await levelOf(id), told]).toEqual(['basic', []]);
    const second = await hand(manager, id, 'signatory-authority');
    expect([await levelOf(id), told]).toEqual(['documents_submitted', ['verification.handed-in']]);
    expect(await queries.list(manager, id)).toMatchObject({
      items: [{ id: first, outcome: null }, { id: second }],
      missing: ['existence', 'authority'],
      waiting: { with: 'centre' },
    });
    await documents.accept(officer, id, first, {});
    expect(await levelOf(id)).toBe('documents_submitted');
    await documents.accept(officer, id, second, { note: 'Seen in the register.' });
    expect(await levelOf(id)).toBe('verified');
    const view = await queries.list(manager, id);
    expect(view).toMatchObject({ missing: [], waiting: null });
    expect(Number(view.verifiedUntil)).toBeGreaterThan(Date.now() + 700 * 86_400_000);
  });

  it('alone let nobody list: who has not been checked stays registered until all has been accepted', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE', level: 'registered' });
    const [first, second] = await both(manager, id);
    expect(await levelOf(id)).toBe('registered');
    for (const paper of [first!, second!]) await documents.accept(officer, id, paper, {});
    expect(await levelOf(id)).toBe('verified');
  });

  it('are decided on once, by others than those who handed them in or belong to it', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE', level: 'basic' });
    const paper = await hand(manager, id, 'founding-act');
    const foreign = await newPerson(context, { officerOf: ['UG'] });
    const inside = await newMember(context, id, 'viewer', await newPerson(context, { administrator: true }));
    expect(await refusalOf(documents.accept(foreign, id, paper, {}))).toBe('forbidden organization.members-only');
    expect(await refusalOf(documents.accept(manager, id, paper, {}))).toBe('forbidden document.decide-forbidden');
    expect(await refusalOf(documents.accept(inside, id, paper, {}))).toBe('forbidden organization.own-organization');
    expect(await refusalOf(documents.accept(auditor, id, paper, {}))).toBe('forbidden document.decide-forbidden');
    expect(await refusalOf(documents.refuse(officer, id, paper, { reason: 'no-such-reason' }))).toBe('invalid request.invalid');
    const acts = Array.from({ length: 50 }, (_, i) =>
      i % 2 ? documents.accept(officer, id, paper, {}) : documents.refuse(administrator, id, paper, { reason: 'incomplete' }),
    );
    const { done, refused } = await outcomes(acts);
    expect([done, new Set(refused)]).toEqual([1, new Set(['conflict document.decided'])]);
    expect(await refusalOf(documents.remove(manager, id, paper))).toBe('conflict document.decided');
    const twice = await outcomes([1, 2].map(() => hand(manager, id, 'reference', { title: 'Of the ministry' })));
    expect(twice).toEqual({ done: 1, refused: ['conflict document.waiting'] });
  });

  it('are handed in by managers, valid and issued already, and taken back while nobody has decided', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE' });
    const viewer = await newMember(context, id, 'viewer', await newPerson(context));
    expect(await refusalOf(hand(viewer, id, 'founding-act'))).toBe('forbidden organization.manager-only');
    expect(await refusalOf(hand(officer, id, 'founding-act'))).toBe('forbidden organization.manager-only');
    expect(await refusalOf(hand(manager, id, 'founding-act', { expiresOn: '2021-01-01' }))).toBe('invalid request.invalid');
    expect(await refusalOf(hand(manager, id, 'founding-act', { issuedOn: '2999-01-01' }))).toBe('invalid request.invalid');
    const paper = await hand(manager, id, 'founding-act', { expiresOn: today });
    await documents.remove(manager, id, paper);
    expect((await queries.list(manager, id)).items).toEqual([]);
    expect(await refusalOf(documents.remove(manager, id, paper))).toBe('not-found document.not-found');
  });

  it('are shown to its members and its desk alone, and a reading by office is on record', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE', level: 'basic' });
    await hand(manager, id, 'founding-act');
    const stranger = (await newOrganization(context, { level: 'verified' })).manager;
    expect(await refusalOf(queries.list(stranger, id))).toBe('forbidden organization.members-only');
    for (const actor of [manager, officer, administrator, auditor]) expect((await queries.list(actor, id)).items).toHaveLength(1);
    const { rows } = await context.sql.query(
      `SELECT actor_id FROM audit_entry WHERE subject_id = $1 AND action = 'organization.read-documents'`,
      [id],
    );
    expect(rows.map(({ actor_id }) => actor_id).sort()).toEqual([officer, administrator, auditor].map(({ personId }) => personId).sort());
  });

  it('that nobody decides on in ten working days are told of once', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE', level: 'basic' });
    await both(manager, id);
    told.length = 0;
    const waiting = async () => (await queries.list(manager, id)).waiting;
    await later('13 days');
    expect([told, await waiting()]).toMatchObject([[], { with: 'centre', late: false }]);
    await later('15 days');
    expect([told, await waiting()]).toMatchObject([['verification.late'], { with: 'centre', late: true }]);
  });

  it('hold for two years; its managers are reminded, and then it is back at basic', async () => {
    const { id } = await newOrganization(context, { country: 'KE', level: 'basic' });
    await context.get(OrganizationsService).verify(administrator, id);
    const twoYears = 730;
    for (const [days, expected] of [
      [twoYears - 61, []],
      [twoYears - 59, ['ending in 60']],
      [twoYears - 29, ['ending in 60', 'ending in 30']],
      [twoYears - 6, ['ending in 60', 'ending in 30', 'ending in 7']],
    ] as const) {
      await later(`${days} days`);
      expect(told).toEqual(expected);
    }
    expect(await levelOf(id)).toBe('verified');
    await later(`${twoYears + 2} days`);
    expect(await levelOf(id)).toBe('basic');
    expect(told.at(-1)).toBe('verification.ended');
  });
});
