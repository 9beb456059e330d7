import { createTransport } from 'nodemailer';
import { PermanentJobError } from '../queue/job-errors.js';
import type { MailTransport } from './mail.transport.js';

/** A slow server may hold the few mail jobs of a process for so long, and no longer. */
const PATIENCE_MS = 15_000;

/** Hands mail to the server of SMTP_URL over a small pool of connections. */
export function smtpTransport(url: string): MailTransport {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // Nothing in a message may make us open a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      try {
        await pool.sendMail(mail);
      } catch (error) {
        throw isRefusedForGood(error) ? new PermanentJobError('mail.refused', { cause: error }) : error;
      }
    },
    close: () => pool.close(),
  };
}

/** A 5xx answer about the envelope or the message. Refused credentials are tried again: somebody may set them right. */
function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
}
