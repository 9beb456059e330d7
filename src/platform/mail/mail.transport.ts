/** A whole message, ready for the wire or for a file. */
export interface OutgoingMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** With angle brackets. */
  messageId: string;
  headers: Record<string, string>;
}

export interface MailTransport {
  /** @throws PermanentJobError when the address or the message is refused for good, anything else when trying later may help. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}
