/** What an invitation says; names are needed here because the reader may not know the exchange at all. */
export interface InvitationLetter {
  organization: string;
  inviter: string;
  link: string;
  /** Last moment of the link. */
  until: Date;
}

interface Words {
  subject: string;
  text: (letter: InvitationLetter, until: string) => string;
}

// The subject names nobody: legal names are free text that strangers may be sent.
const WORDS = {
  en: {
    subject: 'Invitation to join an organization on GATE',
    text: (l, until) =>
      `${l.inviter} invites you to join "${l.organization}" on GATE, the South-South exchange of technologies, solutions and financing.\n\n` +
      `Open this link, signed in with this mail address (or sign up with it first):\n${l.link}\n\n` +
      `The link works once, until ${until}. If you did not expect it, do nothing.\n`,
  },
  fr: {
    subject: 'Invitation à rejoindre une organisation sur GATE',
    text: (l, until) =>
      `${l.inviter} vous invite à rejoindre « ${l.organization} » sur GATE, la bourse Sud-Sud de technologies, de solutions et de financements.\n\n` +
      `Ouvrez ce lien après vous être connecté avec cette adresse (ou inscrivez-vous d'abord avec elle) :\n${l.link}\n\n` +
      `Le lien sert une seule fois, jusqu'au ${until}. Si vous ne l'attendiez pas, ne faites rien.\n`,
  },
  es: {
    subject: 'Invitación a unirse a una organización en GATE',
    text: (l, until) =>
      `${l.inviter} le invita a unirse a «${l.organization}» en GATE, el intercambio Sur-Sur de tecnologías, soluciones y financiación.\n\n` +
      `Abra este enlace con la sesión iniciada con esta dirección (o regístrese antes con ella):\n${l.link}\n\n` +
      `El enlace sirve una sola vez, hasta el ${until}. Si no lo esperaba, no haga nada.\n`,
  },
  pt: {
    subject: 'Convite para entrar numa organização no GATE',
    text: (l, until) =>
      `${l.inviter} convida você a entrar em "${l.organization}" no GATE, o intercâmbio Sul-Sul de tecnologias, soluções e financiamento.\n\n` +
      `Abra este link com a sessão iniciada neste endereço de e-mail (ou cadastre-se antes com ele):\n${l.link}\n\n` +
      `O link funciona uma única vez, até ${until}. Se não o esperava, não faça nada.\n`,
  },
} satisfies Record<string, Words>;

const isWritten = (language: string): language is keyof typeof WORDS => language in WORDS;

/** Subject and text in the reader's language, in English where it is not written in it. */
export function writeInvitation(letter: InvitationLetter, language: string): { subject: string; text: string } {
  const base = language.split('-')[0] ?? 'en';
  const used = isWritten(base) ? base : 'en';
  const until = new Intl.DateTimeFormat(used, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(letter.until);
  return { subject: WORDS[used].subject, text: WORDS[used].text(letter, `${until} UTC`) };
}
