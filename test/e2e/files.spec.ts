import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { FILE_SWEEP } from '../../src/modules/files/index.js';
import { Schedule } from '../../src/platform/queue/schedule.js';
import { type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { pdf, upload, uploadForm } from '../support/uploads.js';

const MB = 1_048_576;

describe('files', () => {
  let gate: TestApp;
  let client: Client;
  beforeAll(async () => {
    gate = await startApp({ config: { role: 'web' } });
    ({ client } = await signUp(gate.visitor));
  });
  afterAll(() => gate.close());

  const placeOf = (id: string): string => path.join(gate.config.dataDir, 'files', id.slice(0, 2), id);
  const incoming = (): string[] => readdirSync(path.join(gate.config.dataDir, 'incoming.part'));

  it('are taken when name, declared type and contents agree, and kept under a random name', async () => {
    const { status, body } = await upload(client, pdf(), { name: '../Lettre d’été.pdf' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Lettre d’été.pdf',
      type: 'application/pdf',
      bytes: pdf().length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(existsSync(placeOf(body.id))).toBe(true);
    expect(incoming()).toEqual([]);
    expect((await upload(client, 'name;country\nPump;KE\n', { name: 'table.csv', type: 'text/csv' })).status).toBe(201);
  });

  it.each([
    ['page.html', 'text/html', '<h1>Hello</h1>', 'ending'],
    ['letter.pdf', 'image/png', pdf(), 'declared'],
    ['letter.pdf', 'application/pdf', '<html><script>alert(1)</script>', 'content'],
    ['photo.png', 'image/png', pdf(), 'content'],
    ['table.csv', 'text/csv', Buffer.from([0x63, 0xff, 0xfe, 0x00]), 'content'],
    ['table.csv', 'text/csv', pdf(), 'content'],
    ['letter.pdf', 'application/pdf', '', 'empty'],
  ])('are refused where they do not: %s as %s', async (name, type, contents, code) => {
    const { status, body } = await upload(client, contents, { name, type });
    expect({ status, code: body.code, errors: body.errors }).toMatchObject({
      status: 400,
      code: 'file.refused',
      errors: [{ path: 'file', code }],
    });
    expect(incoming()).toEqual([]);
  });

  it('end at ten megabytes', async () => {
    const { status, body } = await upload(client, Buffer.concat([Buffer.from(pdf()), Buffer.alloc(10 * MB)]));
    expect([status, body.errors[0].code]).toEqual([400, 'too-large']);
    expect(incoming()).toEqual([]);
    expect((await upload(client, Buffer.concat([Buffer.from(pdf()), Buffer.alloc(9 * MB)]))).status).toBe(201);
  });

  it('are taken from people alone, one at a time, by the route that takes them', async () => {
    expect((await upload(gate.visitor, pdf())).status).toBe(401);
    const none = await client.post('/api/v1/files', {});
    expect([none.status, none.body.code]).toEqual([400, 'request.no-file']);
    const form = new FormData();
    form.append('legalName', 'A name');
    expect((await client.post('/api/v1/organizations', form)).status).toBe(415);
  });

  it.each([
    ['without a boundary', 'multipart/form-data', 'abc', 'request.malformed'],
    ['that is none', 'multipart/form-data; boundary=x', '--x\r\ngarbage', 'request.malformed'],
    [
      'cut off in the middle',
      'multipart/form-data; boundary=x',
      `--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n${pdf()}`,
      'file.refused',
    ],
  ])('in a form %s are the sender’s fault, and leave nothing behind', async (_, type, payload, code) => {
    const { statusCode, body } = await gate.app.inject({
      method: 'POST',
      url: '/api/v1/files',
      authority: new URL(gate.baseUrl).host,
      headers: { ...client.headers, 'content-type': type },
      payload,
    });
    expect([statusCode, (JSON.parse(body) as { code: string }).code]).toEqual([400, code]);
    expect(incoming()).toEqual([]);
  });

  it('of one person that belong to nothing have a limit', async () => {
    const { client: busy } = await signUp(gate.visitor);
    const large = Buffer.concat([Buffer.from(pdf()), Buffer.alloc(9 * MB)]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => upload(busy, large)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('file.waiting-full');
  });

  describe('that arrive part by part', () => {
    const contents = Buffer.concat([Buffer.from(pdf('in parts')), Buffer.alloc(300_000)]);
    const HALF = 200_000;
    const begin = (bytes = contents.length) => client.post('/api/v1/uploads', { name: 'letter.pdf', type: 'application/pdf', bytes });
    const add = (id: string, from: number, to = contents.length, by = client) =>
      by.send('PUT', `/api/v1/uploads/${id}/parts/${from}`, uploadForm(contents.subarray(from, to)));

    it('go on where the line broke, and end like any other, once', async () => {
      const { body: upload } = await begin();
      expect(upload).toMatchObject({ bytes: contents.length, received: 0 });
      for (let twice = 0; twice < 2; twice++) expect((await add(upload.id, 0, HALF)).body.received).toBe(HALF);
      const gap = await add(upload.id, HALF + 1);
      expect([gap.status, gap.body.code]).toEqual([409, 'upload.out-of-step']);
      expect((await client.post(`/api/v1/uploads/${upload.id}/finish`)).body.code).toBe('upload.incomplete');
      expect((await client.get(`/api/v1/uploads/${upload.id}`)).body.received).toBe(HALF);
      expect((await add(upload.id, HALF)).body.received).toBe(contents.length);
      const ends = await Promise.all([0, 1, 2].map(() => client.post(`/api/v1/uploads/${upload.id}/finish`)));
      for (const { status, body } of ends)
        expect({ status, body }).toMatchObject({ status: 201, body: { id: upload.id, name: 'letter.pdf', bytes: contents.length } });
      expect((await gate.sql.query('SELECT FROM upload_part WHERE upload_id = $1', [upload.id])).rowCount).toBe(0);
      expect(incoming()).toEqual([]);
    });

    it('are refused before they are sent, in a part, or at their end, by the rules of every file', async () => {
      const announced = await client.post('/api/v1/uploads', { name: 'page.html', type: 'text/html', bytes: 10 });
      expect([announced.status, announced.body.errors[0].code]).toEqual([400, 'ending']);
      expect((await begin(10 * MB + 1)).body.errors[0].code).toBe('too-large');
      const { body: upload } = await client.post('/api/v1/uploads', { name: 'photo.png', type: 'image/png', bytes: HALF });
      expect((await add(upload.id, 0)).body.errors[0].code).toBe('too-large');
      expect((await add(upload.id, 0, HALF)).status).toBe(200);
      expect((await client.post(`/api/v1/uploads/${upload.id}/finish`)).body.errors[0].code).toBe('content');
      expect((await client.get(`/api/v1/uploads/${upload.id}`)).status).toBe(404);
    });

    it('are their sender’s alone, count on what may wait, and go after a day', async () => {
      const { client: other } = await signUp(gate.visitor);
      const { body: upload } = await begin();
      expect((await add(upload.id, 0, HALF, other)).status).toBe(404);
      const many = await Promise.all(
        Array.from({ length: 7 }, () => other.post('/api/v1/uploads', { name: 'a.pdf', type: 'application/pdf', bytes: 10 * MB })),
      );
      expect(many.filter(({ body }) => body.code === 'file.waiting-full')).toHaveLength(1);
      await gate.shiftClock('25 hours');
      await gate.get(Schedule).runNow(FILE_SWEEP);
      await gate.shiftClock('0');
      expect((await client.get(`/api/v1/uploads/${upload.id}`)).status).toBe(404);
    });
  });

  it('that belong to nothing go after a day, contents first', async () => {
    const { body } = await upload(client, pdf('swept'));
    const left = async () => (await gate.sql.query('SELECT FROM stored_file WHERE id = $1', [body.id])).rowCount;
    await gate.get(Schedule).runNow(FILE_SWEEP);
    expect([await left(), existsSync(placeOf(body.id))]).toEqual([1, true]);
    await gate.shiftClock('25 hours');
    await gate.get(Schedule).runNow(FILE_SWEEP);
    expect([await left(), existsSync(placeOf(body.id))]).toEqual([0, false]);
    await gate.shiftClock('0');
  });
});
