import { FILE_SWEEP } from '../../src/modules/files/index.js';
import { Schedule } from '../../src/platform/queue/schedule.js';
import type { Answer } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { administrator, draft, type Listed, party, type Party, publish } from '../support/journey.js';
import { completeFields } from '../support/factories/listings.js';
import { pdf, upload } from '../support/uploads.js';

describe('files of a listing', () => {
  let gate: TestApp;
  let owner: Party;
  let other: Party;
  let offer: Listed;
  beforeAll(async () => {
    gate = await startApp({ config: { role: 'web' } });
    owner = await party(gate, 'KE', 'The owner');
    other = await party(gate, 'UG', 'Another one');
    await gate.sql.query(`UPDATE organization SET level = 'verified'`);
  });
  afterAll(() => gate.close());
  beforeEach(async () => {
    offer = await draft(owner, 'offers', { kind: 'technology', ...completeFields('technology') });
  });

  const sent = async (mark: string, { client } = owner): Promise<string> =>
    (await upload(client, pdf(mark), { name: `${mark}.pdf` })).body.id;
  async function attach(attachments: object[], { client } = owner): Promise<Answer> {
    const { headers } = await client.get(offer.path);
    return client.patch(offer.path, { attachments }, { 'if-match': String(headers.etag) });
  }
  const open = (file: string, { client }: { client: Party['client'] } = owner): Promise<Answer> =>
    client.get(`/api/v1/listings/${offer.id}/files/${file}`);

  it('are named with what they are, and always saved rather than shown', async () => {
    const file = await sent('Flyer');
    const { body } = await attach([{ file, title: 'How it works', name: 'forged.exe', type: 'text/html', bytes: 1 }]);
    const facts = { name: 'Flyer.pdf', type: 'application/pdf', bytes: pdf('Flyer').length };
    expect(body.attachments).toEqual([{ file, title: 'How it works', level: 1, ...facts }]);
    const answer = await open(file);
    expect(answer.body).toBe(pdf('Flyer'));
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Flyer.pdf"; filename*=UTF-8''Flyer.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-length': String(facts.bytes),
    });
  });

  it('are those that the owner has sent, each in one listing', async () => {
    const mine = await sent('mine');
    const foreign = await sent('foreign', other);
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const refused = await attach([mine, foreign, nowhere, mine].map((file) => ({ file, title: 'A file' })));
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual([1, 2, 3].map((at) => `attachments.${at}.file`));
    expect((await attach([{ file: mine, title: 'A file' }])).status).toBe(200);
    expect((await attach([{ file: mine, title: 'A file, again' }])).status).toBe(200);
    const second = await owner.client.post('/api/v1/offers', {
      kind: 'technology',
      organizationId: owner.organizationId,
      language: 'en',
      title: 'Another offer',
      attachments: [{ file: mine, title: 'Taken' }],
    });
    expect([second.status, second.body.errors?.[0].path]).toEqual([400, 'attachments.0.file']);
  });

  it('belong to their revision: a new one waits for its review, and the published ones stay', async () => {
    const [old, next] = [await sent('old'), await sent('next')];
    await attach([{ file: old, title: 'Old' }]);
    const reviewer = await administrator(gate);
    await publish(owner, reviewer, offer);
    expect((await open(old, other)).body).toBe(pdf('old'));
    expect((await open(old, { client: gate.visitor })).status).toBe(404);
    await attach([{ file: next, title: 'Next' }]);
    expect([(await open(old, other)).status, (await open(next, other)).status]).toEqual([200, 404]);
    expect([(await open(old)).status, (await open(next)).status]).toEqual([200, 200]);
    await publish(owner, reviewer, offer);
    expect([(await open(old, other)).status, (await open(next, other)).status]).toEqual([404, 200]);
  });

  it('go when no revision names them any more', async () => {
    const file = await sent('dropped');
    await attach([{ file, title: 'A file' }]);
    await attach([]);
    expect((await open(file)).status).toBe(404);
    await gate.shiftClock('25 hours');
    await gate.get(Schedule).runNow(FILE_SWEEP);
    expect((await gate.sql.query('SELECT FROM stored_file WHERE id = $1', [file])).rowCount).toBe(0);
    await gate.shiftClock('0');
  });

  it('count on the quota of their organization', async () => {
    await gate.sql.query(
      `INSERT INTO stored_file (id, name, ending, type, bytes, sha256, organization_id, holder, holder_id, uploaded_by)
       SELECT gen_random_uuid(), 'a.pdf', 'pdf', 'application/pdf', 100 * 1048576, repeat('0', 64), $1, 'listing', gen_random_uuid(), $2
       FROM generate_series(1, 5)`,
      [owner.organizationId, owner.personId],
    );
    const answer = await attach([{ file: await sent('too much'), title: 'A file' }]);
    expect([answer.status, answer.body.code]).toEqual([409, 'file.quota']);
  });
});
