import type { Client } from '../support/client.js';
import { signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { administrator, draft, party, type Party, publish, waterOffers } from '../support/journey.js';

let gate: TestApp;
let owner: Party;
let other: Party;
let reviewer: Client;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  owner = await party(gate, 'KE', 'Jua Pumps');
  other = await party(gate, 'UG', 'Another one');
  reviewer = await administrator(gate);
});
afterAll(() => gate.close());

type Fields = Record<string, string | string[]>;

/** As a browser sends a form; a list for boxes of one name. */
const send = (client: Client, path: string, fields: Fields, headers: Record<string, string> = {}) =>
  gate.app.inject({
    method: 'POST',
    url: `/en${path}`,
    authority: new URL(gate.baseUrl).host,
    headers: { ...client.headers, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
    payload: new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))).toString(),
  });
const read = async (client: Client, path: string): Promise<string> =>
  String((await client.get(`/en${path}`, { accept: 'text/html' })).body);
const version = async (id: string): Promise<string> =>
  String((await gate.sql.query('SELECT version FROM listing WHERE id = $1', [id])).rows[0].version);
const contentOf = async (id: string) =>
  (await gate.sql.query('SELECT content, language FROM listing_revision WHERE listing_id = $1 ORDER BY revision DESC LIMIT 1', [id]))
    .rows[0];

/** Fills in one part and says where it led. */
async function save(id: string, part: string, fields: Fields, client = owner.client): Promise<string> {
  const answer = await send(client, `/my/listings/${id}/edit/${part}`, { version: await version(id), ...fields });
  if (answer.statusCode !== 303)
    throw new Error(`${part} answered ${answer.statusCode}: ${answer.body.match(/error-message[^]*?<\/p>/g)?.join('') ?? ''}`);
  return String(answer.headers.location);
}

async function newDraft(kind: string, title = 'Solar pump for deep wells'): Promise<string> {
  const { headers } = await send(owner.client, '/my/listings/new', { kind, title, language: 'en' });
  return String(headers.location).split('/').pop() ?? '';
}

describe('a new listing', () => {
  it('leads visitors to join, and those without organization to register one, and both back', async () => {
    const visitor = await gate.visitor.get('/en/my/listings/new?kind=need');
    expect(visitor.headers.location).toBe(`/en/sign-up?next=${encodeURIComponent('/my/listings/new?kind=need')}`);
    const { client } = await signUp(gate.visitor);
    const stranger = await client.get('/en/my/listings/new?kind=need');
    expect(stranger.headers.location).toBe(`/en/organization/new?next=${encodeURIComponent('/my/listings/new?kind=need')}`);
  });

  it('is a draft after three answers; what is missing is said with the words kept', async () => {
    const refused = await send(owner.client, '/my/listings/new', { kind: '', title: 'Kept <words>', language: 'en' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('value="Kept &lt;words>"');
    expect(refused.body).toContain('href="#kind"');
    const id = await newDraft('need', 'Water for a town');
    expect(await contentOf(id)).toMatchObject({ language: 'en', content: { title: 'Water for a town', country: 'KE' } });
  });

  it('is seen by its organization alone, and changed by its editors', async () => {
    const id = await newDraft('technology');
    for (const path of ['', '/edit/basics', '/check', '/withdraw'])
      expect((await other.client.get(`/en/my/listings/${id}${path}`)).status).toBe(404);
    await gate.sql.query(`UPDATE membership SET role = 'viewer' WHERE person_id = $1`, [owner.personId]);
    expect((await owner.client.get(`/en/my/listings/${id}`)).status).toBe(200);
    expect((await owner.client.get(`/en/my/listings/${id}/edit/basics`)).status).toBe(403);
    expect((await send(owner.client, `/my/listings/${id}/edit/basics`, { version: '1', title: 'x' })).statusCode).toBe(403);
    await gate.sql.query(`UPDATE membership SET role = 'manager' WHERE person_id = $1`, [owner.personId]);
  });
});

describe('the wizard', () => {
  it('takes a technology from a title to a review, one part after the other', async () => {
    const id = await newDraft('technology');
    const home = `/en/my/listings/${id}`;
    expect(await read(owner.client, `/my/listings/${id}/check`)).toContain('Still missing');
    const basics = { title: 'Solar pump for deep wells', language: 'en', teaser: '', description: 'A pump for wells of up to 80 metres.' };
    expect(await save(id, 'basics', basics)).toBe(`${home}/edit/sector`);
    expect(await save(id, 'sector', { sector: [], category: '140', open: 'true' })).toBe(`${home}/edit/sector?category=140`);
    expect(await read(owner.client, `/my/listings/${id}/edit/sector?category=140`)).toContain('value="14031"');
    await save(id, 'sector', {
      sector: ['14031', '31140'],
      main: '31140',
      goal: '6',
      target: '6.1',
      'share.14031': '40',
      'share.31140': '60',
    });
    const story = { 'details.advantage': 'No fuel.', 'details.costComparison-or': 'not-known-yet' };
    expect(await save(id, 'story', story)).toBe(`${home}/edit/readiness`);
    const used = { 'details.usedIn.0.country': 'kenya', 'details.usedIn.0.year': '2024', 'details.usedIn.3.country': 'Côte d’Ivoire' };
    expect(await save(id, 'readiness', { 'details.readiness': '7', ...used, more: 'details.usedIn' })).toBe(
      `${home}/edit/readiness#details.usedIn`,
    );
    await save(id, 'terms', {
      'details.cooperation': ['licence', 'training'],
      'details.ip.status': 'granted',
      'details.ip.numbers': 'KE 1\nKE 2',
      'details.ip.expires-day': '1',
      'details.ip.expires-month': '2',
      'details.ip.expires-year': '2031',
      'details.terms.price.min': '1 200,50',
      'details.terms.price.currency': 'USD',
      'details.terms.exclusivity': 'false',
      'details.dualUse': 'false',
    });
    await save(id, 'reach', {
      'countriesOffered-tick': ['group:LDC'],
      countriesOffered: 'Kenya\nEastern Africa',
      'languages-tick': ['en', 'fr'],
      languages: 'Swahili',
      interpreter: 'true',
      contactPersonId: owner.personId,
    });
    await save(id, 'specifications', {
      'specifications.0.attribute': 'off-grid',
      'specifications.0.value': 'yes',
      'specifications.1.attribute': 'water-output',
      'specifications.1.min': '5',
    });
    expect(await save(id, 'levels', { 'levels.terms': '3', later: 'true' })).toBe(home);
    const { content } = await contentOf(id);
    expect(content).toMatchObject({
      codes: [
        { scheme: 'crs', code: '14031', percentage: 40 },
        { scheme: 'crs', code: '31140', main: true, percentage: 60 },
        { scheme: 'sdg-goal', code: '6' },
        { scheme: 'sdg-target', code: '6.1' },
      ],
      countriesOffered: ['group:LDC', 'KE', 'region:014'],
      languages: ['en', 'fr', 'sw'],
      interpreter: true,
      levels: { terms: 3 },
      specifications: [
        { attribute: 'off-grid', value: true },
        { attribute: 'water-output', min: 5 },
      ],
      details: {
        costComparison: 'not-known-yet',
        readiness: 7,
        usedIn: [{ country: 'KE', year: 2024 }, { country: 'CI' }],
        ip: { status: 'granted', numbers: ['KE 1', 'KE 2'], expires: '2031-02-01' },
        terms: { price: { min: 1200.5, currency: 'USD' }, exclusivity: false },
        dualUse: false,
      },
    });
    const answers = await read(owner.client, `/my/listings/${id}/check`);
    expect([answers, answers]).toEqual([expect.stringContaining('Hand it in'), expect.stringContaining('\u20665 m³/d\u2069')]);
    const handedIn = await send(owner.client, `/my/listings/${id}/check`, { version: await version(id) });
    expect([handedIn.statusCode, handedIn.headers.location]).toEqual([303, home]);
    const { rows } = await gate.sql.query('SELECT state FROM listing WHERE id = $1', [id]);
    expect(rows[0].state).toMatch(/_review$/);
    // A second click finds it handed in already.
    expect((await send(owner.client, `/my/listings/${id}/check`, { version: await version(id) })).statusCode).toBe(409);
    expect(await owner.client.get(`/en/my/listings/${id}/edit/basics`)).toMatchObject({ status: 303 });
  });

  it('shows what was answered again, and takes an entry out', async () => {
    const id = await newDraft('need');
    const rows = {
      'requirements.0.attribute': 'water-output',
      'requirements.0.comparator': '>=',
      'requirements.0.value': '60',
      'requirements.0.must': 'true',
      'requirements.1.attribute': 'off-grid',
      'requirements.1.comparator': '=',
      'requirements.1.value': 'yes',
    };
    await save(id, 'requirements', rows);
    const page = await read(owner.client, `/my/listings/${id}/edit/requirements`);
    expect(page).toMatch(/name="requirements\.0\.value"[^>]*value="60"|value="60"[^>]*name="requirements\.0\.value"/);
    expect(page).toContain('name="requirements.2.attribute"');
    expect(await save(id, 'requirements', { ...rows, without: 'requirements.0' })).toContain('/edit/requirements#requirements');
    expect((await contentOf(id)).content.requirements).toEqual([{ attribute: 'off-grid', comparator: '=', value: true, must: false }]);
    const lots = {
      'lots.0.title': 'Pumps',
      'lots.0.requirements.0.attribute': 'off-grid',
      'lots.0.requirements.0.comparator': '=',
      'lots.0.requirements.0.value': 'no',
    };
    await save(id, 'lots', lots);
    expect((await contentOf(id)).content.lots).toEqual([
      {
        key: expect.stringMatching(/^part-/),
        title: 'Pumps',
        requirements: [{ attribute: 'off-grid', comparator: '=', value: false, must: false }],
      },
    ]);
  });

  it('says beside each field what is wrong, in the words of the reader', async () => {
    const id = await newDraft('technology');
    const sent = { version: await version(id), countriesOffered: 'Kenia\nWakanda', 'languages-tick': 'en' };
    const { statusCode, body } = await send(owner.client, `/my/listings/${id}/edit/reach`, sent);
    expect(statusCode).toBe(422);
    expect(body).toContain('There is no country or region called “Wakanda”');
    expect(body).toContain('href="#countriesOffered"');
    expect(body).toMatch(/<textarea[^>]*id="countriesOffered"[^>]*>Kenia\nWakanda/);
    const title = await send(owner.client, `/my/listings/${id}/edit/basics`, {
      version: await version(id),
      title: 'Write to ana@example.org',
      language: 'en',
    });
    expect(title.statusCode).toBe(422);
    expect(title.body).toContain('Leave out e-mail addresses');
  });

  it('tells what somebody else has saved meanwhile, and keeps the words', async () => {
    const id = await newDraft('technology');
    const seen = await version(id);
    await save(id, 'basics', { title: 'Changed by a colleague', language: 'en' });
    const late = await send(owner.client, `/my/listings/${id}/edit/basics`, { version: seen, title: 'My own words', language: 'en' });
    expect(late.statusCode).toBe(412);
    expect(late.body).toContain('value="My own words"');
    expect(late.body).toContain('What is stored now differs here: Title');
    expect(late.body).toContain(`name="version" value="${await version(id)}"`);
  });

  it('saves by itself while somebody writes', async () => {
    const id = await newDraft('technology');
    const fields = { version: await version(id), title: 'Saved by itself', language: 'en' };
    const answer = await send(owner.client, `/my/listings/${id}/edit/basics`, fields, { accept: 'application/json' });
    expect(answer.json()).toEqual({ version: Number(await version(id)) });
    expect((await contentOf(id)).content.title).toBe('Saved by itself');
    const again = await send(owner.client, `/my/listings/${id}/edit/basics`, { ...fields, title: '' }, { accept: 'application/json' });
    expect(again.statusCode).toBeGreaterThanOrEqual(400);
  });

  it('takes texts in another language, whoever wrote them, and a file on a page of its own', async () => {
    const id = await newDraft('technology');
    await save(id, 'languages/fr', {
      title: 'Pompe solaire',
      'details.problem': 'Des puits à sec',
      origin: 'human-translation',
      checked: 'true',
    });
    expect((await contentOf(id)).content.texts).toEqual([
      {
        language: 'fr',
        title: 'Pompe solaire',
        details: { problem: 'Des puits à sec' },
        origin: 'human-translation',
        checkedBy: owner.personId,
      },
    ]);
    expect((await owner.client.get(`/en/my/listings/${id}/edit/languages/xx`)).status).toBe(404);
    const file = await sendFile(id, 'report.txt', 'A report.');
    expect([file.statusCode, file.headers.location]).toEqual([303, `/en/my/listings/${id}/edit/files`]);
    const { attachments } = (await contentOf(id)).content;
    expect(attachments).toMatchObject([{ title: 'Test report', level: 2, name: 'report.txt' }]);
    expect(await read(owner.client, `/my/listings/${id}/edit/files`)).toContain('report.txt');
    const refused = await sendFile(id, 'report.exe', 'MZ');
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('value="Test report"');
    await save(id, 'files', { without: attachments[0].file });
    expect((await contentOf(id)).content.attachments).toEqual([]);
  });
});

async function sendFile(id: string, name: string, text: string) {
  const boundary = 'gate-test-boundary';
  const field = (of: string, value: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${of}"\r\n\r\n${value}\r\n`;
  const payload = [
    field('version', await version(id)),
    field('title', 'Test report'),
    field('level', '2'),
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n${text}\r\n--${boundary}--\r\n`,
  ].join('');
  return gate.app.inject({
    method: 'POST',
    url: `/en/my/listings/${id}/edit/files/new`,
    authority: new URL(gate.baseUrl).host,
    headers: { ...owner.client.headers, 'content-type': `multipart/form-data; boundary=${boundary}`, accept: 'text/html' },
    payload,
  });
}

describe('the home of a listing', () => {
  it('offers what the life cycle allows, and asks first', async () => {
    const listed = await draft(owner, 'offers', waterOffers.technology);
    await publish(owner, reviewer, listed);
    const { id } = listed;
    const page = await read(owner.client, `/my/listings/${id}`);
    for (const action of ['renew', 'pause', 'withdraw']) expect(page).toContain(`/my/listings/${id}/${action}"`);
    for (const action of ['resume', 'fulfil', 'archive']) expect(page).not.toContain(`/my/listings/${id}/${action}"`);
    const act = async (action: string, fields: Fields = {}) =>
      (await send(owner.client, `/my/listings/${id}/${action}`, { version: await version(id), ...fields })).headers.location;
    const state = async () => (await gate.sql.query('SELECT state, state_reason FROM listing WHERE id = $1', [id])).rows[0];
    expect(await act('pause', { reason: 'capacity', note: 'Full until May.' })).toBe(`/en/my/listings/${id}`);
    expect(await state()).toEqual({ state: 'paused', state_reason: 'capacity' });
    await act('resume');
    expect((await send(owner.client, `/my/listings/${id}/renew`, { version: await version(id), stillAvailable: 'true' })).statusCode).toBe(
      422,
    );
    expect(await act('renew', { stillAvailable: 'false', changed: 'false' })).toBe(`/en/my/listings/${id}/withdraw`);
    await act('renew', { stillAvailable: 'true', changed: 'true' });
    expect(await read(owner.client, `/my/listings/${id}`)).toContain('Change waiting');
    await save(id, 'story', { 'details.advantage': 'Now without batteries.', 'details.costComparison-or': 'not-known-yet' });
    const changes = await read(owner.client, `/my/listings/${id}/changes`);
    expect(changes).toContain('No fuel and no batteries.');
    expect(changes).toContain('Now without batteries.');
    const history = await read(owner.client, `/my/listings/${id}/history`);
    for (const words of ['Approved by a reviewer', '· your organization']) expect(history).toContain(words);
    await act('withdraw');
    await act('archive');
    expect(await state()).toEqual({ state: 'archived', state_reason: null });
    expect((await send(owner.client, `/my/listings/${id}/pause`, { version: await version(id) })).statusCode).toBe(409);
    expect(await read(owner.client, '/my/listings?show=archived')).toContain(waterOffers.technology.title);
  });

  it('shows what a reviewer asks for, field by field, and takes an answer to each', async () => {
    const { id, path } = await draft(owner, 'offers', { ...waterOffers.technology, title: 'Another solar unit' });
    await owner.client.post(`${path}/submit`);
    await reviewer.post(`${path}/request-changes`, {
      note: 'Two things.',
      fields: [
        { path: 'details.advantage', note: 'Say how much.' },
        { path: 'codes', note: 'Is this water?' },
      ],
    });
    const page = await read(owner.client, `/my/listings/${id}`);
    expect(page).toContain('Say how much.');
    expect(await read(owner.client, `/my/listings/${id}/edit/story`)).toContain('Say how much.');
    const refused = await send(owner.client, `/my/listings/${id}/check`, { version: await version(id) });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('A change was asked for here');
    await save(id, 'story', { 'details.advantage': 'No fuel: 400 litres a year.', 'details.costComparison-or': 'not-known-yet' });
    const [, request] = (await gate.sql.query('SELECT id FROM change_request WHERE listing_id = $1 ORDER BY position', [id])).rows;
    expect((await send(owner.client, `/my/listings/${id}/requests/${request.id}`, {})).statusCode).toBe(422);
    const answered = await send(owner.client, `/my/listings/${id}/requests/${request.id}`, { [`answer-${request.id}`]: 'It is.' });
    expect(answered.statusCode).toBe(303);
    const again = await send(owner.client, `/my/listings/${id}/check`, { version: await version(id) });
    expect(again.headers.location).toBe(`/en/my/listings/${id}`);
  });

  it('lists by state, with what comes next', async () => {
    const page = await read(owner.client, '/my/listings');
    expect(page).toContain('To finish');
    expect(page).toContain('Next: you fill in what is missing');
    expect(await read(other.client, '/my/listings')).toContain('There is nothing here yet');
    expect((await gate.visitor.get('/en/my/listings')).status).toBe(303);
  });
});
