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

interface Words {
  subject: string;
  join: (letter: InvitationLetter) => string;
  claim: (letter: InvitationLetter) => string;
  rest: (letter: InvitationLetter, until: string) => string;
}

// The subject names nobody: legal names are free text that strangers may be sent.
const WORDS = {
  en: {
    subject: 'Invitation to join an organization on GATE',
    claim: (l) =>
      `${l.inviter} has entered "${l.organization}" on GATE, the South-South exchange of technologies, solutions and financing, on its behalf, and hands it over to you: from then on you manage it yourself.\n\n`,
    join: (l) =>
      `${l.inviter} invites you to join "${l.organization}" on GATE, the South-South exchange of technologies, solutions and financing.\n\n`,
    rest: (l, until) =>
      `Open this link, signed in with this mail address (or sign up with it first):\n${l.link}\n\n` +
      `The link works once, until ${until}. If you did not expect it, do nothing.\n`,
  },
  fr: {
    subject: 'Invitation à rejoindre une organisation sur GATE',
    claim: (l) =>
      `${l.inviter} a inscrit « ${l.organization} » pour son compte sur GATE, la bourse Sud-Sud de technologies, de solutions et de financements, et vous la remet : dès lors, vous la gérez vous-même.\n\n`,
    join: (l) =>
      `${l.inviter} vous invite à rejoindre « ${l.organization} » sur GATE, la bourse Sud-Sud de technologies, de solutions et de financements.\n\n`,
    rest: (l, until) =>
      `Ouvrez ce lien après vous être connecté avec cette adresse (ou inscrivez-vous d'abord avec elle) :\n${l.link}\n\n` +
      `Le lien sert une seule fois, jusqu'au ${until}. Si vous ne l'attendiez pas, ne faites rien.\n`,
  },
  es: {
    subject: 'Invitación a unirse a una organización en GATE',
    claim: (l) =>
      `${l.inviter} ha inscrito «${l.organization}» en su nombre en GATE, el intercambio Sur-Sur de tecnologías, soluciones y financiación, y se la entrega: desde entonces la gestiona usted.\n\n`,
    join: (l) =>
      `${l.inviter} le invita a unirse a «${l.organization}» en GATE, el intercambio Sur-Sur de tecnologías, soluciones y financiación.\n\n`,
    rest: (l, until) =>
      `Abra este enlace con la sesión iniciada con esta dirección (o regístrese antes con ella):\n${l.link}\n\n` +
      `El enlace sirve una sola vez, hasta el ${until}. Si no lo esperaba, no haga nada.\n`,
  },
  pt: {
    subject: 'Convite para entrar numa organização no GATE',
    claim: (l) =>
      `${l.inviter} inscreveu "${l.organization}", em nome dela, no GATE, o intercâmbio Sul-Sul de tecnologias, soluções e financiamento, e a entrega a você: a partir daí, quem a administra é você.\n\n`,
    join: (l) =>
      `${l.inviter} convida você a entrar em "${l.organization}" no GATE, o intercâmbio Sul-Sul de tecnologias, soluções e financiamento.\n\n`,
    rest: (l, until) =>
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
  const { subject, join, claim, rest } = WORDS[used];
  return { subject, text: (letter.claim ? claim : join)(letter) + rest(letter, `${until} UTC`) };
}
