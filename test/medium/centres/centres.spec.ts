import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { Centres, CentresModule } from '../../../src/modules/centres/index.js';
import { CentreAppointments } from '../../../src/modules/centres/centre-appointments.service.js';
import { CentresQueries } from '../../../src/modules/centres/centres.queries.js';
import type { NewCentre } from '../../../src/modules/centres/centres.schemas.js';
import { ActorQueries } from '../../../src/platform/auth/actor.queries.js';
import { newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

let ctx: MediumContext;
let centres: Centres;
let appointments: CentreAppointments;
let queries: CentresQueries;
let administrator: PersonActor;

beforeAll(async () => {
  ctx = await mediumContext({ modules: [CentresModule], providers: [ActorQueries] });
  centres = ctx.get(Centres);
  appointments = ctx.get(CentreAppointments);
  queries = ctx.get(CentresQueries);
  administrator = await newPerson(ctx, { administrator: true });
});
afterEach(() => ctx.shiftClock('0 days'));
afterAll(() => ctx.close());

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const centre = (countries: string[], expires: string | null = null): NewCentre => ({
  name: `Centre of ${countries.join(' and ')}`,
  host: 'Ministry of Planning',
  countries,
  contact: { email: 'centre@example.org' },
  letter: { reference: 'NV 12/2026', date: '2026-01-15', expires },
});
const officer = async (id: string, languages = ['en']): Promise<string> => {
  const { personId } = await newPerson(ctx);
  await appointments.setOfficer(administrator, id, personId, languages);
  return personId;
};

it('serves its countries once it has an officer, and two are advised', async () => {
  const id = await appointments.appoint(administrator, centre(['KE', 'SO']));
  expect(await queries.one(id)).toMatchObject({ standing: 'vacant', warnings: ['no-officer'], countries: ['KE', 'SO'] });
  expect([await centres.of('KE'), (await queries.desk('KE')).desk]).toEqual([null, 'global']);
  const first = await officer(id, ['en', 'sw']);
  expect(await queries.one(id)).toMatchObject({ standing: 'in-force', warnings: ['one-officer'] });
  const second = await officer(id, ['fr']);
  expect(await queries.one(id)).toMatchObject({
    warnings: [],
    officers: [
      { personId: first, countries: ['KE', 'SO'], languages: ['en', 'sw'] },
      { personId: second, countries: ['KE', 'SO'], languages: ['fr'] },
    ],
  });
  expect(await centres.of('SO')).toEqual({
    id,
    officers: [
      { personId: first, languages: ['en', 'sw'] },
      { personId: second, languages: ['fr'] },
    ],
  });
  const desk = await queries.desk('SO');
  expect(desk).toMatchObject({ desk: 'centre', centre: { host: 'Ministry of Planning', languages: ['en', 'fr', 'sw'] } });
  expect(JSON.stringify(desk)).not.toContain(first);
  expect(await queries.desk('UG')).toMatchObject({ desk: 'global', centre: null, contact: { email: expect.any(String) } });
});

it('an officer goes and another comes without a gap; who cannot sign in does not count', async () => {
  const id = await appointments.appoint(administrator, centre(['TZ']));
  const leaving = await officer(id);
  const coming = await officer(id);
  await appointments.endOfficer(administrator, id, leaving);
  expect((await centres.of('TZ'))?.officers.map(({ personId }) => personId)).toEqual([coming]);
  await ctx.sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [coming]);
  expect(await centres.of('TZ')).toBeNull();
  expect(await refusalOf(appointments.endOfficer(administrator, id, leaving))).toBe('not-found officer.not-found');
});

it('counts as none after the last day of its letter, and its officers serve nobody until the letter is renewed', async () => {
  const id = await appointments.appoint(administrator, centre(['RW'], dayIn(30)));
  const personId = await officer(id);
  expect((await queries.one(id)).warnings).toEqual(['one-officer', 'letter-ends-soon']);
  const token = randomUUID();
  await ctx.sql.query(`INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ($1, 'Officer', $2, true)`, [
    personId,
    `${personId}@example.org`,
  ]);
  await ctx.sql.query(
    `INSERT INTO auth.session (id, "userId", token, "expiresAt", "createdAt", "updatedAt") VALUES ($1, $2, $3, now() + interval '1 day', now(), now())`,
    [randomUUID(), personId, token],
  );
  const account = async () => (await ctx.get(ActorQueries).bySession(token))?.officerOf;
  expect(await account()).toEqual(['RW']);
  await ctx.shiftClock('31 days');
  expect([await centres.of('RW'), await account(), (await queries.one(id)).standing]).toEqual([null, [], 'letter-expired']);
  const { version } = await queries.one(id);
  await appointments.edit(administrator, id, version, { letter: { reference: 'NV 90/2026', date: dayIn(20), expires: dayIn(400) } });
  expect([(await centres.of('RW'))?.id, await account()]).toEqual([id, ['RW']]);
});

it('a country has one centre: also of two that are appointed at the same moment', async () => {
  const twins = await outcomes([1, 2].map(() => appointments.appoint(administrator, centre(['MW']))));
  expect(twins).toEqual({ done: 1, refused: ['conflict centre.country-taken'] });
  expect(await refusalOf(appointments.appoint(administrator, centre(['MZ', 'XX'])))).toBe('invalid request.invalid');
});

it('a country it gets brings its officers there, one it gives up ends them there, and it may come back', async () => {
  const id = await appointments.appoint(administrator, centre(['SN', 'GM']));
  const personId = await officer(id);
  await appointments.edit(administrator, id, 1, { countries: ['SN', 'ML'] });
  expect([await centres.of('GM'), (await centres.of('ML'))?.officers[0]?.personId]).toEqual([null, personId]);
  expect(await refusalOf(appointments.edit(administrator, id, 1, { name: 'Late' }))).toBe('precondition centre.changed-since');
  await appointments.edit(administrator, id, 2, { countries: ['SN', 'GM'] });
  expect([(await centres.of('GM'))?.id, await centres.of('ML')]).toEqual([id, null]);
});

it('ending it ends its officers; the record and its countries stay', async () => {
  const id = await appointments.appoint(administrator, centre(['LS']));
  await officer(id);
  await appointments.end(administrator, id, 'rules-broken');
  expect([await centres.of('LS'), await queries.one(id)]).toEqual([
    null,
    expect.objectContaining({ standing: 'ended', countries: ['LS'] }),
  ]);
  expect(await refusalOf(appointments.end(administrator, id, 'rules-broken'))).toBe('conflict centre.ended');
  expect((await queries.list({ limit: 10, ended: true })).items.map((item) => item.id)).toContain(id);
  const { rows } = await ctx.sql.query(`SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [id]);
  expect(rows.map(({ action }) => action)).toEqual(['centre.appoint', 'centre.set-officer', 'centre.end']);
});
