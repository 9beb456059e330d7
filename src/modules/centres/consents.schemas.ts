import { z } from 'zod';
import { pageOfSchema } from '../../platform/http/index.js';
import { attachedFile } from '../files/index.js';
import { CONSENT_SCOPES, newOrganizationFields } from '../organizations/index.js';
import { CONSENT_ENDINGS, CONSENT_KINDS } from './consent.policy.js';

const line = (max: number, error: string) =>
  z
    .string()
    .trim()
    .min(2, { error })
    .max(max)
    .regex(/^\P{Cc}*$/u, { error: 'Write it on one line.' });
const day = z.iso.date({ error: 'Give a date such as 2026-11-24.' });

export const newConsent = z.strictObject({
  kind: z.enum(CONSENT_KINDS, { error: 'Say "signed-form" or "noted-call".' }),
  person: z
    .strictObject({
      name: line(120, 'Give the name of the person who consents.'),
      position: line(120, 'Give her position.').optional(),
      phone: z
        .string()
        .trim()
        .regex(/^\+?[\d ()./-]{5,30}$/, { error: 'Give a phone number at which she can be asked, such as "+254 20 1234567".' }),
    })
    .describe('Who consents for the organization.'),
  givenOn: day.describe('The day it was signed, or said.'),
  until: day.optional().describe('Its last day; twelve months later at most, and when left out.'),
  scopes: z
    .array(z.enum(CONSENT_SCOPES))
    .min(1, { error: 'Name what the officers may do.' })
    .refine((list) => new Set(list).size === list.length, { error: 'A scope is named twice.' })
    .describe('What officers may do; "answer-matches" is ticked on its own and never follows from another.'),
});
export type NewConsent = z.infer<typeof newConsent>;

export const newKeptOrganization = z.strictObject({ ...newOrganizationFields, consent: newConsent });
export type NewKeptOrganization = z.infer<typeof newKeptOrganization>;

export const consentView = z.object({
  id: z.guid(),
  kind: z.enum(CONSENT_KINDS),
  person: z.object({ name: z.string(), position: z.string().nullable(), phone: z.string() }),
  givenOn: z.string(),
  until: z.string(),
  scopes: z.array(z.enum(CONSENT_SCOPES)),
  state: z.enum(['in-force', ...CONSENT_ENDINGS]),
  recordedBy: z.guid().nullable(),
  recordedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  form: attachedFile,
});
export type ConsentView = z.infer<typeof consentView>;

/** A line of what a desk acts by; whom it was given by is read with the organization. */
export const dueConsent = consentView.pick({ id: true, kind: true, scopes: true, givenOn: true, until: true }).extend({
  organization: z.object({ id: z.guid(), reference: z.string(), legalName: z.string(), country: z.string() }),
});
export type DueConsent = z.infer<typeof dueConsent>;
export const duePage = pageOfSchema(dueConsent);

export const consentsView = z.object({
  inForce: z.array(z.enum(CONSENT_SCOPES)).describe('What officers may do for the organization today.'),
  items: z.array(consentView),
});
