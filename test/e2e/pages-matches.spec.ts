import type { Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { draft, type Listed, publish, waterNeed, waterOffers } from '../support/journey.js';
import { type Cast, castOf } from './lifecycle/cast.js';

let gate: TestApp;
let cast: Cast;
let offer: Listed;
let need: Listed;

beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  cast = await castOf(gate);
  const { owner, other, administrators } = cast;
  offer = await draft(owner, 'offers', waterOffers.technology);
  need = await draft(other, 'needs', waterNeed('technology'));
  await publish(owner, administrators[0], offer);
  await publish(other, administrators[0], need);
});
afterAll(() => gate.close());
/** Each test begins with a match that the seeker has opened. */
let match: string;
beforeEach(async () => {
  await gate.sql.query('TRUNCATE match CASCADE');
  match = (await cast.other.client.post('/api/v1/matches', { needId: need.id, offerId: offer.id, note: 'We read of your units.' })).body.id;
});

const read = (client: Client, path: string) => client.get(`/en${path}`, { accept: 'text/html' });
const send = (client: Client, path: string, fields: Record<string, string>) =>
  gate.app.inject({
    method: 'POST',
    url: `/en${path}`,
    authority: new URL(gate.baseUrl).host,
    headers: { ...client.headers, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  });
const version = async (): Promise<string> =>
  String((await gate.sql.query<{ version: number }>('SELECT version FROM match WHERE id = $1', [match])).rows[0]?.version);
const state = async (): Promise<string> =>
  String((await gate.sql.query<{ state: string }>('SELECT state FROM match WHERE id = $1', [match])).rows[0]?.state);
const yes = async (client: Client) => send(client, `/matches/${match}/express-interest`, { version: await version() });

describe('my matches', () => {
  it('are told by what is to be done, to each side its own', async () => {
    expect((await read(cast.owner.client, '/matches')).body).toMatch(/Your answer is awaited <span class="gate-count">1</);
    expect((await read(cast.other.client, '/matches')).body).toContain('Waiting for the other side');
    expect((await read(cast.other.client, '/matches')).body).toContain('href="/api/v1/exports/matches?format=jsonl"');
    expect((await read(cast.outsider, '/matches')).body).toContain('There are no matches yet');
  });

  it('of a listing are found by its id, and of a group by its name', async () => {
    for (const query of [`needId=${need.id}`, `offerId=${offer.id}`, `listing=${offer.id}`, 'group=answer', `listing=&group=answer`])
      expect((await read(cast.owner.client, `/matches?${query}`)).body).toContain(`/en/matches/${match}`);
    expect((await read(cast.owner.client, '/matches?group=ended')).body).not.toContain(`/en/matches/${match}`);
    expect((await read(cast.owner.client, '/matches?group=nonsense')).status).toBe(400);
  });

  it('are nobody else’s', async () => {
    for (const path of [`/matches/${match}`, `/matches/${match}/decline`]) expect((await read(cast.outsider, path)).status).toBe(404);
    expect((await send(cast.outsider, `/matches/${match}/express-interest`, {})).statusCode).toBe(404);
  });
});

describe('a match', () => {
  it('says why the two fit, with the points of each factor, and whose turn it is', async () => {
    const { body } = await read(cast.owner.client, `/matches/${match}`);
    for (const words of ['Why they fit', 'What must be met', 'Your answer is awaited until', 'We read of your units.', 'Yes, introduce us'])
      expect(body).toContain(words);
    expect(body).toMatch(/<bdi dir="ltr">[\d.]+ \/ [\d.]+<\/bdi>/);
    expect(body).toContain(`name="version" value="${await version()}"`);
  });

  it('offers a viewer nothing to decide', async () => {
    expect((await read(cast.viewer, `/matches/${match}`)).body).not.toContain('Yes, introduce us');
    expect((await yes(cast.viewer)).statusCode).toBe(403);
  });

  it('is answered once, however often the button is clicked', async () => {
    const seen = await version();
    const first = await send(cast.owner.client, `/matches/${match}/express-interest`, { version: seen, note: 'Gladly.' });
    expect([first.statusCode, first.headers.location]).toEqual([303, `/en/matches/${match}`]);
    const second = await send(cast.owner.client, `/matches/${match}/express-interest`, {
      version: seen,
      seen: 'interest_seeker',
      note: 'Again.',
    });
    expect(second.statusCode).toBe(412);
    for (const words of ['This match has changed in the meantime', 'Seeker said yes', 'Under review', 'Again.'])
      expect(second.body).toContain(words);
    expect(await state()).toBe('under_review');
    for (const path of [`/matches/${match}/withdraw`, `/matches/${match}/express-interest`])
      for (const seen of ['', '-1', '1e999', '１']) expect((await send(cast.owner.client, path, { version: seen })).statusCode).toBe(412);
  });

  it('is declined with a reason, and what was written stays when it is missing', async () => {
    const refused = await send(cast.owner.client, `/matches/${match}/decline`, { version: await version(), note: 'Too far away for us.' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('href="#reason"');
    expect(refused.body).toContain('Too far away for us.');
    const later = { version: await version(), reason: 'not-now', 'until-day': '1', 'until-month': '2', 'until-year': '2020' };
    expect((await send(cast.owner.client, `/matches/${match}/decline`, later)).body).toContain('Give a day in the future.');
    expect((await send(cast.owner.client, `/matches/${match}/decline`, { version: await version(), reason: 'price' })).statusCode).toBe(
      303,
    );
    expect((await read(cast.owner.client, `/matches/${match}`)).body).toContain('Take it back');
    expect((await read(cast.other.client, `/matches/${match}`)).body).not.toContain('Take it back');
    expect((await send(cast.owner.client, `/matches/${match}/undo`, { version: await version() })).statusCode).toBe(303);
    expect(await state()).toBe('interest_seeker');
  });

  it('is asked about and answered, without contacts', async () => {
    const asked = await send(cast.owner.client, `/matches/${match}/questions`, { question: 'Write to me@example.org' });
    expect([asked.statusCode, asked.body.includes('Leave out e-mail')]).toEqual([422, true]);
    expect(asked.body).toContain('Write to me@example.org');
    await send(cast.owner.client, `/matches/${match}/questions`, { question: 'How deep is the well?' });
    const { body } = await read(cast.other.client, `/matches/${match}`);
    expect(body).toContain('How deep is the well?');
    const [, question] = /name="answer-([\da-f-]+)"/.exec(String(body)) ?? [];
    const fields = { [`answer-${question}`]: 'Forty metres.' };
    expect((await send(cast.other.client, `/matches/${match}/questions/${question}`, fields)).statusCode).toBe(303);
    expect((await read(cast.owner.client, `/matches/${match}`)).body).toContain('Forty metres.');
  });

  it('is withdrawn on a page of its own', async () => {
    expect((await read(cast.other.client, `/matches/${match}/withdraw`)).body).toContain('Withdraw your yes');
    expect((await read(cast.owner.client, `/matches/${match}/withdraw`)).status).toBe(404);
    expect((await send(cast.other.client, `/matches/${match}/withdraw`, { version: await version() })).statusCode).toBe(303);
    expect(await state()).toBe('withdrawn');
  });
});

describe('the desk', () => {
  it('is open to those who serve, not to members', async () => {
    expect((await read(cast.owner.client, '/desk/matches')).status).toBe(403);
    for (const client of [cast.administrators[0], cast.officers[0]]) expect((await read(client, '/desk/matches')).status).toBe(200);
    expect((await read(cast.officers[0], `/matches/${match}`)).headers.location).toBe(`/en/desk/matches/${match}`);
    expect((await read(cast.officers[0], `/desk/matches/${match}`)).body).not.toContain('Do not approve');
  });

  it('approves, and both sides see whom to write to', async () => {
    await yes(cast.owner.client);
    const [administrator] = cast.administrators;
    expect((await read(administrator, '/desk/matches')).body).toContain(`/en/desk/matches/${match}`);
    const approved = await send(administrator, `/desk/matches/${match}/approve`, {
      version: await version(),
      note: 'Well founded.',
      'ticks.serves-the-need': 'true',
    });
    expect([approved.statusCode, approved.headers.location]).toEqual([303, `/en/desk/matches/${match}`]);
    for (const { client } of [cast.owner, cast.other]) {
      const { body } = await read(client, `/matches/${match}`);
      for (const { email } of [cast.owner, cast.other]) expect(body).toContain(`mailto:${email}`);
    }
    const report = { version: await version(), status: 'talking', 'quantities.0.value': '12', 'quantities.0.unit': 'pumps' };
    expect((await send(cast.owner.client, `/matches/${match}/report-outcome`, report)).statusCode).toBe(303);
    expect(await state()).toBe('in_dialogue');
    const { body } = await read(cast.owner.client, `/matches/${match}`);
    for (const words of ['What your side reported', '12 ', 'pumps']) expect(body).toContain(words);
    expect((await read(cast.other.client, `/matches/${match}`)).body).not.toContain('pumps');
  });

  it('tells the second of two administrators what the first has decided', async () => {
    await yes(cast.owner.client);
    const [first, second] = cast.administrators;
    const seen = { version: await version(), seen: 'under_review' };
    expect((await send(first, `/desk/matches/${match}/reject`, { ...seen, reason: 'fit' })).statusCode).toBe(303);
    const late = await send(second, `/desk/matches/${match}/approve`, { ...seen, note: 'I would approve it.' });
    expect(late.statusCode).toBe(412);
    for (const words of ['Under review', 'Not approved', 'did not approve the match', 'I would approve it.'])
      expect(late.body).toContain(words);
    const appeal = { version: await version(), note: 'Look at the second file.' };
    expect((await send(cast.other.client, `/matches/${match}/appeal`, appeal)).statusCode).toBe(303);
    expect((await read(second, `/desk/matches/${match}`)).body).toContain('Look at the second file.');
    expect(await state()).toBe('under_review');
  });

  it('lets an administrator take a review on, give it back and give it to a colleague', async () => {
    await yes(cast.owner.client);
    const [first, second] = cast.administrators;
    const page = `/desk/matches/${match}`;
    expect((await read(first, page)).body).toContain('Take it on');
    expect((await send(first, `${page}/claim`, {})).headers.location).toBe(`/en${page}`);
    expect((await read(first, page)).body).toContain('You have taken it on');
    expect((await read(second, '/desk/matches?mine=')).body).toContain('Taken on by');
    expect((await read(second, '/desk/matches?mine=false')).body).not.toContain(match);
    const late = await send(second, `${page}/approve`, { version: await version(), note: 'Well founded.' });
    expect([late.statusCode, late.body.includes('A colleague has taken it on'), late.body.includes('Well founded.')]).toEqual([
      409,
      true,
      true,
    ]);
    expect((await send(second, `${page}/claim`, {})).statusCode).toBe(409);
    expect((await send(second, `${page}/claim/release`, {})).statusCode).toBe(303);
    const assigning = (await read(first, `${page}/assign`)).body as string;
    expect((await send(first, `${page}/assign`, {})).statusCode).toBe(422);
    const [, colleague = ''] = /<option value="([\da-f-]{36})"/.exec(assigning) ?? [];
    expect((await send(first, `${page}/assign`, { personId: colleague })).statusCode).toBe(303);
    expect((await read(cast.officers[0], page)).body).not.toContain('Taken on by');
    for (const path of ['claim', 'claim/release', 'assign'])
      expect((await send(cast.owner.client, `${page}/${path}`, {})).statusCode).toBe(403);
  });

  it('asks one of the sides before it decides', async () => {
    await yes(cast.owner.client);
    const nobody = await send(cast.administrators[0], `/matches/${match}/questions`, { question: 'Who pays for the transport?' });
    expect([nobody.statusCode, nobody.body.includes('href="#to"')]).toEqual([422, true]);
    await send(cast.administrators[0], `/matches/${match}/questions`, { question: 'Who pays for the transport?', to: 'seeker' });
    expect((await read(cast.other.client, `/matches/${match}`)).body).toContain('Who pays for the transport?');
    expect((await read(cast.owner.client, `/matches/${match}`)).body).not.toContain('Who pays for the transport?');
  });

  it('proposes a pair by the references of both', async () => {
    await gate.sql.query('TRUNCATE match CASCADE');
    const { rows } = await gate.sql.query<{ reference: string }>('SELECT reference FROM listing WHERE id = ANY($1) ORDER BY kind', [
      [need.id, offer.id],
    ]);
    const [needId, offerId] = rows.map(({ reference }) => reference) as [string, string];
    const wrong = await send(cast.officers[0], '/desk/matches/new', { needId: 'NE-0', offerId });
    expect([wrong.statusCode, wrong.body.includes('NE-0')]).toEqual([422, true]);
    const silent = await send(cast.officers[0], '/desk/matches/new', { needId, offerId });
    expect([silent.statusCode, silent.body.includes('href="#note"')]).toEqual([422, true]);
    const { statusCode, headers } = await send(cast.officers[0], '/desk/matches/new', { needId, offerId, note: 'The wells are alike.' });
    expect([statusCode, headers.location]).toEqual([303, expect.stringMatching(/^\/en\/desk\/matches\/[\da-f-]{36}$/)]);
    const id = String(headers.location).split('/').at(-1);
    for (const { client } of [cast.owner, cast.other]) {
      const { body } = await read(client, `/matches/${id}`);
      for (const words of ['Proposed by the country centre', 'The wells are alike.']) expect(body).toContain(words);
    }
    expect((await send(cast.owner.client, '/desk/matches/new', { needId, offerId })).statusCode).toBe(403);
  });
});
