import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import * as path from 'node:path';
import { CONFIG, type Config } from '../config/config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Language } from '../i18n/locales.js';
import { fileTransport } from './file.transport.js';
import type { MailTransport } from './mail.transport.js';
import { smtpTransport } from './smtp.transport.js';

export interface Mail {
  to: string;
  /** What it is written in, for programs that read aloud, hyphenate or translate. */
  language: Language;
  subject: string;
  text: string;
  html?: string;
  /** The same for every attempt at this mail (`invitation-<id>`): mail goes out at least once, and a reader's program drops the second by it. */
  messageId: string;
  headers?: Record<string, string>;
}

/** Sends mail: over SMTP_URL, or as .eml files in the data folder's `mail`. Called by job handlers, before they complete. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: MailTransport;
  private readonly domain: string;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'dataDir' | 'mailFrom' | 'publicUrl'>,
    private readonly uow: UnitOfWork,
  ) {
    this.transport = config.smtpUrl ? smtpTransport(config.smtpUrl) : fileTransport(path.join(config.dataDir, 'mail'));
    this.domain = new URL(config.publicUrl).hostname;
  }

  /** @throws PermanentJobError `mail.refused` when trying again cannot help. */
  async send({ messageId, language, headers, ...mail }: Mail): Promise<void> {
    if (this.uow.isOpen) throw new Error('mail sent inside a unit of work: a slow server would hold its locks');
    await this.transport.send({
      ...mail,
      from: this.config.mailFrom,
      messageId: `<${messageId}@${this.domain}>`,
      // Keeps holiday notices from answering.
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language, ...headers },
    });
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
