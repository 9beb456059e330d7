import type { Type } from '@nestjs/common';
import type { PersonActor } from '../../../src/kernel/actor.js';
import {
  ListingDrafts,
  ListingLife,
  ListingReview,
  ListingSubmission,
  ListingViews,
  type ListingKind,
} from '../../../src/modules/listings/index.js';
import { OffersModule } from '../../../src/modules/offers/index.js';
import { SeekersModule } from '../../../src/modules/seekers/index.js';
import { mediumContext, type MediumContext } from '../medium.js';
import { newOrganization, newPerson } from './organizations.js';

const shared = {
  codes: [
    { scheme: 'crs', code: '14030' },
    { scheme: 'sdg-goal', code: '6' },
  ],
};

/** What submit asks of each kind, and nothing more. */
const COMPLETE: Record<ListingKind, object> = {
  technology: {
    ...shared,
    description: 'A solar pump lifts water from deep wells. It needs no fuel.',
    details: {
      advantage: 'It needs no fuel.',
      costComparison: 'not-known-yet',
      readiness: 8,
      cooperation: ['licence'],
      ip: { status: 'not-sure' },
      dualUse: false,
    },
  },
  solution: {
    ...shared,
    details: {
      challenge: 'Wells fall dry in summer.',
      approach: 'Villages share a plan for each well.',
      results: [{ indicator: 'Wells with water in August' }],
      conditions: 'A village council that meets.',
      support: ['training'],
    },
  },
  financing: {
    details: {
      instrument: '110',
      amount: { min: 10_000, max: 200_000, currency: 'USD' },
      applicants: ['government'],
      sectors: 'any',
      window: 'always-open',
      noDocuments: true,
    },
    countriesOffered: ['group:LDC'],
  },
  need: {
    ...shared,
    kinds: ['technology'],
    details: { problem: 'The town has no water in the dry season. Trucks bring it.' },
    neededBy: 'no-date',
    budget: 'not-known',
  },
};

/** The fields of a listing that may be submitted. */
export const completeFields = (kind: ListingKind, change: object = {}): Record<string, unknown> => ({
  title: `A ${kind} from the tests`,
  ...COMPLETE[kind],
  ...change,
});

export interface ListingContext extends MediumContext {
  readonly drafts: ListingDrafts;
  readonly submission: ListingSubmission;
  readonly review: ListingReview;
  readonly life: ListingLife;
  readonly views: ListingViews;
  /** An officer of KE, an administrator and an auditor who belong nowhere. */
  readonly officer: PersonActor;
  readonly administrator: PersonActor;
  readonly auditor: PersonActor;
}

/** Offers and needs over a database of their own, with the people of the house. */
export async function listingContext(more: Type[] = []): Promise<ListingContext> {
  const context = await mediumContext({ modules: [OffersModule, SeekersModule, ...more] });
  return Object.assign(context, {
    drafts: context.get(ListingDrafts),
    submission: context.get(ListingSubmission),
    review: context.get(ListingReview),
    life: context.get(ListingLife),
    views: context.get(ListingViews),
    officer: await newPerson(context, { officerOf: ['KE'] }),
    administrator: await newPerson(context, { administrator: true }),
    auditor: await newPerson(context, { auditor: true }),
  });
}

export const ALL_KINDS = ['technology', 'solution', 'financing', 'need'] as const;

export interface ListingValues {
  kind?: ListingKind;
  /** Manager of the owner, acting for it; a new verified organization of KE when not given. */
  owner?: PersonActor;
  fields?: object;
  language?: string;
}

export interface MadeListing {
  id: string;
  reference: string;
  kinds: readonly ListingKind[];
  owner: PersonActor;
}

/** A draft with all that submit asks for, made by its owner through the service. */
export async function newDraft(
  context: ListingContext,
  { kind = 'technology', fields = {}, language = 'en', ...values }: ListingValues = {},
): Promise<MadeListing> {
  const owner = values.owner ?? (await newOrganization(context)).manager;
  const organizationId = owner.organization?.id ?? '';
  const { id, reference } = await context.drafts.create(owner, { kind, organizationId, language, fields: completeFields(kind, fields) });
  return { id, reference, kinds: ALL_KINDS, owner };
}

/** A listing under review. */
export async function newSubmitted(context: ListingContext, values: ListingValues = {}): Promise<MadeListing> {
  const listing = await newDraft(context, values);
  await context.submission.submit(listing.owner, listing);
  return listing;
}

/** A published listing, approved by the administrator. */
export async function newPublished(context: ListingContext, values: ListingValues = {}): Promise<MadeListing> {
  const listing = await newSubmitted(context, values);
  await context.review.approve(context.administrator, listing);
  return listing;
}

/** The row of a listing as the database has it. */
export async function rowOf({ sql }: MediumContext, { id }: { id: string }): Promise<Record<string, unknown>> {
  const { rows } = await sql.query<Record<string, unknown>>('SELECT * FROM listing WHERE id = $1', [id]);
  return rows[0] ?? {};
}

/** How often a listing has been entered for the index replicas. */
export async function changesOf({ sql }: MediumContext, { id }: { id: string }): Promise<number> {
  const { rows } = await sql.query<{ n: number }>('SELECT count(*)::integer AS n FROM listing_change WHERE listing_id = $1', [id]);
  return rows[0]?.n ?? 0;
}
