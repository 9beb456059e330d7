import { z } from 'zod';

// Parts that the content of every kind of listing is made of. Existence of codes is checked against the code book when a
// listing is saved (see content.codes.ts); here only their shape.

export const LISTING_KINDS = ['technology', 'solution', 'financing', 'need'] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];
export const OFFER_KINDS = ['technology', 'solution', 'financing'] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

// Of nothing at all its length is told.
const VISIBLE = /^$|[^\s\p{Cc}\p{Cf}]/u;
// Line breaks, and marks that turn the direction of all that follows: a title stands in lists, in mails and in sentences of others.
const oneLine = (words: string): string => words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
/** Not of spaces and marks alone that nobody sees. */
export const shown = (words: z.ZodString) => words.regex(VISIBLE, { error: 'Write something that can be seen.' });

export const text = (max: number) => shown(z.string().trim().min(1).max(max));
export const TITLE_MAX = 120;
export const TEASER_MAX = 500;
export const title = shown(z.string().overwrite(oneLine).trim().min(1).max(TITLE_MAX));
export const teaser = text(TEASER_MAX);
export const description = text(20_000);
export const paragraph = text(5_000);

/** BCP-47 tag, in practice an ISO 639-1 code such as `pt`. */
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a language code such as "en" or "pt".');
/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'Give a two-letter country code such as "KE".');
/** A country (`KE`), a dated group (`group:LDC`) or an M49 region (`region:014`). */
export const place = z
  .string()
  .regex(/^([A-Z]{2}|group:[A-Za-z0-9-]{2,20}|region:\d{3})$/, 'Give a country ("KE"), a group ("group:LDC") or a region ("region:014").');
export const places = z.array(place).max(250);
/** ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'Give a three-letter currency code such as "USD".');
export const isoDate = z.iso.date();
const amount = z.number().nonnegative().max(1e15);

export const money = z.strictObject({ amount, currency });
/** A range of money; either end may be open, not both. */
export const moneyRange = z
  .strictObject({ min: amount.optional(), max: amount.optional(), currency })
  .refine((r) => r.min !== undefined || r.max !== undefined, { path: ['max'], message: 'Give the lower end, the upper end, or both.' })
  .refine((r) => r.min === undefined || r.max === undefined || r.min <= r.max, {
    path: ['max'],
    message: 'The upper end is below the lower end.',
  });

/** A code of a code list; `main` marks the one main sector, `percentage` shares must add to 100 within a scheme. */
export const codeRef = z.strictObject({
  scheme: z.enum(['crs', 'sdg-goal', 'sdg-target', 'ipc', 'bapa']),
  code: z.string().min(1).max(20),
  main: z.boolean().optional(),
  percentage: z.number().min(0).max(100).optional(),
  /** `suggested`: proposed from the text, and confirmed by a person. */
  origin: z.enum(['person', 'suggested']).optional(),
});

/** What an offer can do, in a unit of the attribute's dimension (default: its base unit): a value, or a range. */
export const specification = z
  .strictObject({
    attribute: text(60),
    value: z.union([z.number(), z.boolean()]).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: text(20).optional(),
  })
  .refine((s) => s.value !== undefined || s.min !== undefined || s.max !== undefined, {
    path: ['value'],
    message: 'Give a value, or a lowest or highest one.',
  })
  .refine((s) => s.min === undefined || s.max === undefined || s.min <= s.max, {
    path: ['max'],
    message: 'The highest value is below the lowest.',
  });

/** What a need asks for; `must` makes it a hard rule, otherwise it is a wish. */
export const requirement = z.strictObject({
  attribute: text(60),
  comparator: z.enum(['>=', '<=', '=']),
  value: z.union([z.number(), z.boolean()]),
  unit: text(20).optional(),
  must: z.boolean(),
});

export const TEXT_ORIGINS = ['author', 'human-translation', 'machine'] as const;

/**
 * Fields of the same listing in another language; the listing's own `language` is its source. Fields of one language that came about in
 * different ways stand in entries of their own.
 */
export const translation = z.strictObject({
  language,
  title: title.optional(),
  teaser: teaser.optional(),
  description: description.optional(),
  /** Paragraphs of `details`, by the name of the field. */
  details: z.record(z.string().max(40), paragraph).optional(),
  origin: z.enum(TEXT_ORIGINS).default('author'),
  /** Who has compared it with the source; only she can say so. */
  checkedBy: z.uuid().optional(),
});

export const COOPERATION = [
  'licence',
  'sale',
  'joint-venture',
  'technical-cooperation',
  'joint-research',
  'distribution',
  'training',
  'turn-key',
  'donation',
] as const;
export const cooperation = z.array(z.enum(COOPERATION)).max(COOPERATION.length);

/** A place where the offer is or was at work, or was repeated. */
export const deployment = z.strictObject({
  country,
  year: z.number().int().min(1950).max(2100).optional(),
  scale: text(200).optional(),
  outcome: text(1_000).optional(),
  /** Somebody there who can be asked; for introduced parties. */
  contact: text(300).optional(),
});

/**
 * A file of a listing, named by the id that POST /api/v1/files gave it. Name, type and size are the file's own: they are filled in, whatever is sent.
 */
export const attachment = z.strictObject({
  file: z.uuid(),
  title: text(200),
  language: language.optional(),
  /** Who may open it: 1 members, 2 verified organizations, 3 introduced parties. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
  name: text(200).optional(),
  type: text(100).optional(),
  bytes: z.number().int().optional(),
});
export type Attachment = z.infer<typeof attachment>;

/** Fields that listings of every kind share. All but the title may be missing from a draft. */
export const sharedContent = {
  title,
  teaser: teaser.optional(),
  description: description.optional(),
  texts: z.array(translation).max(20).default([]),
  codes: z.array(codeRef).max(40).default([]),
  countriesRefused: places.default([]),
  languages: z.array(language).max(20).default([]),
  /** True: works through an interpreter; false: only directly in one of `languages`; absent: not said. */
  interpreter: z.boolean().optional(),
  contactPersonId: z.uuid().optional(),
  attachments: z.array(attachment).max(20).default([]),
  /** Groups of fields that the owner shows later than usual: 1 to members, 2 to verified organizations, 3 to introduced parties. */
  levels: z.record(z.string().max(40), z.union([z.literal(1), z.literal(2), z.literal(3)])).default({}),
};

/** Fields that offers of the three kinds share. An empty `countriesOffered` is no restriction. */
export const offerContent = {
  ...sharedContent,
  specifications: z.array(specification).max(60).default([]),
  countriesOffered: places.default([]),
};

export type Translation = z.infer<typeof translation>;
export type CodeRef = z.infer<typeof codeRef>;
export type Specification = z.infer<typeof specification>;
export type Requirement = z.infer<typeof requirement>;
export type Money = z.infer<typeof money>;
export type MoneyRange = z.infer<typeof moneyRange>;
export type Deployment = z.infer<typeof deployment>;
export type Cooperation = (typeof COOPERATION)[number];
