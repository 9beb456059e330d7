import fc from 'fast-check';
import { CatalogueFollower, EnginesService } from '../../../src/modules/catalogue/index.js';
import { ListingsQueries, OFFER_KINDS, type OfferKind } from '../../../src/modules/listings/index.js';
import { MatchInterestService } from '../../../src/modules/matching/index.js';
import { scorePair, type PublishedNeed, type PublishedOffer } from '../../../src/modules/matching/scoring/index.js';
import { DomainError } from '../../../src/kernel/errors.js';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { actingFor, newOrganization } from '../../support/factories/organizations.js';
import { matchingContext, matchesOf, moveListing, newListed, revise, runJobs, type Listed, type MatchingContext } from '../../support/factories/matching.js';

let context: MatchingContext;
let seeker: PersonActor;
let providers: PersonActor[];
beforeAll(async () => {
  context = await matchingContext();
  seeker = (await newOrganization(context, { country: 'MZ' })).manager;
  providers = [(await newOrganization(context)).manager, (await newOrganization(context, { country: 'BR' })).manager];
});
afterAll(() => context.close());

const R_SIZE = 20;
const R_THRESHOLD = 4_500;

/** R by definition (DESIGN 7), reckoned from the tables: eligible, at the threshold, not touched, the twenty best of each kind the need asks for. */
async function expected(need: PublishedNeed, offers: readonly PublishedOffer[], day: string): Promise<string[]> {
  const engine = context.get(EnginesService).current;
  const { rows } = await context.sql.query<{ id: string }>('SELECT offer_id AS id FROM match WHERE need_id = $1 AND touched', [need.id]);
  const touched = rows.map(({ id }) => id);
  const scored = offers
    .filter((offer) => !touched.includes(offer.id))
    .map((offer) => ({ offer, result: scorePair(need, offer, engine, day) }))
    .filter(({ result }) => result.eligible && result.score >= R_THRESHOLD)
    .sort((a, b) => b.result.score - a.result.score || (a.offer.id < b.offer.id ? -1 : 1));
  const best = (kind: OfferKind) => scored.filter(({ offer }) => offer.kind === kind).slice(0, R_SIZE);
  return OFFER_KINDS.flatMap(best).map(({ offer, result }) => `${offer.id} ${result.score}`).sort();
}

async function stored(needId: string): Promise<string[]> {
  const rows = (await matchesOf(context, needId)).filter((row) => !row.touched && ['suggested', 'held'].includes(row.state));
  return rows.map((row) => `${row.offer_id} ${row.score}`).sort();
}

interface Act {
  what: 'publish' | 'revise' | 'pause' | 'reopen' | 'withdraw' | 'yes' | 'decline' | 'jobs';
  /** Which of the listings or matches there are. */
  pick: number;
  kind: OfferKind | 'need';
  quality: number;
}

const SECTORS = ['14030', '14031', '14020', '31110'];
const contentOf = ({ kind, quality }: Act) => ({
  codes: [{ scheme: 'crs', code: SECTORS[quality % SECTORS.length], main: true }],
  ...(kind === 'technology' && { details: { readiness: 1 + (quality % 9), cooperation: ['sale'], dualUse: quality % 5 === 0 } }),
});

/** What somebody does; refusals are part of life. */
async function perform(act: Act, listed: Listed[]): Promise<void> {
  const listing = listed[act.pick % Math.max(1, listed.length)];
  if (act.what === 'jobs') await runJobs(context, { atOnce: 2 });
  else if (act.what === 'publish' || !listing) {
    const owner = act.kind === 'need' ? seeker : providers[act.pick % providers.length]!;
    listed.push(await newListed(context, { kind: act.kind, owner, content: contentOf(act) }));
  } else if (act.what === 'revise') await revise(context, listing, contentOf({ ...act, kind: listing.kind }));
  else if (act.what === 'pause') await moveListing(context, listing, 'paused');
  else if (act.what === 'reopen') await moveListing(context, listing, 'published');
  else if (act.what === 'withdraw') await moveListing(context, listing, 'withdrawn');
  else await touch(act, listing);
}

async function touch({ what, pick }: Act, listing: Listed): Promise<void> {
  const rows = await matchesOf(context, listing.id);
  const row = rows[pick % Math.max(1, rows.length)];
  if (!row) return;
  const owner = pick % 2 === 0 ? String(row.need_organization_id) : String(row.offer_organization_id);
  const actor = actingFor(seeker, owner, 'manager');
  const interest = context.get(MatchInterestService);
  try {
    if (what === 'yes') await interest.expressInterest(actor, row.id, { seen: null });
    else await interest.decline(actor, row.id, { reason: 'price', seen: null });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('publish', 'publish', 'publish', 'revise', 'pause', 'reopen', 'withdraw', 'yes', 'decline', 'jobs'),
  pick: fc.nat(1_000),
  kind: fc.constantFrom<Act['kind']>('need', 'technology', 'technology', 'solution', 'financing'),
  quality: fc.nat(100),
});

async function allPublished(): Promise<{ needs: PublishedNeed[]; offers: PublishedOffer[] }> {
  const { rows } = await context.sql.query<{ id: string }>('SELECT id FROM catalogue_listing');
  const listings = await context.get(ListingsQueries).published(rows.map(({ id }) => id));
  return { needs: listings.filter(({ kind }) => kind === 'need') as PublishedNeed[], offers: listings.filter(({ kind }) => kind !== 'need') as PublishedOffer[] };
}

describe('the set of a need', () => {
  it('equals R when no job waits, whatever was done at the same time before', async () => {
    const listed: Listed[] = [];
    const provider = providers[0]!;
    // More than a set takes, so that touching and leaving lets others in.
    for (let i = 0; i < R_SIZE + 5; i++) listed.push(await newListed(context, { kind: 'technology', owner: provider, content: { teaser: `Pump ${i}` } }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }), async (rounds) => {
        // The acts of a round run at the same time, jobs among them.
        for (const round of rounds) await Promise.all(round.map((one) => perform(one, listed)));
        await runJobs(context);
        await context.get(CatalogueFollower).catchUp();
        await runJobs(context);
        const { needs, offers } = await allPublished();
        const { rows } = await context.sql.query<{ day: string }>(`SELECT to_char(gate_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day`);
        for (const need of needs) expect(await stored(need.id)).toEqual(await expected(need, offers, rows[0]!.day));
        const gone = await context.sql.query(
          `SELECT FROM match m WHERE NOT touched AND state IN ('suggested', 'held') AND NOT EXISTS (SELECT FROM catalogue_listing c WHERE c.id = m.need_id)`,
        );
        expect(gone.rowCount).toBe(0);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 120_000);
});
