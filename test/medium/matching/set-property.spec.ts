import fc from 'fast-check';
import { CatalogueFollower } from '../../../src/modules/catalogue/index.js';
import type { OfferKind } from '../../../src/modules/listings/index.js';
import { MatchInterestService } from '../../../src/modules/matching/index.js';
import { DomainError } from '../../../src/kernel/errors.js';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { actingFor, newOrganization } from '../../support/factories/organizations.js';
import { matchingContext, matchesOf, moveListing, newListed, revise, runJobs, type Listed, type MatchingContext } from '../../support/factories/matching.js';
import { matchSets } from '../../support/match-set.js';

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
        for (const { stored, expected } of await matchSets(context)) expect(stored).toEqual(expected);
        const gone = await context.sql.query(
          `SELECT FROM match m WHERE NOT touched AND state IN ('suggested', 'held') AND NOT EXISTS (SELECT FROM catalogue_listing c WHERE c.id = m.need_id)`,
        );
        expect(gone.rowCount).toBe(0);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 120_000);
});
