import { z } from 'zod';
import { MEMBER_ROLES } from '../../kernel/actor.js';
import { pageOfSchema, pageQuery, queryFlag } from '../../platform/http/index.js';
import { ORGANIZATION_LEVELS, ORGANIZATION_SIZES, ORGANIZATION_STANDINGS } from './organization.lifecycle.js';
import { LEVEL_WAYS, organizationRights } from './organization.rights.js';

// Existence of the codes is checked against the code lists (organization.codes.ts); here only their shape.
const country = z.string().regex(/^[A-Z]{2}$/, { error: 'Give a two-letter country code such as "KE".' });
const organizationType = z.string().regex(/^\d{2}$/, { error: 'Give a code of the list "organization-type", such as "10".' });
const language = z.string().regex(/^[a-z]{2,3}$/, { error: 'Give a language code such as "en" or "pt".' });
const languages = z
  .array(language)
  .min(1, { error: 'Name at least one working language.' })
  .max(20)
  .refine((list) => new Set(list).size === list.length, { error: 'A language is named twice.' });
const legalName = z
  .string()
  .trim()
  .min(2, { error: 'Give the full legal name.' })
  .max(200)
  .regex(/^\P{Cc}*$/u, { error: 'Write the name on one line.' })
  // Marks that turn the direction of what follows let one name be read as another, by people and not by screening.
  .regex(/^[^\u202a-\u202e\u2066-\u2069]*$/, { error: 'It holds invisible marks that turn the direction of writing: type it anew.' });
const website = z.url({ protocol: /^https?$/, error: 'Give a full address such as "https://example.org".' }).max(500);
const size = z.enum(ORGANIZATION_SIZES).describe('By the people who work for it: below 10, below 50, below 250, and above.');
const email = z.email({ error: 'Give a mail address.' }).max(254).toLowerCase();
export const memberRole = z.enum(MEMBER_ROLES);

export const newOrganizationFields = {
  legalName,
  country,
  type: organizationType,
  languages,
  size: size.optional(),
  website: website.optional(),
};
export const newOrganization = z.strictObject(newOrganizationFields);
export type NewOrganization = z.infer<typeof newOrganization>;

export const organizationPatch = z
  .strictObject({
    legalName,
    country,
    type: organizationType,
    languages,
    size: size.nullable(),
    website: website.nullable(),
    contactPersonId: z.guid(),
    submitByManagersOnly: z.boolean(),
  })
  .partial();
export type OrganizationPatch = z.infer<typeof organizationPatch>;

/** Body of a transition; `reason` is a code of the list "reason". */
export const decision = z.strictObject({
  reason: z.string().min(1).max(60).optional(),
  note: z.string().trim().min(1).max(1_000).optional(),
});
export type Decision = z.infer<typeof decision>;

export const newInvitation = z.strictObject({ email, role: memberRole });
export type NewInvitation = z.infer<typeof newInvitation>;
export const claimOffer = z.strictObject({ email });
export const invitationToken = z.strictObject({ token: z.string().min(1).max(200) });
export const roleChange = z.strictObject({ role: memberRole });
export const newOfficer = z.strictObject({ personId: z.guid(), country, languages: languages.optional() });
export type NewOfficer = z.infer<typeof newOfficer>;
export const countryParam = country;
export const languageCodes = languages;

export const organizationsQuery = pageQuery.extend({
  mine: queryFlag.optional(),
  kept: queryFlag.optional().describe('True: those without users in the countries you serve.'),
  country: country.optional(),
  type: organizationType.optional(),
  level: z.enum(ORGANIZATION_LEVELS).optional(),
  standing: z.enum(ORGANIZATION_STANDINGS).optional(),
});
export type OrganizationsQuery = z.infer<typeof organizationsQuery>;
export const officersQuery = pageQuery.extend({ country: country.optional() });
export type OfficersQuery = z.infer<typeof officersQuery>;

const date = z.iso.datetime();

/** Fields below `role` are shown to members of the organization, its centre, administrators and auditors only. */
export const organizationView = z.object({
  id: z.guid(),
  reference: z.string(),
  legalName: z.string(),
  country: z.string(),
  type: z.string(),
  languages: z.array(z.string()),
  size: z.enum(ORGANIZATION_SIZES).nullable(),
  website: z.string().nullable(),
  level: z.enum(ORGANIZATION_LEVELS),
  standing: z.enum(ORGANIZATION_STANDINGS),
  isExample: z.boolean(),
  enteredBy: z.enum(['member', 'centre']).describe('Who registered it: a member, or the centre of its country on its behalf.'),
  version: z.int(),
  role: memberRole.nullable(),
  managed: z.boolean().optional().describe('One of its managers can sign in.'),
  custodial: z.boolean().optional().describe('Nobody belongs to it: the centre of its country keeps it.'),
  held: z.boolean().optional().describe('A check is under way: nothing of it is published until somebody has decided.'),
  decisionReason: z.string().nullable().optional(),
  decisionNote: z.string().nullable().optional(),
  contactPersonId: z.guid().optional(),
  submitByManagersOnly: z.boolean().optional().describe('Editors write its listings, and managers alone hand them in.'),
  rights: z.array(z.enum(organizationRights)).optional().describe('What it may do now, by its level and standing.'),
  next: z
    .object({ level: z.enum(ORGANIZATION_LEVELS), adds: z.array(z.enum(organizationRights)), by: z.enum(LEVEL_WAYS) })
    .nullable()
    .optional()
    .describe('The next level that adds something, what it adds, and how one comes to it; null at the highest.'),
  createdAt: date.optional(),
  allowed: z.array(z.string()),
});
export type OrganizationView = z.infer<typeof organizationView>;
export const organizationPage = pageOfSchema(organizationView);

export const memberView = z.object({
  personId: z.guid(),
  name: z.string(),
  email: z.string(),
  role: memberRole,
  disabled: z.boolean(),
  since: date,
});
export type MemberView = z.infer<typeof memberView>;
export const memberList = z.object({ items: z.array(memberView) });

export const invitationView = z.object({
  id: z.guid(),
  email: z.string(),
  role: memberRole,
  state: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
  createdAt: date,
  expiresAt: date,
});
export type InvitationView = z.infer<typeof invitationView>;
export const claimList = z.object({ items: z.array(invitationView) });
export const invitationPage = pageOfSchema(invitationView);

/** `id` is the organization's: what was joined. */
export const joinedView = z.object({ id: z.guid(), organizationId: z.guid(), legalName: z.string(), role: memberRole });
export type JoinedView = z.infer<typeof joinedView>;

/** `id` is `<person>:<country>`. */
export const officerView = z.object({
  id: z.string(),
  personId: z.guid(),
  country: z.string(),
  name: z.string(),
  email: z.string(),
  appointedAt: date,
});
export type OfficerView = z.infer<typeof officerView>;
export const officerPage = pageOfSchema(officerView);
