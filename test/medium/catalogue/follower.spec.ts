import { TaxonomyService } from '../../../src/modules/taxonomy/index.js';
import { OrganizationsQueries } from '../../../src/modules/organizations/index.js';
import {
  CatalogueFollower,
  CatalogueIndex,
  CatalogueModule,
  engineRenewed,
  EnginesService,
  SearchService,
} from '../../../src/modules/catalogue/index.js';
import { VISITOR } from '../../../src/kernel/actor.js';
import { BusinessClock } from '../../../src/platform/database/business-clock.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { until } from '../../support/until.js';
import { newOrganization } from '../../support/factories/organizations.js';
import { changedRow, newPublishedRow, type PublishedRow } from '../../support/factories/published-rows.js';
import { connect } from '../../support/database.js';

let context: MediumContext;
let follower: CatalogueFollower;
let index: CatalogueIndex;

beforeAll(async () => {
  context = await mediumContext({ modules: [CatalogueModule] });
  follower = context.get(CatalogueFollower);
  index = context.get(CatalogueIndex);
  await follower.ready();
});
afterAll(() => context.close());

const publish = (values: PublishedRow = {}) => newPublishedRow(context, values);
const titles = () => [...index.all()].map((listing) => (listing.content as { title: string }).title);

describe('CatalogueFollower', () => {
  it('has what was committed before it was asked, and lets go of what left', async () => {
    const id = await publish({ title: 'Pump one' });
    await follower.catchUp();
    expect(titles()).toContain('Pump one');
    await context.sql.query(`UPDATE listing SET state = 'paused' WHERE id = $1`, [id]);
    await changedRow(context, id);
    await follower.catchUp();
    expect(index.get(id)).toBeUndefined();
  });

  it('misses no change that commits after a later one', async () => {
    const { id: organizationId } = await newOrganization(context, { level: 'verified' });
    const slow = await connect(context.database.ownerUrl);
    await slow.query('BEGIN');
    const late = await newPublishedRow({ sql: slow }, { organizationId });
    const early = await publish({ organizationId });
    await follower.catchUp();
    expect(index.get(early)).toBeDefined();
    expect(index.get(late)).toBeUndefined();
    await slow.query('COMMIT');
    await follower.catchUp();
    expect(index.get(late)).toBeDefined();
    await slow.end();
  });

  it('gives callers at the same time a look that began after each had asked', async () => {
    const seen = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        const id = await publish({ title: `Pump ${i}` });
        const { seq } = await follower.catchUp();
        return { found: index.get(id) !== undefined, seq };
      }),
    );
    expect(seen.every(({ found }) => found)).toBe(true);
  });

  it('follows by itself', async () => {
    const id = await publish({ title: 'Noticed' });
    await until('the listing is noticed', () => index.get(id) !== undefined);
  });

  it('refuses to catch up inside a unit of work', async () => {
    await expect(context.uow.run(() => follower.catchUp())).rejects.toThrow('unit of work');
  });

  it('lets go of the listings of an owner who lost its standing', async () => {
    const { id: organizationId } = await newOrganization(context, { level: 'verified' });
    const id = await publish({ title: 'Of another', organizationId });
    await follower.catchUp();
    expect(index.get(id)).toBeDefined();
    await context.sql.query(`UPDATE organization SET standing = 'suspended' WHERE id = $1`, [organizationId]);
    await changedRow(context, id);
    await follower.catchUp();
    expect(index.get(id)).toBeUndefined();
  });
});

describe('SearchService', () => {
  it('says to come again while the index is being filled', async () => {
    const warming = { isReady: false } as CatalogueFollower;
    const service = new SearchService(
      warming,
      index,
      context.get(BusinessClock),
      context.get(OrganizationsQueries),
      context.get(TaxonomyService),
    );
    await expect(service.search(VISITOR, { limit: 1 })).rejects.toMatchObject({ kind: 'unavailable', details: { retryAfterSeconds: 2 } });
  });

  it('hides from the search what has expired, before any change says so', async () => {
    const id = await publish({ title: 'Perishable xylophone' });
    await follower.catchUp();
    const search = () => context.get(SearchService).search(VISITOR, { q: 'xylophone', limit: 10 });
    expect((await search()).items.map((item) => item.id)).toEqual([id]);
    await context.shiftClock('400 days');
    expect((await search()).items).toEqual([]);
    await context.shiftClock('0');
  });
});

describe('EnginesService', () => {
  it('makes a version at first and when the number of listings has doubled, and tells', async () => {
    const engines = context.get(EnginesService);
    const before = engines.current;
    const told: string[] = [];
    context.get(DomainEvents).on(engineRenewed, async ({ version }) => told.push(version));
    const { id: organizationId } = await newOrganization(context, { level: 'verified' });
    for (let i = 0; i < 45; i++) await publish({ organizationId, title: `Thing ${i}` });
    await follower.catchUp();
    expect(Number(engines.current.version)).toBeGreaterThan(Number(before.version));
    expect(told).toEqual([engines.current.version]);
    expect(engines.current.statistics.language('en').texts).toBeGreaterThanOrEqual(40);
  });

  it('gives back a version as it was made', async () => {
    const engines = context.get(EnginesService);
    const { version, statistics, book, weights } = engines.current;
    await engines.renew('command', index);
    expect(engines.current.version).not.toBe(version);
    const again = await engines.version(version);
    expect(again.statistics.toStored()).toEqual(statistics.toStored());
    expect(again.book.version).toBe(book.version);
    expect(again.weights).toEqual(weights);
    expect(again.book.inGroup('KE', 'LDC', '2026-01-01')).toBe(false);
    expect(again.book.inGroup('MZ', 'LDC', '2026-01-01')).toBe(true);
  });

  it('keeps versions for ever', async () => {
    await expect(context.sql.query(`UPDATE engine_version SET cause = 'command'`)).rejects.toThrow('append-only');
  });
});
