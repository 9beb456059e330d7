import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { CentresModule } from '../../../src/modules/centres/index.js';
import { ConsentRecords } from '../../../src/modules/centres/consent-records.service.js';
import { ConsentsQueries } from '../../../src/modules/centres/consents.queries.js';
import type { NewConsent } from '../../../src/modules/centres/consents.schemas.js';
import { ClaimsService } from '../../../src/modules/organizations/claims.service.js';
import { invitationToken } from '../../../src/modules/organizations/invitation-token.js';
import { InvitationsService } from '../../../src/modules/organizations/invitations.service.js';
import { Consents, type ConsentScope, OrganizationsService, OrganizationViewsQueries } from '../../../src/modules/organizations/index.js';
import { newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

let ctx: MediumContext;
let records: ConsentRecords;
let queries: ConsentsQueries;
let consents: Consents;
let officer: PersonActor;

beforeAll(async () => {
  ctx = await mediumContext({ modules: [CentresModule] });
  records = ctx.get(ConsentRecords);
  queries = ctx.get(ConsentsQueries);
  consents = ctx.get(Consents);
  officer = await newPerson(ctx, { officerOf: ['KE'] });
});
afterEach(() => ctx.shiftClock('0 days'));
afterAll(() => ctx.close());

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const consent = (scopes: ConsentScope[], change: Partial<NewConsent> = {}): NewConsent => ({
  kind: 'signed-form',
  person: { name: 'Amina Deng', phone: '+254 20 1234567' },
  givenOn: dayIn(0),
  scopes,
  ...change,
});
const organization = (change: object = {}) => ({
  legalName: `Water committee ${randomUUID()}`,
  country: 'KE',
  type: '22',
  languages: ['sw'],
  ...change,
});

it('an officer enters an organization that has no user, with the consent to do so; the centre keeps it', async () => {
  const { id } = await records.enterOrganization(officer, { ...organization(), consent: consent(['register', 'list']) });
  expect(await ctx.get(OrganizationViewsQueries).one(id, officer)).toMatchObject({
    enteredBy: 'centre',
    custodial: true,
    contactPersonId: officer.personId,
    role: null,
  });
  const held = await queries.list(officer, id);
  expect(held).toMatchObject({
    inForce: ['register', 'list'],
    items: [{ state: 'in-force', person: { name: 'Amina Deng', position: null } }],
  });
  const { rows } = await ctx.sql.query(`SELECT action, data::text AS data FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [id]);
  expect(rows.map(({ action }) => action)).toEqual(['organization.register', 'consent.record', 'consent.read']);
  expect(JSON.stringify(rows)).not.toMatch(/Amina|1234567|Water/);
});

it('refuses another country, an entry without its own scope, and one that is there already', async () => {
  const given = organization();
  const enter = (change: object, scopes: ConsentScope[] = ['register']) =>
    refusalOf(records.enterOrganization(officer, { ...given, ...change, consent: consent(scopes) }));
  expect(await enter({ country: 'UG' })).toBe('forbidden organization.other-country');
  expect(await enter({}, ['list', 'answer-matches'])).toBe('invalid request.invalid');
  await records.enterOrganization(officer, { ...given, consent: consent(['register']) });
  expect(await enter({ legalName: given.legalName.toUpperCase() })).toBe('conflict organization.already-registered');
  const once = organization();
  const colleague = await newPerson(ctx, { officerOf: ['KE'] });
  const twins = [officer, officer, colleague].map((by) => records.enterOrganization(by, { ...once, consent: consent(['register']) }));
  expect(await outcomes(twins)).toEqual({ done: 1, refused: Array(2).fill('conflict organization.already-registered') });
});

it('holds for its scopes from its day to its last day, and as long as another one covers them', async () => {
  const { id } = await newOrganization(ctx);
  expect(await refusalOf(consents.require(id, 'list'))).toBe('forbidden consent.required');
  await records.record(officer, id, consent(['list', 'answer-matches'], { until: dayIn(10) }));
  await records.record(officer, id, consent(['list'], { kind: 'noted-call', until: dayIn(20) }));
  expect(await consents.inForce(id)).toEqual(['list', 'answer-matches']);
  expect(await refusalOf(consents.require(id, 'list', 'receive-contacts'))).toBe('forbidden consent.required');
  await ctx.shiftClock('11 days');
  expect(await consents.inForce(id)).toEqual(['list']);
  await ctx.shiftClock('21 days');
  expect((await queries.list(officer, id)).items.map(({ state }) => state)).toEqual(['lapsed', 'lapsed']);
});

it('is kept by officers of its country and administrators, not by members; a manager reads it and may take it back', async () => {
  const { id, manager } = await newOrganization(ctx);
  const foreign = await newPerson(ctx, { officerOf: ['UG'] });
  const both = await newMember(ctx, id, 'editor', await newPerson(ctx, { officerOf: ['KE'] }));
  for (const actor of [manager, foreign, both])
    expect(await refusalOf(records.record(actor, id, consent(['list'])))).toBe('forbidden consent.keepers-only');
  expect(await refusalOf(queries.list(foreign, id))).toBe('forbidden organization.members-only');
  const made = await records.record(await newPerson(ctx, { administrator: true }), id, consent(['list']));
  expect((await queries.list(manager, id)).items).toHaveLength(1);
  expect(await refusalOf(records.withdraw(both, id, made.id))).toBe('forbidden consent.keepers-only');
  const elsewhere = await newOrganization(ctx);
  const key: PersonActor = { ...manager, keyId: randomUUID(), organization: { id: elsewhere.id, role: 'manager' } };
  expect(await refusalOf(records.withdraw(key, id, made.id))).toBe('forbidden consent.keepers-only');
  expect(await refusalOf(records.record(officer, id, consent(['list'])))).toBe('conflict consent.exists');
  await records.withdraw(manager, id, made.id);
  expect(await consents.inForce(id)).toEqual([]);
  expect(await refusalOf(records.withdraw(officer, id, made.id))).toBe('conflict consent.ended');
});

it('a claim link hands the organization over once: the first of its own people manages it, and the consents end', async () => {
  const { id } = await records.enterOrganization(officer, { ...organization(), consent: consent(['register', 'list']) });
  const [claims, invitations] = [ctx.get(ClaimsService), ctx.get(InvitationsService)];
  const [first, second] = [await newPerson(ctx), await newPerson(ctx)];
  const offer = async ({ personId }: PersonActor) => {
    const made = await claims.offer(officer, id, `${personId}@example.org`);
    return invitationToken(made.id, ctx.config.secret);
  };
  const foreign = await newPerson(ctx, { officerOf: ['UG'] });
  expect(await refusalOf(claims.offer(foreign, id, 'somebody@example.org'))).toBe('not-found organization.not-found');
  const own = await offer(officer);
  expect(await refusalOf(invitations.acceptInvitation(officer, own))).toBe('forbidden organization.keepers-do-not-claim');
  const [token, other] = [await offer(first), await offer(second)];
  await ctx.shiftClock('29 days');
  await invitations.acceptInvitation(first, token);
  const organizations = ctx.get(OrganizationViewsQueries);
  expect(await organizations.one(id, first)).toMatchObject({
    role: 'manager',
    custodial: false,
    contactPersonId: first.personId,
    enteredBy: 'centre',
  });
  expect((await queries.list(first, id)).items).toMatchObject([{ state: 'handed-over' }]);
  expect(await refusalOf(invitations.acceptInvitation(first, token))).toMatch(/^conflict/);
  expect(await refusalOf(invitations.acceptInvitation(second, other))).toMatch(/^conflict/);
  expect(await refusalOf(claims.offer(officer, id, 'late@example.org'))).toBe('conflict organization.has-members');
});

it('two claim links used at the same moment make one manager, and so does one that is used twice', async () => {
  const { id } = await records.enterOrganization(officer, { ...organization(), consent: consent(['register']) });
  const [claims, invitations] = [ctx.get(ClaimsService), ctx.get(InvitationsService)];
  const people = [await newPerson(ctx), await newPerson(ctx)];
  const links = [];
  for (const person of people) {
    const made = await claims.offer(officer, id, `${person.personId}@example.org`);
    links.push({ person, token: invitationToken(made.id, ctx.config.secret) });
  }
  const used = await outcomes([...links, ...links].map(({ person, token }) => invitations.acceptInvitation(person, token)));
  expect([used.done, used.refused.every((one) => one.startsWith('conflict '))]).toEqual([1, true]);
  const { rows } = await ctx.sql.query('SELECT role FROM membership WHERE organization_id = $1', [id]);
  expect(rows).toEqual([{ role: 'manager' }]);
});

it('an organization whose last manager was closed out is handed over by a link too, also to one of its members', async () => {
  const { id, manager } = await newOrganization(ctx);
  const [claims, invitations] = [ctx.get(ClaimsService), ctx.get(InvitationsService)];
  const editor = await newMember(ctx, id, 'editor');
  const offer = () => claims.offer(officer, id, `${editor.personId}@example.org`);
  expect(await refusalOf(offer())).toBe('conflict organization.has-members');
  await ctx.sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [manager.personId]);
  expect(await ctx.get(OrganizationViewsQueries).one(id, officer)).toMatchObject({ custodial: false, managed: false });
  await invitations.acceptInvitation(editor, invitationToken((await offer()).id, ctx.config.secret));
  expect(await ctx.get(OrganizationViewsQueries).one(id, officer)).toMatchObject({ managed: true, contactPersonId: editor.personId });
  const { rows } = await ctx.sql.query('SELECT role FROM membership WHERE organization_id = $1 AND person_id = $2', [id, editor.personId]);
  expect(rows).toEqual([{ role: 'manager' }]);
});

it('a claim link runs out, and may be withdrawn', async () => {
  const { id } = await records.enterOrganization(officer, { ...organization(), consent: consent(['register']) });
  const [claims, invitations] = [ctx.get(ClaimsService), ctx.get(InvitationsService)];
  const person = await newPerson(ctx);
  const made = await claims.offer(officer, id, `${person.personId}@example.org`);
  const accept = () => refusalOf(invitations.acceptInvitation(person, invitationToken(made.id, ctx.config.secret)));
  await ctx.shiftClock('31 days');
  expect(await accept()).toBe('conflict invitation.expired');
  await ctx.shiftClock('0 days');
  await claims.withdraw(officer, id, made.id);
  expect(await accept()).toBe('conflict invitation.withdrawn');
});

it('officers who keep an organization correct its particulars by its consent, find it among those they keep, and see what ends next', async () => {
  const [keeper, foreign] = [await newPerson(ctx, { officerOf: ['MW'] }), await newPerson(ctx, { officerOf: ['ZM'] })];
  const enter = (until: number) =>
    records.enterOrganization(keeper, { ...organization({ country: 'MW' }), consent: consent(['register'], { until: dayIn(until) }) });
  const [later, sooner] = [await enter(90), await enter(30)];
  await newOrganization(ctx, { country: 'MW' });
  const organizations = ctx.get(OrganizationViewsQueries);
  const listed = async (actor: PersonActor) => (await organizations.list(actor, { kept: true, limit: 10 })).items.map(({ id }) => id);
  expect([await listed(keeper), await listed(foreign)]).toEqual([[sooner.id, later.id], []]);
  const first = await queries.due(keeper, { limit: 1 });
  const rest = await queries.due(keeper, { limit: 5, after: first.next ?? undefined });
  expect([...first.items, ...rest.items].map((one) => one.organization.id)).toEqual([sooner.id, later.id]);
  expect((await queries.due(foreign, { limit: 5 })).items).toEqual([]);
  const edit = () => ctx.get(OrganizationsService).update(keeper, later.id, null, { languages: ['ny', 'en'] });
  await edit();
  expect(await organizations.one(later.id, keeper)).toMatchObject({ languages: ['ny', 'en'] });
  const { items } = await queries.list(keeper, later.id);
  await records.withdraw(keeper, later.id, items[0]!.id);
  expect(await refusalOf(edit())).toBe('forbidden consent.required');
  const { rows } = await ctx.sql.query(`SELECT FROM audit_entry WHERE action = 'consent.read' AND subject_id = $1`, [later.id]);
  expect(rows).toHaveLength(1);
});
