import { ListingsQueries } from '../../../src/modules/listings/index.js';
import { levelGives, listingRight, ORGANIZATION_LEVELS, OrganizationsService } from '../../../src/modules/organizations/index.js';
import { Settings } from '../../../src/platform/database/settings.js';
import { newOrganization } from '../../support/factories/organizations.js';
import { changesOf, listingContext, type ListingContext, newDraft, newPublished } from '../../support/factories/listings.js';
import { until } from '../../support/until.js';

describe('the catalogue', () => {
  let context: ListingContext;
  let queries: ListingsQueries;
  beforeAll(async () => {
    context = await listingContext();
    queries = context.get(ListingsQueries);
  });
  afterAll(() => context.close());

  const idsOf = async (...ids: string[]): Promise<string[]> => (await queries.published(ids)).map(({ id }) => id);

  it('hands out published listings as matching sees them', async () => {
    const listing = await newPublished(context, { kind: 'need', fields: { anonymous: true } });
    const draft = await newDraft(context);
    const [published, ...rest] = await queries.published([listing.id, draft.id]);
    expect(rest).toEqual([]);
    expect(published).toMatchObject({
      id: listing.id,
      reference: listing.reference,
      kind: 'need',
      revision: 1,
      language: 'en',
      anonymous: true,
      isExample: false,
      owner: { id: listing.owner.organization?.id, country: 'KE', type: '70', level: 'verified' },
      content: { kinds: ['technology'], country: 'KE' },
    });
    expect(published?.publishedAt).toBeInstanceOf(Date);
  });

  it('hands out everything in slices', async () => {
    for (let i = 0; i < 3; i++) await newPublished(context);
    const all: string[] = [];
    for (let after: string | null = null; ;) {
      const slice = await queries.allPublished(after, 2);
      all.push(...slice.map(({ id }) => id));
      if (slice.length < 2) break;
      after = slice.at(-1)?.id ?? null;
    }
    const { rows } = await context.sql.query<{ id: string }>('SELECT id FROM catalogue_listing ORDER BY id');
    expect(all).toEqual(rows.map(({ id }) => id));
    expect(all.length).toBeGreaterThanOrEqual(3);
  });

  it('holds listings of organizations in good standing alone, and is told of each when that changes', async () => {
    const owner = (await newOrganization(context)).manager;
    const [one, two] = [await newPublished(context, { owner }), await newPublished(context, { owner, kind: 'need' })];
    const organizations = context.get(OrganizationsService);
    const id = owner.organization?.id ?? '';
    await organizations.suspend(context.administrator, id, { reason: 'rules-broken' });
    expect(await idsOf(one.id, two.id)).toEqual([]);
    await organizations.resume(context.administrator, id);
    expect(await idsOf(one.id, two.id)).toEqual([one.id, two.id].sort());
    expect([await changesOf(context, one), await changesOf(context, two)]).toEqual([3, 3]);
  });

  it.each(ORGANIZATION_LEVELS)('asks of each kind the level that gives its owner the right: %s', async (level) => {
    const owner = (await newOrganization(context)).manager;
    const made = {
      technology: await newPublished(context, { owner }),
      financing: await newPublished(context, { owner, kind: 'financing' }),
    };
    await context.sql.query('UPDATE organization SET level = $2 WHERE id = $1', [owner.organization?.id, level]);
    for (const kind of ['technology', 'financing'] as const)
      expect((await idsOf(made[kind].id)).length === 1).toBe(levelGives(level, listingRight(kind)));
  });

  it('holds examples in example mode alone', async () => {
    const owner = (await newOrganization(context, { isExample: true })).manager;
    const example = await newPublished(context, { owner });
    expect(await idsOf(example.id)).toEqual([]);
    await context.get(Settings).set('examples', 'on');
    expect(await idsOf(example.id)).toEqual([example.id]);
    await context.get(Settings).set('examples', 'off');
    expect(await idsOf(example.id)).toEqual([]);
  });

  it('wakes who listens, at the commit', async () => {
    let woken = 0;
    context.sql.on('notification', ({ channel }) => void (woken += channel === 'catalogue' ? 1 : 0));
    await context.sql.query('LISTEN catalogue');
    await newPublished(context);
    await until('a notification', () => woken > 0);
    await context.sql.query('UNLISTEN catalogue');
  });

  it('says who answers for a listing, in any state', async () => {
    const listing = await newDraft(context);
    const [card] = await queries.cards([listing.id]);
    const organization = await context.sql.query('SELECT contact_person_id FROM organization WHERE id = $1', [
      listing.owner.organization?.id,
    ]);
    expect(card).toMatchObject({
      state: 'draft',
      publishedRevision: null,
      inCatalogue: false,
      contactPersonId: organization.rows[0].contact_person_id,
    });
    await context.submission.submit(listing.owner, listing);
    await context.review.approve(context.officer, listing);
    expect(await queries.cards([listing.id])).toMatchObject([
      { inCatalogue: true, contactPersonId: listing.owner.personId, publishedRevision: 1 },
    ]);
  });

  it('sees every listing of a suspended organization, one approved at the same moment included', async () => {
    const owner = (await newOrganization(context)).manager;
    const listing = await newDraft(context, { owner });
    await context.submission.submit(owner, listing);
    const id = owner.organization?.id ?? '';
    const organizations = context.get(OrganizationsService);
    await Promise.allSettled([
      context.review.approve(context.officer, listing),
      organizations.suspend(context.administrator, id, { reason: 'rules-broken' }),
    ]);
    const { rows } = await context.sql.query(`SELECT state FROM listing WHERE id = $1`, [listing.id]);
    // Published first: the suspension notes it once more. Suspended first: it was never published.
    expect([rows[0].state, await changesOf(context, listing)]).toEqual(
      rows[0].state === 'published' ? ['published', 2] : ['centre_review', 0],
    );
    expect(await idsOf(listing.id)).toEqual([]);
  });
});
