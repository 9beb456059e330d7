import { ListingDrafts, ListingLife } from '../../src/modules/listings/index.js';
import { MatchClaims, MatchInterestService, MatchReviewService } from '../../src/modules/matching/index.js';
import { OrganizationsService } from '../../src/modules/organizations/index.js';
import { matchingContext, type MatchingContext, matchRow, newListed, newPair } from '../support/factories/matching.js';
import { newOrganization } from '../support/factories/organizations.js';
import { outcomes } from '../support/refusal.js';

const WRITERS = 50;
const FIELDS = ['problem', 'howItWorks', 'advantage', 'siteNeeds', 'environmentNotes'];

let context: MatchingContext;
beforeAll(async () => {
  context = await matchingContext();
});
afterAll(() => context.close());

/** What fifty writers at once are answered: how many got through, and what all others were told. */
async function atOnce(write: (n: number) => Promise<unknown>): Promise<{ written: number; refused: string[] }> {
  const { done, refused } = await outcomes(Array.from({ length: WRITERS }, (_, n) => write(n)));
  return { written: done, refused: [...new Set(refused)] };
}

async function versionOf(table: 'listing' | 'organization' | 'match', id: string): Promise<number> {
  const { rows } = await context.sql.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]);
  return rows[0]!.version;
}

const ONE_OF = (refused: string) => ({ written: 1, refused: [refused] });
const ALL = { written: WRITERS, refused: [] };

describe('those who cross each other', () => {
  /** Each step begins where the one before has ended. */
  async function chainOf(id: string): Promise<string[]> {
    const { rows } = await context.sql.query<{ name: string; from: string | null; to: string }>(
      'SELECT name, from_state AS "from", to_state AS "to" FROM match_event WHERE match_id = $1 ORDER BY id',
      [id],
    );
    rows.forEach(({ from }, i) => expect(from).toBe(rows[i - 1]?.to ?? from));
    expect((await matchRow(context, id)).state).toBe(rows.at(-1)?.to);
    return rows.map(({ name }) => name);
  }
  const say = () => context.get(MatchInterestService);
  const NOW = { seen: null };

  it('on a match: a yes of both while one declines ends as a no, whoever comes first', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, seeker, provider } = await newPair(context);
      const { refused } = await outcomes([
        say().expressInterest(seeker, id, NOW),
        say().decline(provider, id, { ...NOW, reason: 'price' }),
        say().expressInterest(provider, id, NOW),
      ]);
      expect(refused.every((one) => one === 'conflict match.transition-not-allowed')).toBe(true);
      const steps = await chainOf(id);
      expect(steps.includes('decline')).toBe((await matchRow(context, id)).state === 'declined');
    }
  });

  it('on a match: a yes taken back while it is approved, and two claims while it is rejected', async () => {
    const review = context.get(MatchReviewService);
    for (let round = 0; round < 5; round++) {
      const { id, seeker, provider } = await newPair(context);
      for (const actor of [seeker, provider]) await say().expressInterest(actor, id, NOW);
      const { done } = await outcomes([say().withdraw(seeker, id, NOW), review.approve(context.administrator, id, NOW)]);
      expect([done, await chainOf(id)]).toEqual([
        1,
        ['express-interest', 'express-interest', expect.stringMatching(/^(withdraw|approve)$/)],
      ]);
      const other = await newPair(context);
      for (const actor of [other.seeker, other.provider]) await say().expressInterest(actor, other.id, NOW);
      const claims = context.get(MatchClaims);
      await outcomes([
        claims.claim(context.administrator, other.id),
        claims.claim(context.secondAdministrator, other.id),
        review.reject(context.secondAdministrator, other.id, { ...NOW, reason: 'incomplete' }),
      ]);
      const { state, claimed_by } = await matchRow(context, other.id);
      expect([state === 'rejected', claimed_by === null]).toEqual(state === 'rejected' ? [true, true] : [false, false]);
    }
  });
});

describe('of fifty writers at once', () => {
  it('one takes a step of a listing, who has read it is told of the change, and no edit is lost', async () => {
    const { id, owner } = await newListed(context, { kind: 'technology' });
    const target = { id, kinds: ['technology'] as const };
    const [life, drafts] = [context.get(ListingLife), context.get(ListingDrafts)];
    expect(await atOnce(() => life.pause(owner, target))).toEqual(ONE_OF('conflict listing.transition-not-allowed'));
    const seen = await versionOf('listing', id);
    expect(await atOnce(() => life.resume(owner, { ...target, seen }))).toEqual(ONE_OF('precondition listing.changed-since'));
    const before = await versionOf('listing', id);
    expect(await atOnce((n) => drafts.edit(owner, target, { fields: { details: { [FIELDS[n % 5]!]: `By ${n}` } } }))).toEqual(ALL);
    expect(await versionOf('listing', id)).toBe(before + WRITERS);
    const { rows } = await context.sql.query<{ content: { details: object } }>(
      'SELECT r.content FROM listing l JOIN listing_revision r ON r.listing_id = l.id AND r.revision = l.pending_revision WHERE l.id = $1',
      [id],
    );
    expect(Object.keys(rows[0]!.content.details)).toEqual(expect.arrayContaining(FIELDS));
  });

  it('one decides on an organization, who has read it is told of the change, and no edit is lost', async () => {
    const { id, manager } = await newOrganization(context);
    const organizations = context.get(OrganizationsService);
    const seen = await versionOf('organization', id);
    const edits = (version: number | null) =>
      atOnce((n) => organizations.update(manager, id, version, { website: `https://${n}.example` }));
    expect(await edits(seen)).toEqual(ONE_OF('precondition organization.changed-since'));
    expect(await edits(null)).toEqual(ALL);
    expect(await versionOf('organization', id)).toBe(seen + 1 + WRITERS);
    const suspend = () => organizations.suspend(context.administrator, id, { reason: 'rules-broken' });
    expect(await atOnce(suspend)).toEqual(ONE_OF('conflict organization.transition-not-allowed'));
  });

  it('one says yes for a side of a match, both sides count however they cross, and one decision holds', async () => {
    const { id, seeker, provider } = await newPair(context);
    const say = context.get(MatchInterestService);
    const { version } = await matchRow(context, id);
    expect(await atOnce(() => say.expressInterest(seeker, id, { seen: version }))).toEqual(ONE_OF('precondition match.changed-since'));
    expect(await atOnce(() => say.expressInterest(provider, id, { seen: null }))).toEqual(ONE_OF('conflict match.already-said-yes'));
    const review = context.get(MatchReviewService);
    const decide = (n: number) =>
      n % 2 === 0
        ? review.approve(context.administrator, id, { seen: null })
        : review.reject(context.secondAdministrator, id, { seen: null, reason: 'incomplete' });
    expect(await atOnce(decide)).toEqual(ONE_OF('conflict match.transition-not-allowed'));
    const { rows } = await context.sql.query<{ name: string }>('SELECT name FROM match_event WHERE match_id = $1 ORDER BY id', [id]);
    expect(rows.map(({ name }) => name)).toEqual(['express-interest', 'express-interest', expect.stringMatching(/^(approve|reject)$/)]);
  });
});
