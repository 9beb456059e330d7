import type { PersonActor } from '../../../src/kernel/actor.js';
import { OrganizationsService } from '../../../src/modules/organizations/index.js';
import { papersHandedIn, VERIFICATION_PERIODS, VERIFICATION_TIMERS, VerificationModule } from '../../../src/modules/verification/index.js';
import { DocumentsQueries } from '../../../src/modules/verification/documents.queries.js';
import { DocumentsService } from '../../../src/modules/verification/documents.service.js';
import type { DocumentKind } from '../../../src/modules/verification/verification.policy.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { newOrganization, newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

const DAY = 86_400_000;
const TWO_YEARS = 730;
const L1: DocumentKind[] = ['registration-certificate', 'signatory-authority'];

describe('a verification', () => {
  let context: MediumContext;
  let documents: DocumentsService;
  let queries: DocumentsQueries;
  let officer: PersonActor;
  let administrator: PersonActor;
  let handedIn = 0;
  let made = 0;
  beforeAll(async () => {
    context = await mediumContext({ modules: [VerificationModule] });
    [documents, queries] = [context.get(DocumentsService), context.get(DocumentsQueries)];
    officer = await newPerson(context, { officerOf: ['KE'] });
    administrator = await newPerson(context, { administrator: true });
    context.get(DomainEvents).on(papersHandedIn, async () => void handedIn++);
  });
  afterAll(() => context.close());
  beforeEach(() => context.shiftClock('0'));

  const hand = async (actor: PersonActor, organizationId: string, kind: DocumentKind): Promise<string> =>
    (await documents.add(actor, organizationId, { kind, title: kind, language: 'en', translated: false, issuedOn: '2020-01-01' })).id;
  const accepted = async (actor: PersonActor, organizationId: string, kind: DocumentKind): Promise<string> => {
    const id = await hand(actor, organizationId, kind);
    await documents.accept(officer, organizationId, id, {});
    return id;
  };
  const verified = async (): Promise<{ id: string; manager: PersonActor; papers: string[] }> => {
    const { id, manager } = await newOrganization(context, { country: 'KE', level: 'basic' });
    return { id, manager, papers: [await accepted(manager, id, L1[0]!), await accepted(manager, id, L1[1]!)] };
  };
  const read = async (id: string): Promise<{ level: string; days: number }> => {
    const { rows } = await context.sql.query('SELECT level, verified_until AS until FROM organization WHERE id = $1', [id]);
    return { level: rows[0].level, days: Math.round((Number(rows[0].until) - Date.now()) / DAY) };
  };
  const at = async (days: number): Promise<void> => {
    await context.shiftClock(`${days} days`);
    for (const task of [VERIFICATION_PERIODS, VERIFICATION_TIMERS]) await context.get(Schedule).runNow(task);
  };
  const financing = (id: string, state: string): Promise<unknown> =>
    context.sql.query(
      `INSERT INTO listing (id, reference, kind, organization_id, owner_country, country, state, language)
       VALUES (gen_random_uuid(), $1, 'financing', $2, 'KE', 'KE', $3, 'en')`,
      [`FI-KE-${++made}`, id, state],
    );

  it('is renewed by papers of its last 90 days, and not by those it rests on', async () => {
    const { id, manager, papers } = await verified();
    const { days } = await read(id);
    await accepted(manager, id, 'reference');
    for (const kind of L1) await accepted(manager, id, kind);
    expect(await read(id)).toEqual({ level: 'verified', days });
    expect((await queries.list(manager, id)).missing).toEqual([]);

    await at(TWO_YEARS - 60);
    expect((await queries.list(manager, id)).missing).toEqual(['existence', 'authority']);
    const before = handedIn;
    await accepted(manager, id, L1[0]!);
    expect(handedIn).toBe(before + 1);
    expect(await read(id)).toEqual({ level: 'verified', days });
    await documents.handInAgain(manager, id, papers[1]!);
    const [again] = (await queries.list(manager, id)).items.filter(({ outcome }) => outcome === null);
    expect(again).toMatchObject({ kind: L1[1], title: L1[1], issuedOn: '2020-01-01' });
    await documents.accept(officer, id, again!.id, {});
    const renewed = await read(id);
    expect(renewed.level).toBe('verified');
    expect(renewed.days).toBeGreaterThan(days + 650);
    await at(TWO_YEARS + 30);
    expect((await read(id)).level).toBe('verified');
  });

  it('that has run out comes back by all of L1 handed in anew, and the desk is told', async () => {
    const { id, manager, papers } = await verified();
    await at(TWO_YEARS + 2);
    expect((await read(id)).level).toBe('basic');
    const before = handedIn;
    await accepted(manager, id, 'reference');
    await accepted(manager, id, L1[0]!);
    expect([(await read(id)).level, handedIn]).toEqual(['basic', before]);
    await documents.handInAgain(manager, id, papers[1]!);
    expect([(await read(id)).level, handedIn]).toEqual(['documents_submitted', before + 1]);
    const [again] = (await queries.list(manager, id)).items.filter(({ outcome }) => outcome === null);
    await documents.accept(officer, id, again!.id, {});
    expect((await read(id)).level).toBe('verified');
  });

  it('waits no longer for papers that were refused or taken back', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE', level: 'basic' });
    const first = await hand(manager, id, L1[0]!);
    const second = await hand(manager, id, L1[1]!);
    expect((await read(id)).level).toBe('documents_submitted');
    await documents.refuse(officer, id, first, { reason: 'incomplete' });
    expect((await read(id)).level).toBe('basic');
    const third = await hand(manager, id, L1[0]!);
    expect((await read(id)).level).toBe('documents_submitted');
    await documents.remove(manager, id, third);
    expect((await read(id)).level).toBe('basic');
    await documents.remove(manager, id, second);
  });

  it('comes with the end of a suspension when its papers were accepted meanwhile', async () => {
    const { id, manager } = await newOrganization(context, { country: 'KE', level: 'basic' });
    const [first, second] = [await hand(manager, id, L1[0]!), await hand(manager, id, L1[1]!)];
    const organizations = context.get(OrganizationsService);
    await organizations.suspend(administrator, id, { reason: 'rules-broken' });
    for (const paper of [first, second]) await documents.accept(officer, id, paper, {});
    expect((await read(id)).level).toBe('documents_submitted');
    await organizations.resume(administrator, id, {});
    expect((await read(id)).level).toBe('verified');
  });

  it('holds for one year where financing is offered, and two months at least from the day that begins', async () => {
    const { id } = await verified();
    await financing(id, 'draft');
    await at(1);
    expect((await read(id)).days).toBeGreaterThan(700);
    await financing(id, 'submitted');
    await at(1);
    expect((await read(id)).days).toBeLessThan(367);
    const late = await verified();
    await at(500);
    await financing(late.id, 'submitted');
    await at(500);
    await at(510);
    expect((await read(late.id)).days).toBe(560);
  });

  it('is asked to be confirmed once at a time, by papers that were accepted', async () => {
    const { id, manager, papers } = await verified();
    const waiting = await hand(manager, id, 'reference');
    expect(await refusalOf(documents.handInAgain(manager, id, waiting))).toBe('conflict document.not-accepted');
    expect(await refusalOf(documents.handInAgain(officer, id, papers[0]!))).toBe('forbidden organization.manager-only');
    const { done, refused } = await outcomes(Array.from({ length: 10 }, () => documents.handInAgain(manager, id, papers[0]!)));
    expect([done, new Set(refused)]).toEqual([1, new Set(['conflict document.waiting'])]);
  });
});
