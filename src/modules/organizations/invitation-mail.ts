import { languageOf, longMoment, type Language } from '../../platform/i18n/locales.js';
import { Messages } from '../../platform/i18n/messages.js';

const words = Messages.from(new URL('./locales/', import.meta.url));

/** What an invitation says; names are needed here because the reader may not know the exchange at all. */
export interface InvitationLetter {
  organization: string;
  inviter: string;
  /** It hands the organization over instead of inviting to join it. */
  claim: boolean;
  link: string;
  /** Last moment of the link. */
  until: Date;
}

/** Subject and text in the reader's language. The subject names nobody: legal names are free text that strangers may be sent. */
export function writeInvitation(
  { organization, inviter, claim, link, until }: InvitationLetter,
  wished: string,
): { language: Language; subject: string; text: string } {
  const language = languageOf(wished);
  const say = (key: string): string =>
    words.text(language, `invitation.${key}`, { organization, inviter, link, until: longMoment(until, language) }) ?? '';
  return { language, subject: say('subject'), text: `${say(claim ? 'claim' : 'join')}\n\n${say('link')}\n\n${say('once')}\n` };
}
