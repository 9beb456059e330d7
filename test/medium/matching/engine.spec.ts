import {
  matchingContext,
  matchesOf,
  newListed,
  newPair,
  revise,
  runJobs,
  runJobsAgain,
  moveListing,
  type MatchingContext,
} from '../../support/factories/matching.js';
import { newOrganization } from '../../support/factories/organizations.js';

let context: MatchingContext;
beforeAll(async () => {
  context = await matchingContext();
});
afterAll(() => context.close());
afterEach(async () => {
  await runJobs(context);
  await context.sql.query(`TRUNCATE match, need_match_set CASCADE`);
  await context.sql.query(`UPDATE listing SET state = 'withdrawn'`);
  await context.sql.query(`INSERT INTO listing_change (listing_id) SELECT id FROM listing`);
});

const states = async (listingId: string) => (await matchesOf(context, listingId)).map((row) => row.state);

describe('the engine', () => {
  it('lets a need and an offer that are published in the same instant meet', async () => {
    const [need] = await Promise.all([
      newListed(context, { kind: 'need' }),
      newListed(context, { kind: 'technology' }),
      newListed(context, { kind: 'solution' }),
    ]);
    await runJobs(context);
    const rows = await matchesOf(context, need.id);
    expect(rows.map((row) => row.kind).sort()).toEqual(['solution', 'technology']);
    expect(rows.every((row) => row.state === 'suggested' && row.score >= 4_500 && !row.touched && row.source === 'engine')).toBe(true);
  });

  it('changes nothing when every job runs twice', async () => {
    const { need, offer } = await newPair(context);
    await revise(context, offer, { description: 'Pumps water from wells by the sun.' });
    await runJobs(context);
    const before = await matchesOf(context, need.id);
    expect(await runJobsAgain(context)).toBeGreaterThan(2);
    expect(await matchesOf(context, need.id)).toEqual(before);
  });

  it('supersedes a pair that leaves, silently, and suggests it again when it returns', async () => {
    const { need, offer } = await newPair(context);
    await moveListing(context, offer, 'paused');
    await runJobs(context);
    expect(await states(need.id)).toEqual(['superseded']);
    await moveListing(context, offer, 'published');
    await runJobs(context);
    const [row] = await matchesOf(context, need.id);
    expect(row).toMatchObject({ state: 'suggested', touched: false });
    const { rows } = await context.sql.query(`SELECT name FROM match_event`);
    expect(rows).toEqual([]);
  });

  it('scores a pair anew when a side changes', async () => {
    const { need, offer } = await newPair(context);
    const [before] = await matchesOf(context, need.id);
    await revise(context, need, { codes: [{ scheme: 'crs', code: '14031', main: true }] });
    await runJobs(context);
    const [after] = await matchesOf(context, offer.id);
    expect(after).toMatchObject({ id: before?.id, need_revision: 2, state: 'suggested' });
    expect(after?.score).toBeLessThan(before?.score ?? 0);
  });

  it('takes at most twenty of a kind, the best, and fills up when one is touched', async () => {
    const provider = (await newOrganization(context)).manager;
    const need = await newListed(context, { kind: 'need' });
    for (let i = 0; i < 23; i++)
      await newListed(context, { kind: 'technology', owner: provider, content: { details: { readiness: 1 + (i % 9), cooperation: [] } } });
    await runJobs(context);
    const rows = await matchesOf(context, need.id);
    expect(rows.filter((row) => row.state === 'suggested')).toHaveLength(20);
    await context.sql.query(`UPDATE match SET touched = true, state = 'declined' WHERE id = $1`, [rows[0]?.id]);
    await revise(context, need, { teaser: 'Water' });
    await runJobs(context);
    const after = await matchesOf(context, need.id);
    expect(after.filter((row) => row.state === 'suggested')).toHaveLength(20);
    expect(after.find((row) => row.id === rows[0]?.id)).toMatchObject({ state: 'declined', score: rows[0]?.score });
  });

  it('drops a run that looked before another one wrote', async () => {
    const { need } = await newPair(context);
    await context.sql.query('UPDATE need_match_set SET matched_seq = matched_seq + 1000000 WHERE need_id = $1', [need.id]);
    await newListed(context, { kind: 'solution' });
    await runJobs(context);
    expect(await states(need.id)).toEqual(['suggested']);
  });

  it('holds what an administrator sees first', async () => {
    const { need } = await newPair(context, { offer: { content: { details: { readiness: 9, cooperation: ['sale'], dualUse: true } } } });
    expect(await states(need.id)).toEqual(['held']);
    await context.sql.query(`UPDATE match_policy SET first_asked = 'administrator_first' WHERE kind = 'solution'`);
    await newListed(context, { kind: 'solution' });
    await runJobs(context);
    await context.sql.query(`UPDATE match_policy SET first_asked = 'parties_first' WHERE kind = 'solution'`);
    expect(await states(need.id)).toEqual(['held', 'held']);
  });

  it('goes by the order of the home facility of an offer, where that has its own', async () => {
    await context.sql.query(
      `INSERT INTO match_policy (facility, kind, class, first_asked) VALUES ('ldc', 'solution', 'any', 'administrator_first')`,
    );
    const { need } = await newPair(context);
    const [here, elsewhere] = [await newListed(context, { kind: 'solution' }), await newListed(context, { kind: 'solution' })];
    await context.sql.query(`UPDATE listing SET facility = 'ldc' WHERE id = $1`, [here.id]);
    await runJobs(context);
    const { rows } = await context.sql.query('SELECT offer_id, state FROM match WHERE need_id = $1 AND offer_id = ANY($2)', [
      need.id,
      [here.id, elsewhere.id],
    ]);
    await context.sql.query(`DELETE FROM match_policy WHERE facility = 'ldc'`);
    expect(Object.fromEntries(rows.map((row) => [row.offer_id, row.state]))).toEqual({ [here.id]: 'held', [elsewhere.id]: 'suggested' });
  });

  it('never matches an organization with itself', async () => {
    const owner = (await newOrganization(context)).manager;
    const need = await newListed(context, { kind: 'need', owner });
    await newListed(context, { kind: 'technology', owner });
    await runJobs(context);
    expect(await states(need.id)).toEqual([]);
  });
});
