import { mkdir, rename, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailTransport } from './mail.transport.js';

/** Writes each mail as an .eml file that mail programs open. Named by its Message-ID, so sending again replaces it. */
export function fileTransport(folder: string): MailTransport {
  const composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      const { message } = await composer.sendMail(mail);
      const file = path.join(folder, `${mail.messageId.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^_|_$/g, '')}.eml`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.part`, message, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    close: () => composer.close(),
  };
}
