import { LANGUAGES } from '../../platform/i18n/locales.js';
import { writeInvitation } from './invitation-mail.js';
import { invitationToken, invitationTokenHash } from './invitation-token.js';

const ID = '6a1de1b0-5d4e-4b32-8a57-0d3f6f6b1c11';
const letter = {
  organization: 'Aqua\nSol',
  inviter: 'Ana',
  claim: false,
  link: 'https://gate.example/invitations/accept?token=t',
  until: new Date('2026-12-01T09:30:00Z'),
};

describe('the invitation mail', () => {
  it('is written in the language of the reader, with link and last moment', () => {
    const { subject, text } = writeInvitation(letter, 'fr-CM');
    expect(subject).toBe('Invitation à rejoindre une organisation sur GATE');
    expect(text).toContain(letter.link);
    expect(text).toMatch(/1er décembre 2026.*09:30 UTC/);
  });

  it('falls back to English and never puts a name into the subject', () => {
    const { subject, text } = writeInvitation(letter, 'sw');
    expect(subject).toBe('Invitation to join an organization on GATE');
    expect(text).toContain('Ana invites you');
    expect(text).toContain('until 1 December 2026 at 09:30 UTC.');
  });
});

it.each(LANGUAGES)('hands an organization over in %s with the same link', (language) => {
  const [joining, claiming] = [writeInvitation(letter, language).text, writeInvitation({ ...letter, claim: true }, language).text];
  expect(claiming).toContain(letter.link);
  expect(claiming.split('\n\n')[0]).not.toBe(joining.split('\n\n')[0]);
  expect(claiming).not.toMatch(/[{}]|undefined|\n\n\n/);
});

describe('the invitation token', () => {
  it('follows from the id and the secret alone, and differs with either', () => {
    const token = invitationToken(ID, 'secret');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(invitationToken(ID, 'secret')).toBe(token);
    expect(invitationToken(ID, 'other')).not.toBe(token);
    expect(invitationToken(ID.replace('6', '7'), 'secret')).not.toBe(token);
  });

  it('is kept as a hash only', () => {
    const token = invitationToken(ID, 'secret');
    expect(invitationTokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(invitationTokenHash(token)).not.toContain(token);
  });
});
