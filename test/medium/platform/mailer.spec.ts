import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { SMTPServer } from 'smtp-server';
import type { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Mailer } from '../../../src/platform/mail/mailer.js';

const mail = { to: 'reader@example.org', language: 'fr' as const, subject: 'Neuf offres trouvées', text: 'Bonjour', messageId: 'notice-1' };
const noUnit = { isOpen: false } as UnitOfWork;

describe('mail as files', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'gate-mail-'));
  const mailer = new Mailer({ dataDir, mailFrom: 'GATE <no-reply@gate.example>', publicUrl: 'https://gate.example' }, noUnit);
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('writes one private file for each Message-ID, however often it is sent', async () => {
    await mailer.send(mail);
    await mailer.send(mail);
    const folder = path.join(dataDir, 'mail');
    expect(readdirSync(folder)).toEqual(['notice-1_gate.example.eml']);
    const file = path.join(folder, 'notice-1_gate.example.eml');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('Message-ID: <notice-1@gate.example>');
    expect(text).toContain('Auto-Submitted: auto-generated');
    expect(text).toContain('Content-Language: fr');
    expect(text).toMatch(/^To: reader@example\.org\r$/m);
  });

  it('cannot be led out of its folder by an id', async () => {
    await mailer.send({ ...mail, messageId: '../../escape' });
    expect(readdirSync(path.join(dataDir, 'mail'))).toContain('.._.._escape_gate.example.eml');
  });

  it('refuses to send while a transaction is open', async () => {
    const inUnit = new Mailer({ dataDir, mailFrom: 'x@y', publicUrl: 'https://gate.example' }, { isOpen: true } as UnitOfWork);
    await expect(inUnit.send(mail)).rejects.toThrow('inside a unit of work');
  });
});

describe('mail over SMTP', () => {
  const received: string[] = [];
  const answers = new Map([
    ['gone@example.org', 550],
    ['busy@example.org', 451],
  ]);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = answers.get(address);
      done(responseCode ? Object.assign(new Error('not now'), { responseCode }) : undefined);
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => (received.push(Buffer.concat(chunks).toString()), done()));
    },
  });
  let mailer: Mailer;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    mailer = new Mailer(
      { smtpUrl: `smtp://127.0.0.1:${port}`, dataDir: '', mailFrom: 'GATE <no-reply@gate.example>', publicUrl: 'https://gate.example' },
      noUnit,
    );
  });
  afterAll(async () => {
    mailer.onApplicationShutdown();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('hands the message over with its constant Message-ID', async () => {
    await mailer.send({ ...mail, html: '<p>Bonjour</p>', headers: { 'List-Unsubscribe': '<https://gate.example/x>' } });
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('Message-ID: <notice-1@gate.example>');
    expect(received[0]).toContain('List-Unsubscribe: <https://gate.example/x>');
    expect(received[0]).toContain('multipart/alternative');
  });

  it('cannot be given another header through the subject', async () => {
    await mailer.send({ ...mail, subject: 'Hello\r\nBcc: other@example.org' });
    expect(received.at(-1)).not.toMatch(/^Bcc:/m);
  });

  it('gives up at once on an address that does not exist', async () => {
    await expect(mailer.send({ ...mail, to: 'gone@example.org' })).rejects.toMatchObject({
      name: 'PermanentJobError',
      code: 'mail.refused',
    });
  });

  it('leaves a busy server to the next attempt', async () => {
    await expect(mailer.send({ ...mail, to: 'busy@example.org' })).rejects.toMatchObject({ responseCode: 451 });
  });
});
