import { FILE_SWEEP } from '../../src/modules/files/index.js';
import { Schedule } from '../../src/platform/queue/schedule.js';
import { type Answer, type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { administrator, draft, party, type Party, publish, waterOffers } from '../support/journey.js';
import { pdf, upload } from '../support/uploads.js';

const today = new Date().toISOString().slice(0, 10);

describe('copies of papers and signed forms', () => {
  let gate: TestApp;
  let owner: Party;
  let stranger: Party;
  let desk: Client;
  let home: string;
  beforeAll(async () => {
    gate = await startApp({ config: { role: 'web' } });
    owner = await party(gate, 'KE', 'The owner');
    stranger = await party(gate, 'UG', 'Another one');
    desk = await administrator(gate);
    home = `/api/v1/organizations/${owner.organizationId}`;
  });
  afterAll(() => gate.close());

  const sent = async (client: Client, mark: string): Promise<string> => (await upload(client, pdf(mark), { name: `${mark}.pdf` })).body.id;
  const paper = async (title: string): Promise<string> => {
    const fields = { kind: 'founding-act', title, language: 'en', issuedOn: '2020-01-01' };
    const { body } = await owner.client.post(`${home}/documents`, fields);
    return body.items.find((one: { title: string }) => one.title === title).id;
  };
  const attach = (client: Client, document: string, file: string): Promise<Answer> =>
    client.send('PUT', `${home}/documents/${document}/file`, { file });
  const swept = async (file: string): Promise<boolean> => {
    await gate.shiftClock('25 hours');
    await gate.get(Schedule).runNow(FILE_SWEEP);
    await gate.shiftClock('0');
    return (await gate.sql.query('SELECT FROM stored_file WHERE id = $1', [file])).rowCount === 0;
  };

  it('a paper shows the copy that was added last, to its members and its desk', async () => {
    const id = await paper('Statutes');
    const [first, second] = [await sent(owner.client, 'blurred'), await sent(owner.client, 'sharp')];
    await attach(owner.client, id, first);
    const { body } = await attach(owner.client, id, second);
    expect(body.items[0].file).toEqual({ name: 'sharp.pdf', type: 'application/pdf', bytes: pdf('sharp').length });
    for (const client of [owner.client, desk]) expect((await client.get(`${home}/documents/${id}/file`)).body).toBe(pdf('sharp'));
    expect((await stranger.client.get(`${home}/documents/${id}/file`)).status).toBe(404);
    expect([await swept(first), await swept(second)]).toEqual([true, false]);
    await desk.post(`${home}/documents/${id}/accept`);
    expect((await attach(owner.client, id, await sent(owner.client, 'late'))).body.code).toBe('document.decided');
    const again = await owner.client.post(`${home}/documents/${id}/hand-in-again`);
    expect(again.body.items.map(({ file }: { file: object }) => file)).toEqual([body.items[0].file, body.items[0].file]);
    await owner.client.delete(`${home}/documents/${again.body.items[1].id}`);
    expect(await swept(second)).toBe(false);
  });

  it('the copy of a paper that was taken back goes', async () => {
    const id = await paper('Letter');
    const file = await sent(owner.client, 'letter');
    await attach(owner.client, id, file);
    await owner.client.delete(`${home}/documents/${id}`);
    expect(await swept(file)).toBe(true);
  });

  it('a file of somebody else, or of another paper’s organization, is no copy', async () => {
    const id = await paper('Contract');
    expect((await attach(owner.client, id, await sent(stranger.client, 'foreign'))).body.errors).toMatchObject([{ path: 'file' }]);
    expect((await attach(stranger.client, id, await sent(stranger.client, 'foreign'))).status).toBe(404);
  });

  it('the desk adds the copy of a paper that was brought to it', async () => {
    const id = await paper('Bylaws');
    const added = await attach(desk, id, await sent(desk, 'scan'));
    expect(added.body.items.find((one: { id: string }) => one.id === id).file).toMatchObject({ name: 'scan.pdf' });
  });

  it('a signed form is added once, by those who keep it, and never to a call', async () => {
    const consent = {
      kind: 'signed-form',
      person: { name: 'Amina Deng', phone: '+254 20 1234567' },
      givenOn: today,
      scopes: ['register'],
    };
    const { body } = await desk.post(`${home}/consents`, consent);
    const form = `${home}/consents/${body.id}/form`;
    expect(body.form).toBeNull();
    expect((await desk.get(form)).status).toBe(404);
    const added = await desk.send('PUT', form, { file: await sent(desk, 'signed') });
    expect(added.body.items[0].form).toMatchObject({ name: 'signed.pdf' });
    expect((await desk.send('PUT', form, { file: await sent(desk, 'another') })).body.code).toBe('consent.has-form');
    expect((await owner.client.get(form)).body).toBe(pdf('signed'));
    expect((await stranger.client.get(form)).status).toBe(404);
    const call = await desk.post(`${home}/consents`, { ...consent, kind: 'noted-call' });
    const refused = await desk.send('PUT', `${home}/consents/${call.body.id}/form`, { file: await sent(desk, 'call') });
    expect(refused.body.code).toBe('consent.no-form');
  });

  it('the letter of an endorsement is added once, by officers of the country, and read by who may know who signed it', async () => {
    const { client: officer, id } = await signUp(gate.visitor);
    await gate.sql.query(`INSERT INTO country_officer (person_id, country) VALUES ($1, 'KE')`, [id]);
    const offer = await draft(owner, 'offers', waterOffers.technology);
    await publish(owner, desk, offer);
    const endorsements = `/api/v1/listings/${offer.id}/endorsements`;
    const words = { institution: 'Ministry of Water', person: 'Dr Njoroge', position: 'Principal Secretary', document: 'MW/7', on: today };
    const { body } = await officer.post(endorsements, words);
    const letter = `${endorsements}/${body.endorsements[0].id}/letter`;
    expect([body.endorsements[0].letter, (await officer.get(letter)).status]).toEqual([null, 404]);
    expect((await owner.client.send('PUT', letter, { file: await sent(owner.client, 'own') })).status).toBe(403);
    expect((await officer.send('PUT', letter, { file: await sent(owner.client, 'foreign') })).body.errors).toMatchObject([
      { path: 'file' },
    ]);
    const added = await officer.send('PUT', letter, { file: await sent(officer, 'letter') });
    expect(added.body.endorsements[0].letter).toMatchObject({ name: 'letter.pdf' });
    expect((await officer.send('PUT', letter, { file: await sent(officer, 'another') })).body.code).toBe('endorsement.has-letter');
    for (const client of [owner.client, officer, desk]) expect((await client.get(letter)).body).toBe(pdf('letter'));
    await gate.sql.query(`UPDATE organization SET level = 'verified' WHERE id = $1`, [stranger.organizationId]);
    const read = await stranger.client.get(offer.path);
    expect(read.body.endorsements).toEqual([{ institution: 'Ministry of Water', on: today, until: null }]);
    expect([(await stranger.client.get(letter)).status, (await gate.visitor.get(letter)).status]).toEqual([404, 401]);
  });
});
