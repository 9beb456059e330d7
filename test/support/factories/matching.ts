import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../../src/kernel/actor.js';
import {
  catalogueChanged,
  listingClosed,
  listingPublished,
  type ListingKind,
  type ListingState,
} from '../../../src/modules/listings/index.js';
import { MatchingModule, type MatchSide, type MatchState } from '../../../src/modules/matching/index.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { JobRunner } from '../../../src/platform/queue/job.runner.js';
import type { QueueName } from '../../../src/platform/queue/job.js';
import { AuthModule } from '../../../src/platform/auth/index.js';
import { HttpModule } from '../../../src/platform/http/index.js';
import { CatalogueFollower } from '../../../src/modules/catalogue/index.js';
import type { DynamicModule, Type } from '@nestjs/common';
import { mediumContext, type MediumContext, type MediumOptions } from '../medium.js';
import { newOrganization, newPerson } from './organizations.js';
import { publishedListing } from './published-listing.js';

export interface MatchingContext extends MediumContext {
  /** Belongs nowhere; the second is for four eyes. */
  readonly administrator: PersonActor;
  readonly secondAdministrator: PersonActor;
  readonly auditor: PersonActor;
}

/** Matching over a database of its own, with its catalogue filled and no workers: jobs run when `runJobs` is called. */
export async function matchingContext(
  modules: (Type | DynamicModule)[] = [],
  options: Omit<MediumOptions, 'modules'> = {},
): Promise<MatchingContext> {
  const context = await mediumContext({ ...options, modules: [HttpModule, AuthModule, MatchingModule, ...modules] });
  await context.module.get(CatalogueFollower, { strict: false }).ready();
  return Object.assign(context, {
    administrator: await newPerson(context, { administrator: true }),
    secondAdministrator: await newPerson(context, { administrator: true }),
    auditor: await newPerson(context, { auditor: true }),
  });
}

export interface ListedValues {
  kind: ListingKind;
  owner?: PersonActor;
  content?: Record<string, unknown>;
  anonymous?: boolean;
  contactPersonId?: string;
}

export interface Listed {
  id: string;
  kind: ListingKind;
  owner: PersonActor;
  organizationId: string;
}

const SUITABLE: Record<ListingKind, Record<string, unknown>> = {
  need: {
    title: 'Clean water for a town',
    description: 'Pumps and filters for wells.',
    kinds: ['technology', 'solution', 'financing'],
    country: 'MZ',
    languages: ['en'],
    codes: [{ scheme: 'crs', code: '14030', main: true }],
    neededBy: 'no-date',
    budget: 'not-known',
  },
  technology: {
    title: 'Solar pump',
    description: 'Pumps water from wells.',
    languages: ['en'],
    codes: [{ scheme: 'crs', code: '14030', main: true }],
    details: { readiness: 9, cooperation: ['sale'] },
  },
  solution: {
    title: 'Village water plan',
    description: 'Keeps wells and pumps going.',
    languages: ['en'],
    codes: [{ scheme: 'crs', code: '14030', main: true }],
  },
  financing: { title: 'Water fund', description: 'Pays for wells.', languages: ['en'], details: { sectors: 'any', window: 'always-open' } },
};

/** A published listing, with the events of its publication; by default needs and offers suit each other. */
export async function newListed(
  context: MatchingContext,
  { kind, content = {}, anonymous = false, ...values }: ListedValues,
): Promise<Listed> {
  const country = kind === 'need' ? 'MZ' : 'KE';
  const owner = values.owner ?? (await newOrganization(context, { country })).manager;
  const organizationId = owner.organization?.id ?? '';
  const { id, language, content: full } = publishedListing(kind, { ...SUITABLE[kind], ...content });
  const { uow } = context;
  await uow.run(async () => {
    await uow.query(
      `INSERT INTO listing (id, reference, kind, organization_id, owner_country, country, state, language, published_revision, published_at, assured_at,
         expires_at, anonymous, contact_person_id, submitted_by)
       SELECT $1::uuid, 'TO-' || left($1::uuid::text, 13), $2, o.id, o.country, o.country, 'published', $4, 1, gate_now(), gate_now(),
         gate_now() + interval '1 year', $5, $6, $7 FROM organization o WHERE o.id = $3`,
      [id, kind, organizationId, language, anonymous, values.contactPersonId ?? null, owner.personId],
    );
    await uow.query('INSERT INTO listing_revision (listing_id, revision, language, content) VALUES ($1, 1, $2, $3)', [id, language, full]);
    await changed(context, id);
    await context
      .get(DomainEvents)
      .publish(listingPublished, { listingId: id, kind, organizationId, revision: 1, personId: null, first: true });
  });
  return { id, kind, owner, organizationId };
}

/** Publishes a new revision of a listing with some fields changed. */
export async function revise(
  context: MatchingContext,
  { id, kind, organizationId }: Listed,
  change: Record<string, unknown>,
): Promise<void> {
  const { uow } = context;
  await uow.run(async () => {
    const [row] = await uow.query<{ revision: number; content: Record<string, unknown> }>(
      `UPDATE listing SET published_revision = published_revision + 1, latest_revision = latest_revision + 1, version = version + 1 WHERE id = $1
       RETURNING published_revision AS revision,
         (SELECT content FROM listing_revision r WHERE r.listing_id = listing.id ORDER BY revision DESC LIMIT 1) AS content`,
      [id],
    );
    if (!row) throw new Error(`no listing ${id}`);
    const { content } = publishedListing(kind, { ...row.content, ...change });
    await uow.query(`INSERT INTO listing_revision (listing_id, revision, language, content) VALUES ($1, $2, 'en', $3)`, [
      id,
      row.revision,
      content,
    ]);
    await changed(context, id);
    const event = { listingId: id, kind, organizationId, revision: row.revision, personId: null, first: false };
    await context.get(DomainEvents).publish(listingPublished, event);
  });
}

/** Puts a listing into another state, out of the catalogue or back into it. */
export async function moveListing(context: MatchingContext, { id, kind, organizationId }: Listed, state: ListingState): Promise<void> {
  await context.uow.run(async () => {
    await context.uow.query('UPDATE listing SET state = $2, version = version + 1 WHERE id = $1', [id, state]);
    await changed(context, id);
    if (state !== 'published')
      await context.get(DomainEvents).publish(listingClosed, { listingId: id, kind, organizationId, personId: null, reason: state });
  });
}

async function changed({ uow, get }: MatchingContext, id: string): Promise<void> {
  await uow.query('INSERT INTO listing_change (listing_id) VALUES ($1)', [id]);
  await get<DomainEvents>(DomainEvents).publish(catalogueChanged, { listingIds: [id] });
}

export interface MatchRow {
  id: string;
  need_id: string;
  offer_id: string;
  state: MatchState;
  touched: boolean;
  score: number;
  version: number;
  [column: string]: unknown;
}

export async function matchesOf(context: MediumContext, listingId: string): Promise<MatchRow[]> {
  const { rows } = await context.sql.query<MatchRow>(
    'SELECT * FROM match WHERE need_id = $1 OR offer_id = $1 ORDER BY score DESC, offer_id',
    [listingId],
  );
  return rows;
}

export async function matchRow(context: MediumContext, id: string): Promise<MatchRow> {
  const { rows } = await context.sql.query<MatchRow>('SELECT * FROM match WHERE id = $1', [id]);
  if (!rows[0]) throw new Error(`no match ${id}`);
  return rows[0];
}

export interface Pair {
  need: Listed;
  offer: Listed;
  /** Of the suggested match. */
  id: string;
  seeker: PersonActor;
  provider: PersonActor;
}

export interface PairValues {
  need?: Partial<ListedValues>;
  offer?: Partial<ListedValues>;
}

let pairs = 0;

/** A need and an offer that the engine has put together: of the many that suit a need alike it keeps a few, so these two share a word of their own. */
export async function newPair(context: MatchingContext, { need: n = {}, offer: o = {} }: PairValues = {}): Promise<Pair> {
  const word = `pair${[...String(++pairs)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
  const need = await newListed(context, {
    ...n,
    kind: 'need',
    content: { description: `Pumps and filters for wells. ${word}`, ...n.content },
  });
  const offer = await newListed(context, {
    kind: 'technology',
    ...o,
    content: { description: `Pumps water from wells. ${word}`, ...o.content },
  });
  await runJobs(context);
  const match = (await matchesOf(context, need.id)).find((row) => row.offer_id === offer.id);
  if (!match) throw new Error('the engine did not put the pair together');
  return { need, offer, id: match.id, seeker: need.owner, provider: offer.owner };
}

export const actorOf = (pair: Pair, side: MatchSide): PersonActor => (side === 'seeker' ? pair.seeker : pair.provider);

interface Waiting {
  id: string;
  generation: number;
  queue: QueueName;
  name: string;
}

/** Works off every job that is due (or those of one name), some at once, until none is left; answers how many ran. @throws when one fails. */
export async function runJobs(
  context: MediumContext,
  { atOnce = 4, only = null }: { atOnce?: number; only?: string | null } = {},
): Promise<number> {
  const runner = context.get<JobRunner>(JobRunner);
  for (let ran = 0; ;) {
    const { rows } = await context.sql.query<Waiting>(
      `SELECT id, generation, queue, name FROM outbox WHERE state = 'waiting' AND available_at <= now() AND ($2::text IS NULL OR name = $2)
       ORDER BY created_at, id LIMIT $1`,
      [atOnce, only],
    );
    if (rows.length === 0) return ran;
    const outcomes = await Promise.all(rows.map((row) => runner.run(row.queue, row, new AbortController())));
    for (const [i, outcome] of outcomes.entries())
      if (outcome !== 'done' && outcome !== 'fenced') throw new Error(await failure(context, rows[i]!, outcome));
    ran += rows.length;
  }
}

/** Has every job that was ever done run once more, as after a crash between its effect and its record. */
export async function runJobsAgain(context: MediumContext): Promise<number> {
  await context.sql.query(`UPDATE outbox SET state = 'waiting', starts = 0, done_at = NULL, dedupe = NULL WHERE state = 'done'`);
  return runJobs(context);
}

async function failure({ sql }: MediumContext, { id, name }: Waiting, outcome: string): Promise<string> {
  const { rows } = await sql.query<{ last_error: string }>('SELECT last_error FROM outbox WHERE id = $1', [id]);
  return `job ${name} ${outcome}: ${rows[0]?.last_error}`;
}

/** Ids that belong to nothing. */
export const NOBODY = randomUUID();
