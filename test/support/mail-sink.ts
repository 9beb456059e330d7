import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface SunkMail {
  to: string;
  messageId: string;
}

/** A mail server that takes everything and remembers to whom it went, and under which Message-ID. */
export interface MailSink {
  readonly url: string;
  readonly taken: readonly SunkMail[];
  close(): Promise<void>;
}

export async function mailSink(): Promise<MailSink> {
  const taken: SunkMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const messageId = /^Message-ID: *(\S+)/im.exec(Buffer.concat(chunks).toString())?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo) taken.push({ to: address, messageId });
        done();
      });
    },
  });
  // A killed sender leaves its connection behind.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, taken, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
