import { z } from 'zod';
import { MEMBER_ROLES } from '../../kernel/actor.js';
import { deskKeys } from './desk-keys.js';
import { newPassword, personName, refuseWeak } from '../../platform/auth/index.js';
import { pageOfSchema, pageQuery, queryFlag } from '../../platform/http/index.js';

const id = z.guid();
const at = z.iso.datetime();
const role = z.enum(MEMBER_ROLES);

/** BCP-47. */
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'Give a language code such as "en" or "pt".' });

const isTimeZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
export const timeZone = z.string().max(60).refine(isTimeZone, { error: 'Give a time zone such as "Africa/Nairobi".' });

export const meView = z.object({
  id,
  email: z.string(),
  emailVerified: z.boolean().describe('Whether she has opened the link that was mailed to it.'),
  name: z.string(),
  language: z.string(),
  timeZone: z.string(),
  deskKeys: z.record(z.string(), z.string()).nullable().describe('Keys that lead through the pages of a desk; null: none.'),
  administrator: z.boolean(),
  auditor: z.boolean(),
  officerOf: z.array(z.string()),
  organization: z.object({ id, role }).nullable().describe('For which she acts in this request.'),
  organizations: z.array(z.object({ id, reference: z.string(), legalName: z.string(), role })),
  createdAt: at,
  version: z.int(),
});

export const meChange = z
  .strictObject({
    name: personName.optional(),
    language: language.optional(),
    timeZone: timeZone.optional(),
    deskKeys: deskKeys.nullable().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'Give what to change: name, language, timeZone or deskKeys.' });
export type MeChange = z.infer<typeof meChange>;

export const actFor = z.strictObject({ organizationId: id.nullable().describe('null: for none.') });

export const newKey = z.strictObject({
  name: z.string().trim().min(1).max(80),
  organizationId: id.nullable().optional().describe('Default: the organization you act for. null: a key of your own, for none.'),
  role: role.optional().describe('Default: your role there; never more than that.'),
  expiresInDays: z.int().min(1).max(730).optional(),
});
export type NewKeyRequest = z.infer<typeof newKey>;

export const keyView = z.object({
  id,
  name: z.string().nullable(),
  start: z.string().nullable(),
  organizationId: id.nullable(),
  role: role.nullable(),
  createdAt: at,
  lastUsedAt: at.nullable(),
  expiresAt: at.nullable(),
});
export const createdKey = keyView.extend({ key: z.string().describe('Shown this once.') });
export const keyList = z.object({ items: z.array(keyView) });

export const sessionList = z.object({
  items: z.array(
    z.object({
      id,
      createdAt: at,
      updatedAt: at,
      expiresAt: at,
      ipAddress: z.string().nullable(),
      userAgent: z.string().nullable(),
      current: z.boolean(),
    }),
  ),
});

export const peopleQuery = pageQuery.extend({
  q: z.string().trim().min(1).max(100).optional().describe('Part of a name or mail address.'),
  administrator: queryFlag.optional(),
  auditor: queryFlag.optional(),
  disabled: queryFlag.optional(),
});
export type PeopleQuery = z.infer<typeof peopleQuery>;

export const personView = z.object({
  id,
  email: z.string(),
  name: z.string(),
  language: z.string(),
  administrator: z.boolean(),
  auditor: z.boolean(),
  officerOf: z.array(z.string()),
  organizations: z.array(z.object({ id, role })),
  disabledAt: at.nullable(),
  createdAt: at,
  lastSeenAt: at.nullable(),
  version: z.int(),
});
export const peoplePage = pageOfSchema(personView);

export const STAFF_ROLES = ['administrator', 'auditor'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export const staffRole = z.strictObject({ role: z.enum(STAFF_ROLES) });
export const transition = z.strictObject({ reason: z.string().max(60).optional(), note: z.string().max(1_000).optional() });

export const welcomeForm = z
  .strictObject({ token: z.string().min(20).max(100), email: z.string(), name: personName, password: newPassword })
  .superRefine(refuseWeak);
export const welcomeQuery = z.strictObject({ token: z.string().max(100).default('') });
