import { z } from 'zod';
import { PASSWORD_LENGTH } from './auth.js';
import { weaknessOf } from './passwords.js';

export const email = z
  .email({ error: 'Give an e-mail address such as "ana@example.org".' })
  .max(254)
  .transform((text) => text.toLowerCase());
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, { error: 'Write the name on one line.' });

/** As typed at sign-in: whatever was a password once. */
const givenPassword = z.string().min(1).max(1_000);

export const newPassword = z
  .string()
  .min(PASSWORD_LENGTH.min, { error: `Take at least ${PASSWORD_LENGTH.min} characters; several words are easy to keep in mind.` })
  .max(PASSWORD_LENGTH.max, { error: `Take at most ${PASSWORD_LENGTH.max} characters.` });

/** What a person's password should not be made of. */
export const ownWords = ({ email = '', name = '' }: { email?: string; name?: string }): string[] => [
  email,
  email.split('@')[0] ?? '',
  ...name.split(/\s+/),
];

/** Refuses passwords that are guessed first or made of the person's own name and mail. */
export const refuseWeak = (value: { password: string; email?: string; name?: string }, context: z.RefinementCtx): void => {
  // One that is too long has been refused already, and looking closely at it takes long.
  if (value.password.length > PASSWORD_LENGTH.max) return;
  const weakness = weaknessOf(value.password, ownWords(value));
  if (weakness) context.addIssue({ code: 'custom', path: ['password'], message: weakness, params: { code: 'weak' } });
};

const rememberMe = z.boolean().optional();

export const signUp = z.strictObject({ email, password: newPassword, name: personName, rememberMe }).superRefine(refuseWeak);
export const signIn = z.strictObject({ email, password: givenPassword, rememberMe });
export const changePassword = z.strictObject({
  currentPassword: givenPassword,
  newPassword,
  revokeOtherSessions: z.boolean().default(true),
});
export type PasswordChange = z.infer<typeof changePassword>;

// The answers are better-auth's own, which may say more with any version: what is written here is what scripts can rely on.
export const account = z.looseObject({ id: z.string(), email: z.string(), name: z.string() });
export const signedIn = z.looseObject({ token: z.string().nullable(), user: account });
