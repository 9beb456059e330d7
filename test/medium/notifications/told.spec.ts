import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { MATCH_WAITS, MatchInterestService, MatchReviewService } from '../../../src/modules/matching/index.js';
import { NotificationsModule, NotificationsQueries } from '../../../src/modules/notifications/index.js';
import { listingSubmitted, listingsImported } from '../../../src/modules/listings/index.js';
import { OrganizationsService } from '../../../src/modules/organizations/index.js';
import { longDate } from '../../../src/platform/i18n/locales.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { DomainEvents, type EventDefinition } from '../../../src/platform/events/domain-events.js';
import {
  matchingContext,
  moveListing,
  newListed,
  newPair,
  revise,
  runJobs,
  runJobsAgain,
  type MatchingContext,
} from '../../support/factories/matching.js';
import { newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { refusalOf } from '../../support/refusal.js';

let context: MatchingContext;
let inboxes: NotificationsQueries;
beforeAll(async () => {
  context = await matchingContext([NotificationsModule]);
  inboxes = context.get(NotificationsQueries);
});
afterAll(() => context.close());

const inbox = async (person: PersonActor) => (await inboxes.page(person, { limit: 100 })).items;
const kinds = async (person: PersonActor) => (await inbox(person)).map(({ kind }) => kind).reverse();
const about = async (person: PersonActor, kind: string) => (await inbox(person)).filter((one) => one.kind === kind).map(({ text }) => text);
const publish = async <Data extends object>(event: EventDefinition<Data>, data: Data): Promise<void> => {
  await context.uow.run(() => context.get(DomainEvents).publish(event, data));
  await runJobs(context);
};

describe('a run', () => {
  it('tells each owner once a listing, with the number, and never the same pair again', async () => {
    const provider = (await newOrganization(context)).manager;
    for (let i = 0; i < 3; i++) await newListed(context, { kind: 'technology', owner: provider });
    await runJobs(context);
    const need = await newListed(context, { kind: 'need' });
    await runJobs(context);
    expect(await about(need.owner, 'matches-found')).toEqual(['3 offers found for “Clean water for a town”.']);
    expect(await about(provider, 'matches-found')).toEqual(Array(3).fill('1 need found for “Solar pump”.'));
    const fourth = await newListed(context, { kind: 'technology', owner: provider });
    await runJobs(context);
    expect(await about(need.owner, 'matches-found')).toEqual([
      '1 offer found for “Clean water for a town”.',
      '3 offers found for “Clean water for a town”.',
    ]);
    await moveListing(context, fourth, 'paused');
    await runJobs(context);
    await moveListing(context, fourth, 'published');
    await runJobs(context);
    expect(await about(need.owner, 'matches-found')).toHaveLength(2);
  });

  it('tells the owner of an offer of all its needs in one', async () => {
    const seeker = (await newOrganization(context, { country: 'MZ' })).manager;
    const sector = [{ scheme: 'crs', code: '11220', main: true }];
    const words = { title: 'School desks', description: 'Desks for classrooms.', codes: sector };
    for (let i = 0; i < 4; i++) await newListed(context, { kind: 'need', owner: seeker, content: words });
    await runJobs(context);
    const offer = await newListed(context, { kind: 'technology', content: words });
    await runJobs(context);
    expect(await about(offer.owner, 'matches-found')).toEqual(['4 needs found for “School desks”.']);
    expect(await about(seeker, 'matches-found')).toEqual(Array(4).fill('1 offer found for “School desks”.'));
  });

  it('tells nothing twice when every job runs twice', async () => {
    const count = async () => (await context.sql.query('SELECT id, params FROM notification ORDER BY id')).rows;
    const before = await count();
    expect(before.length).toBeGreaterThan(5);
    await runJobsAgain(context);
    const after = await count();
    // A job whose row was lost after its commit tells again under its own id, which is the same.
    expect(after).toEqual(before);
  });

  it('tells nobody of what is held', async () => {
    const pair = await newPair(context, { offer: { content: { details: { readiness: 9, cooperation: ['sale'], dualUse: true } } } });
    expect(await about(pair.provider, 'matches-found')).toEqual([]);
    await context.get(MatchReviewService).release(context.administrator, pair.id, { seen: null });
    await runJobs(context);
    expect(await about(pair.provider, 'match-proposed')).toHaveLength(1);
    expect(await about(pair.seeker, 'match-proposed')).toHaveLength(1);
  });
});

describe('from the first yes to the introduction', () => {
  it('each side is told what concerns it, administrators what waits for them', async () => {
    const pair = await newPair(context);
    const viewer = await newMember(context, pair.offer.organizationId, 'viewer');
    const interest = context.get(MatchInterestService);
    await interest.expressInterest(pair.seeker, pair.id, { seen: null });
    await runJobs(context);
    expect(await about(pair.provider, 'other-side-yes')).toEqual([
      'The seeker of “Clean water for a town” (Mozambique) is interested in “Solar pump”. Your yes is all that is missing.',
    ]);
    await interest.expressInterest(pair.provider, pair.id, { seen: null });
    await revise(context, pair.offer, { details: { readiness: 9, cooperation: ['licence'] } });
    await runJobs(context);
    await interest.expressInterest(pair.seeker, pair.id, { seen: null });
    await context.get(MatchReviewService).approve(context.administrator, pair.id, { seen: null });
    await runJobs(context);
    expect(await kinds(pair.seeker)).toEqual(
      expect.arrayContaining(['published', 'matches-found', 'under-review', 'still-yes', 'introduced']),
    );
    expect(await about(pair.seeker, 'still-yes')).toHaveLength(1);
    expect(await about(pair.provider, 'introduced')).toHaveLength(1);
    expect(await inbox(viewer)).toEqual([]);
    expect(await about(context.administrator, 'match-to-review')).toHaveLength(1);
  });

  it('at the second yes a side that is not verified is told until when its papers are needed and the other that they are; with them, who decides', async () => {
    const manager = await newPerson(context, { language: 'fr' });
    const owner = (await newOrganization(context, { country: 'MZ', level: 'basic', manager })).manager;
    const pair = await newPair(context, { need: { owner } });
    const editor = await newMember(context, pair.need.organizationId, 'editor');
    const interest = context.get(MatchInterestService);
    await interest.expressInterest(pair.seeker, pair.id, { seen: null });
    await runJobs(context);
    expect(await about(owner, 'papers-needed')).toEqual([]);
    const before = await about(context.administrator, 'match-to-review');
    await interest.expressInterest(pair.provider, pair.id, { seen: null });
    await runJobs(context);
    const due = longDate(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10), 'fr');
    expect((await inbox(owner)).filter(({ kind }) => kind === 'papers-needed')).toMatchObject([
      { link: '/organization/papers', text: expect.stringContaining(`d’ici le ${due}`) as string },
    ]);
    expect(await about(editor, 'papers-needed')).toHaveLength(1);
    expect((await inbox(pair.provider)).filter(({ kind }) => kind === 'papers-awaited')).toMatchObject([{ link: `/matches/${pair.id}` }]);
    for (const person of [owner, pair.provider]) expect(await about(person, 'under-review')).toEqual([]);
    expect(await about(context.administrator, 'match-to-review')).toEqual(before);
    await context.get(OrganizationsService).verify(context.administrator, pair.need.organizationId);
    await runJobs(context);
    for (const person of [owner, pair.provider]) expect(await about(person, 'under-review')).toHaveLength(1);
    expect(await about(context.administrator, 'match-to-review')).toHaveLength(before.length + 1);
    expect(await about(pair.provider, 'papers-awaited')).toHaveLength(1);
  });

  it('a refusal is told to who had said yes, with its reason', async () => {
    const pair = await newPair(context);
    const interest = context.get(MatchInterestService);
    await interest.expressInterest(pair.seeker, pair.id, { seen: null });
    await interest.decline(pair.provider, pair.id, { reason: 'capacity', note: 'Between us: they never pay.', seen: null });
    await runJobs(context);
    const [text] = await about(pair.seeker, 'match-declined');
    expect(text).toContain('Reason: Capacity does not fit.');
    expect(text).not.toContain('never pay');
  });
});

describe('organizations and listings', () => {
  it('a registration is told who reviews, what comes next and by when', async () => {
    const service = context.get(OrganizationsService);
    const [one, other] = [await newPerson(context), await newPerson(context, { language: 'fr' })];
    await newPerson(context, { officerOf: ['GH'] });
    await service.register(one, { legalName: 'Pump makers', country: 'GH', type: '70', languages: ['en'] });
    await service.register(other, { legalName: 'Faiseurs de pompes', country: 'BJ', type: '70', languages: ['fr'] });
    await runJobs(context);
    expect((await about(one, 'registered'))[0]).toMatch(
      /^Your organization is registered\. The national centre \(Ghana\) checks it .* expect an answer by \d+ \w+ \d{4}\./,
    );
    expect((await about(other, 'registered'))[0]).toMatch(/^Votre organisation est enregistrée\. Un administrateur de la bourse/);
  });

  it('a submission is told to the centre, without one to the administrators; never to who submitted it', async () => {
    const officer = await newPerson(context, { officerOf: ['KE'] });
    const listed = await newListed(context, { kind: 'technology' });
    const submitted = (stage: 'centre_review' | 'global_review') =>
      publish(listingSubmitted, {
        listingId: listed.id,
        kind: 'technology',
        organizationId: listed.organizationId,
        revision: 1,
        personId: listed.owner.personId,
        stage,
      });
    await submitted('centre_review');
    expect([await about(officer, 'submitted'), await about(context.administrator, 'submitted')].map((texts) => texts.length)).toEqual([
      1, 0,
    ]);
    await submitted('global_review');
    expect([await about(officer, 'submitted'), await about(context.administrator, 'submitted')].map((texts) => texts.length)).toEqual([
      1, 1,
    ]);
    expect(await about(listed.owner, 'submitted')).toEqual([]);
  });

  it('decisions and imports are told to managers, once', async () => {
    const { id, manager } = await newOrganization(context, { level: 'basic' });
    const organizations = context.get(OrganizationsService);
    await organizations.verify(context.administrator, id);
    await organizations.suspend(context.administrator, id, { reason: 'rules-broken' });
    await publish(listingsImported, { organizationId: id, listingIds: [id, id], personId: null });
    expect((await kinds(manager)).sort()).toEqual(['imported', 'organization-suspended', 'organization-verified']);
    expect(await about(manager, 'imported')).toEqual(['2 listings were imported and published.']);
  });
});

describe('an inbox', () => {
  it('is the reader’s own, page by page, and knows what was read', async () => {
    const { owner } = await newListed(context, { kind: 'need' });
    for (let i = 0; i < 3; i++) await newListed(context, { kind: 'technology', owner });
    await runJobs(context);
    const first = await inboxes.page(owner, { limit: 2 });
    const second = await inboxes.page(owner, { limit: 100, after: first.next ?? '' });
    expect([...first.items, ...second.items]).toEqual(await inbox(owner));
    const [one] = first.items;
    expect(await refusalOf(inboxes.read(context.administrator, one!.id))).toBe('not-found notification.not-found');
    const read = await inboxes.read(owner, one!.id);
    expect(read.readAt).not.toBeNull();
    expect(await inboxes.read(owner, one!.id)).toEqual(read);
    const unread = await inboxes.page(owner, { limit: 100, unread: true });
    expect(unread.items.map(({ id }) => id)).not.toContain(one!.id);
  });

  it('is open to a key as far as the key is bound', async () => {
    const { owner } = await newListed(context, { kind: 'need' });
    await newListed(context, { kind: 'technology', owner: (await newOrganization(context, { manager: owner })).manager });
    await runJobs(context);
    const all = await inbox(owner);
    const bound = await inbox({ ...owner, sessionId: null, keyId: randomUUID() });
    expect(new Set(bound.map(({ subject }) => subject.id)).size).toBe(1);
    expect(bound.length).toBeLessThan(all.length);
    const other = all.find((one) => !bound.some(({ id }) => id === one.id));
    expect(await refusalOf(inboxes.read({ ...owner, sessionId: null, keyId: randomUUID() }, other!.id))).toBe(
      'not-found notification.not-found',
    );
  });
});

it('a seeker whose provider lets a match lapse is shown the next best', async () => {
  const pair = await newPair(context);
  await newListed(context, { kind: 'technology', content: { title: 'Second pump' } });
  await runJobs(context);
  await context.get(MatchInterestService).expressInterest(pair.seeker, pair.id, { seen: null });
  await context.shiftClock('43 days');
  await context.get(Schedule).runNow(MATCH_WAITS);
  await runJobs(context);
  await context.shiftClock('0');
  const { rows } = await context.sql.query<{ id: string }>(
    `SELECT id FROM match WHERE need_id = $1 AND state = 'suggested' ORDER BY score DESC, offer_id LIMIT 1`,
    [pair.need.id],
  );
  const lapsed = async (person: PersonActor) => (await inbox(person)).find(({ kind }) => kind === 'match-lapsed');
  expect(await lapsed(pair.seeker)).toMatchObject({
    link: `/matches/${rows[0]!.id}`,
    text: expect.stringMatching(/The next best offer for you is “.* pump”\.$/) as string,
  });
  expect(await lapsed(pair.provider)).toMatchObject({
    link: `/matches/${pair.id}`,
    text: expect.not.stringContaining('next best') as string,
  });
});
