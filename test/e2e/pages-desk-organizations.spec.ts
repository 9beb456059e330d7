import { type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { sendForm } from '../support/forms.js';
import { administrator, draft, party, type Party, publish, waterOffers } from '../support/journey.js';

// Organizations before their desk, those that it keeps, and endorsements, by the pages.

let gate: TestApp;
let owner: Party;
let officer: Client;
let elsewhere: Client;
let global: Client;

beforeAll(async () => {
  gate = await startApp();
  owner = await party(gate, 'KE', 'Jua Pumps');
  [officer, elsewhere, global] = [await officerOf('KE'), await officerOf('UG'), await administrator(gate)];
});
afterAll(() => gate.close());

async function officerOf(country: string): Promise<Client> {
  const { client, id } = await signUp(gate.visitor, `Officer of ${country}`);
  await gate.sql.query('INSERT INTO country_officer (person_id, country) VALUES ($1, $2)', [id, country]);
  return client;
}

const page = async (client: Client, path: string): Promise<{ status: number; body: string }> => client.get(path, { accept: 'text/html' });
const send = (client: Client, path: string, fields: Record<string, string | string[]> = {}) =>
  sendForm(gate, client, `/en/desk/${path}`, fields);
const day = (name: string, { year, month, date }: { year: number; month: number; date: number }) => ({
  [`${name}-day`]: String(date),
  [`${name}-month`]: String(month),
  [`${name}-year`]: String(year),
});
const today = (): { year: number; month: number; date: number } => {
  const [year = 0, month = 0, date = 0] = new Date().toISOString().slice(0, 10).split('-').map(Number);
  return { year, month, date };
};

describe('organizations before their desk', () => {
  const paper = (kind: string) => ({ kind, title: `Our ${kind}`, language: 'en', issuedOn: '2024-01-01' });
  const add = async (kind: string, { client, organizationId } = owner): Promise<string> => {
    const { body } = await client.post(`/api/v1/organizations/${organizationId}/documents`, paper(kind));
    return String((body.items as { id: string; outcome: string | null }[]).find(({ outcome }) => outcome === null)?.id);
  };

  it('have their papers accepted, or refused with a reason that is asked for', async () => {
    const at = `organizations/${owner.organizationId}`;
    const certificate = await add('registration-certificate');
    expect((await page(officer, '/en/desk/organizations?waiting=papers')).body).toContain('Papers to decide on: 1');
    expect((await page(officer, `/en/desk/${at}`)).body).toContain(`href="/en/desk/${at}/papers/${certificate}/file"`);
    expect((await send(officer, `${at}/papers/${certificate}/accept`)).location).toBe(`/en/desk/${at}`);
    expect((await send(officer, `${at}/papers/${certificate}/accept`)).status).toBe(409);
    const authority = await add('signatory-authority');
    const refused = await send(officer, `${at}/papers/${authority}/refuse`, { note: 'Words <kept>' });
    expect([refused.status, refused.body.includes('Words &lt;kept>'), refused.body.includes('href="#reason"')]).toEqual([422, true, true]);
    expect((await send(officer, `${at}/papers/${authority}/refuse`, { reason: 'unclear' })).status).toBe(303);
    expect((await page(officer, `/en/desk/${at}`)).body).toContain('Not clear enough');
  });

  it('wait for an administrator once all papers of due diligence have been accepted, on the desk and in the list of what waits', async () => {
    const deep = await party(gate, 'KE', 'Deep Wells');
    const at = `organizations/${deep.organizationId}`;
    await gate.sql.query(`UPDATE organization SET level = 'verified' WHERE id = $1`, [deep.organizationId]);
    const waiting = async (client: Client) => (await client.get('/api/v1/reviews/organizations?waiting=due-diligence')).body.items;
    for (const kind of ['financial-statement', 'ownership', 'reference', 'reference', 'reference']) {
      expect(await waiting(global)).toEqual([]);
      expect((await officer.post(`/api/v1/${at}/documents/${await add(kind, deep)}/accept`, {})).status).toBe(200);
    }
    expect(await waiting(global)).toMatchObject([{ legalName: 'Deep Wells', dueDiligenceSince: expect.any(String) as string }]);
    expect([await waiting(elsewhere), await waiting(owner.client)]).toEqual([[], []]);
    const { body } = await page(global, '/en/desk/organizations?waiting=due-diligence');
    expect([body.includes('Deep Wells'), body.includes('Jua Pumps')]).toEqual([true, false]);
    expect((await page(global, `/en/desk/${at}`)).body).toContain('the decision of an administrator has been waiting since');
    for (const home of ['/en/desk', '/en/admin']) {
      const { body: shown } = await page(global, home);
      expect(shown).toContain('href="/en/desk/organizations?waiting=due-diligence"');
    }
    expect((await page(officer, '/en/desk')).body).not.toContain('waiting=due-diligence');
    expect((await send(global, `${at}/decide/pass-due-diligence`)).status).toBe(303);
    expect(await waiting(global)).toEqual([]);
  });

  it('are suspended and restored by administrators, and hidden from other desks and members', async () => {
    const at = `organizations/${owner.organizationId}`;
    expect((await page(elsewhere, `/en/desk/${at}`)).status).toBe(404);
    expect((await page(owner.client, `/en/desk/${at}`)).status).toBe(403);
    expect((await send(officer, `${at}/decide/suspend`, { reason: 'rules-broken' })).status).toBe(403);
    expect((await send(global, `${at}/decide/suspend`, {})).status).toBe(422);
    expect((await send(global, `${at}/decide/suspend`, { reason: 'rules-broken' })).status).toBe(303);
    expect((await page(officer, `/en/desk/${at}`)).body).toContain('Suspended');
    expect((await send(global, `${at}/decide/suspend`, { reason: 'rules-broken' })).status).toBe(409);
    expect((await send(global, `${at}/decide/resume`)).status).toBe(303);
    expect((await page(global, `/en/desk/${at}/decide/nonsense`)).status).toBe(404);
  });

  it('whose name is on a list are decided on by administrators', async () => {
    await global.post('/api/v1/admin/screening-lists', { name: 'List', asOf: '2026-01-01', csv: 'name,aliases,country\nJua Pumps,,KE\n' });
    await gate.drainJobs();
    const { body } = await page(global, '/en/desk/screening');
    const [hit] = /desk\/screening\/[0-9a-f-]{36}/.exec(body) ?? [];
    expect(body).toContain('href="/en/admin/screening"');
    expect((await page(global, '/en/admin/screening')).body).toContain(`href="/en/${hit}"`);
    expect((await page(officer, '/en/desk/screening')).status).toBe(403);
    expect((await sendForm(gate, global, `/en/${hit}`, {})).status).toBe(422);
    const cleared = await sendForm(gate, global, `/en/${hit}`, { outcome: 'cleared', reason: 'another-of-that-name' });
    expect(cleared.location).toBe(`/en/desk/organizations/${owner.organizationId}`);
    expect((await page(global, '/en/desk/screening')).body).toContain('No name is waiting');
  });
});

describe('organizations that a centre keeps', () => {
  const consent = (more: Record<string, string | string[]> = {}) => ({
    'consent.kind': 'noted-call',
    'consent.person.name': 'Thoko Banda',
    'consent.person.position': 'Director',
    'consent.person.phone': '+254 20 1234567',
    ...day('consent.givenOn', today()),
    'consent.scopes': ['register', 'list'],
    ...more,
  });
  const organization = { legalName: 'Water committee of Kitui', country: 'KE', type: '22', languages: ['en'] };
  let kept: string;

  it('are entered with a consent; what is wrong with it is said beside its fields', async () => {
    const refused = await send(officer, 'kept/new', { ...organization, ...consent({ 'consent.scopes': ['list'] }) });
    expect([refused.status, refused.body.includes('value="Thoko Banda"'), refused.body.includes('href="#consent.scopes"')]).toEqual([
      422,
      true,
      true,
    ]);
    const future = await send(officer, 'kept/new', { ...organization, ...consent(day('consent.givenOn', { ...today(), year: 2090 })) });
    expect([future.status, future.body.includes('href="#consent.givenOn-day"')]).toEqual([422, true]);
    expect((await send(elsewhere, 'kept/new', { ...organization, ...consent() })).status).toBe(403);
    const entered = await send(officer, 'kept/new', { ...organization, ...consent() });
    expect(entered.status).toBe(303);
    kept = String(entered.location).replace('/en/desk/', '');
    expect((await page(officer, '/en/desk/kept')).body).toContain('Water committee of Kitui');
    expect((await page(officer, `/en/desk/${kept}`)).body).toContain('Make a listing for it');
  });

  it('have their papers handed in and their particulars changed by their desk, which leaves the decision to somebody else', async () => {
    const at = kept.replace('kept/', 'organizations/');
    const paper = { kind: 'founding-act', title: 'Statutes', language: 'sw', ...day('issuedOn', { year: 2024, month: 5, date: 6 }) };
    expect((await page(officer, `/en/desk/${at}`)).body).toContain(`href="/en/desk/${at}/papers/new"`);
    const refused = await send(officer, `${at}/papers/new`, { ...paper, title: '' });
    expect([refused.status, refused.body.includes('<option value="sw" selected'), refused.body.includes('href="#title"')]).toEqual([
      422,
      true,
      true,
    ]);
    const { location } = await send(officer, `${at}/papers/new`, paper);
    expect((await page(officer, String(location))).body).toContain('At most 10 MB');
    expect((await officer.get(`/api/v1/${at}/documents`)).body.waiting).toMatchObject({ with: 'administrators' });
    expect((await page(officer, String(location).replace(/papers\/.*/, `papers/${owner.organizationId}/file`))).status).toBe(404);
    const accept = String(location).replace('/en/desk/', '').replace(/file$/, 'accept');
    expect((await send(officer, accept)).status).toBe(403);
    expect((await send(global, accept)).status).toBe(303);
    expect((await page(officer, `/en/desk/${at}`)).body).toContain('Adele Administrator');
    const again = accept.replace(/accept$/, 'again');
    expect([(await send(officer, again)).status, (await send(officer, again)).status]).toEqual([303, 409]);
    const [takeBack] =
      /desk\/organizations\/[0-9a-f-]{36}\/papers\/[0-9a-f-]{36}\/remove/.exec((await page(officer, `/en/desk/${at}`)).body) ?? [];
    expect((await page(officer, `/en/${takeBack}`)).body).toContain('Take this paper back?');
    expect((await sendForm(gate, officer, `/en/${takeBack}`)).status).toBe(303);
    expect((await page(officer, `/en/${takeBack}`)).status).toBe(404);
    const version = (await officer.get(`/api/v1/${at}`)).body.version as number;
    const changed = { ...organization, languages: ['sw', 'en'], size: 'small', version: String(version) };
    expect((await send(officer, `${at}/edit`, { ...changed, version: '0' })).status).toBe(412);
    expect((await send(officer, `${at}/edit`, changed)).status).toBe(303);
    expect((await officer.get(`/api/v1/${at}`)).body).toMatchObject({ languages: ['sw', 'en'], size: 'small' });
    expect((await page(elsewhere, `/en/desk/${at}/edit`)).status).toBe(404);
  });

  it('are the only ones whose particulars officers change; administrators correct any', async () => {
    const at = `organizations/${owner.organizationId}`;
    const { version } = (await owner.client.get(`/api/v1/${at}`)).body as { version: number };
    const corrected = { legalName: 'Jua Pumps Ltd', country: 'KE', type: '70', languages: ['en'], version: String(version) };
    expect((await send(officer, `${at}/edit`, corrected)).status).toBe(403);
    expect(
      (await send(officer, `${at}/papers/new`, { kind: 'reference', title: 'x', language: 'en', ...day('issuedOn', today()) })).status,
    ).toBe(403);
    expect((await page(owner.client, `/en/desk/${at}/edit`)).status).toBe(403);
    expect((await send(global, `${at}/edit`, corrected)).status).toBe(303);
    expect((await owner.client.get(`/api/v1/${at}`)).body.legalName).toBe('Jua Pumps Ltd');
  });

  it('have consents recorded and taken back, each by those who keep them', async () => {
    expect((await page(elsewhere, `/en/desk/${kept}`)).status).toBe(404);
    const signed = await send(
      officer,
      `${kept}/consents/new`,
      consent({ 'consent.kind': 'signed-form', 'consent.scopes': ['answer-matches'] }),
    );
    expect(signed.location).toMatch(/\/consents\/[0-9a-f-]{36}\/form$/);
    expect((await page(officer, String(signed.location))).body).toContain('At most 10 MB');
    expect((await page(officer, '/en/desk/consents')).body).toContain('Water committee of Kitui');
    const back = String(signed.location).replace('/en/desk/', '').replace(/form$/, 'withdraw');
    expect((await send(officer, back)).status).toBe(303);
    expect((await send(officer, back)).status).toBe(409);
  });

  it('are handed over by a link, which can be stopped', async () => {
    expect((await send(officer, `${kept}/claim-links`, { email: 'nonsense' })).body).toContain('value="nonsense"');
    expect((await send(officer, `${kept}/claim-links`, { email: 'thoko@example.org' })).status).toBe(303);
    const { body } = await page(officer, `/en/desk/${kept}`);
    expect(body).toContain('thoko@example.org');
    const [stop] = /desk\/kept\/[0-9a-f-]{36}\/claim-links\/[0-9a-f-]{36}\/withdraw/.exec(body) ?? [];
    expect((await sendForm(gate, officer, `/en/${stop}`, {})).status).toBe(303);
    expect((await page(officer, `/en/desk/${kept}`)).body).toContain('Stopped');
  });
});

describe('endorsements and countries', () => {
  it('an endorsement is recorded by an officer of the country, and withdrawn with a reason', async () => {
    const listing = await draft(owner, 'offers', waterOffers.technology);
    await publish(owner, global, listing);
    const { reference } = (await owner.client.get(listing.path)).body as { reference: string };
    expect((await page(officer, '/en/desk/endorsements?reference=nope')).body).toContain('No listing of your countries has this reference');
    const found = await officer.get(`/en/desk/endorsements?reference=${reference}`, { accept: 'text/html' });
    expect(found.headers.location).toBe(`/en/desk/listings/${listing.id}/endorsements/new`);
    const fields = { institution: 'Ministry of Water', person: 'Dr Lado', position: 'Director', document: 'MW/7', ...day('on', today()) };
    expect((await send(officer, `listings/${listing.id}/endorsements/new`, { ...fields, person: '' })).body).toContain(
      'value="Ministry of Water"',
    );
    expect((await send(global, `listings/${listing.id}/endorsements/new`, fields)).status).toBe(403);
    expect((await send(officer, `listings/${listing.id}/endorsements/new`, fields)).status).toBe(303);
    expect((await page(officer, '/en/desk/endorsements')).body).toContain('Ministry of Water');
    const [withdraw] =
      /desk\/listings\/[0-9a-f-]{36}\/endorsements\/[0-9a-f-]{36}\/withdraw/.exec(
        (await page(officer, `/en/desk/listings/${listing.id}`)).body,
      ) ?? [];
    expect((await sendForm(gate, officer, `/en/${withdraw}`, {})).status).toBe(422);
    expect((await sendForm(gate, officer, `/en/${withdraw}`, { reason: 'entered-by-mistake' })).status).toBe(303);
    expect((await page(officer, `/en/desk/listings/${listing.id}`)).body).toContain('Entered by mistake');
  });

  it('everybody reads who serves a country, and what is new there', async () => {
    const { body } = await page(gate.visitor, '/en/countries/KE');
    expect(body).toContain('There is no centre yet; the global desk serves you.');
    expect(body).toContain(waterOffers.technology.title);
    expect((await page(gate.visitor, '/en/countries')).body).toMatch(/Kenya<\/a><span class="gate-part"> \(1\)/);
    expect((await page(gate.visitor, '/en/countries/ZZ')).status).toBe(404);
    expect((await page(gate.visitor, '/ar/consent-form?country=UG')).body).toContain('المكتب العالمي');
  });
});
