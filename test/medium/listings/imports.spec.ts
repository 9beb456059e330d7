import { system } from '../../../src/kernel/actor.js';
import {
  catalogueChanged,
  ListingContents,
  ListingImports,
  listingPublished,
  listingsImported,
} from '../../../src/modules/listings/index.js';
import { OrganizationsQueries } from '../../../src/modules/organizations/index.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { newMember, newOrganization, newPerson, newConsent } from '../../support/factories/organizations.js';
import { changesOf, completeFields, listingContext, type ListingContext, rowOf } from '../../support/factories/listings.js';
import { refusalOf } from '../../support/refusal.js';

describe('an import', () => {
  let context: ListingContext;
  let imports: ListingImports;
  const told: string[] = [];
  beforeAll(async () => {
    context = await listingContext();
    imports = context.get(ListingImports);
    const events = context.get(DomainEvents);
    events.on(listingsImported, async ({ listingIds }) => told.push(`imported ${listingIds.length}`));
    events.on(catalogueChanged, async ({ listingIds }) => told.push(`catalogue ${listingIds.length}`));
    events.on(listingPublished, async () => told.push('published'));
  });
  afterAll(() => context.close());
  beforeEach(() => void told.splice(0));

  const imported = async (organizationId: string, rows: { kind: 'need' | 'financing'; fields: object }[]): Promise<string[]> => {
    const [owner] = await context.get(OrganizationsQueries).brief([organizationId]);
    const contents = context.get(ListingContents);
    const rules = await contents.rules();
    if (!owner) throw new Error(`no organization ${organizationId}`);
    const defaults = { need: await contents.defaults('need', owner), financing: await contents.defaults('financing', owner) };
    const drafts = rows.map(({ kind, fields }, i) => {
      const prefilled = contents.prefilled({ title: 'Row', ...fields }, defaults[kind]);
      const { content, faults } = contents.examine(kind, { language: 'en', fields: prefilled }, rules);
      if (!content) throw new Error(JSON.stringify(faults));
      return { kind, language: 'en', content, externalKey: `row-${i}` };
    });
    const created = await context.drafts.createMany(system('cli:import'), owner, drafts);
    return created.map(({ id }) => id);
  };

  it('publishes what is complete under an administrator’s name, tells what is not, and gives one notice', async () => {
    const { id } = await newOrganization(context, { level: 'registered' });
    const ids = await imported(id, [
      { kind: 'need', fields: completeFields('need') },
      { kind: 'need', fields: {} },
      { kind: 'need', fields: completeFields('need') },
    ]);
    const result = await imports.publishImported(context.administrator, id, ids);
    expect(result.published).toHaveLength(2);
    expect(result.incomplete).toMatchObject([
      { id: ids[1], externalKey: 'row-1', faults: expect.arrayContaining([expect.objectContaining({ path: 'kinds' })]) },
    ]);
    await imports.announce(context.administrator, id, result.published);
    expect(told).toEqual(['catalogue 2', 'imported 2']);
    const [first = ''] = result.published;
    expect(await rowOf(context, { id: first })).toMatchObject({
      state: 'published',
      assured_by: context.administrator.personId,
      created_by: null,
    });
    expect(await changesOf(context, { id: first })).toBe(1);
    expect(await rowOf(context, { id: ids[1] ?? '' })).toMatchObject({ state: 'draft' });
    expect(await context.get(OrganizationsQueries).brief([id])).toMatchObject([{ level: 'basic' }]);
    const { rows } = await context.sql.query(`SELECT action, data FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [first]);
    expect(rows).toMatchObject([
      { action: 'listing.create' },
      { action: 'listing.publish-imported', data: { from: 'draft', to: 'published', revision: 1 } },
    ]);
    expect(await imports.publishImported(context.administrator, id, ids)).toMatchObject({ published: [] });
  });

  it('is published by an administrator who is no member and entered nothing', async () => {
    const { id, manager } = await newOrganization(context);
    const ids = await imported(id, [{ kind: 'need', fields: completeFields('need') }]);
    const member = await newMember(context, id, 'viewer', await newPerson(context, { administrator: true }));
    expect(await refusalOf(imports.publishImported(member, id, ids))).toBe('forbidden listing.four-eyes');
    expect(await refusalOf(imports.publishImported(manager, id, ids))).toBe('forbidden listing.transition-forbidden');
    expect(await refusalOf(imports.publishImported(context.officer, id, ids))).toBe('forbidden listing.transition-forbidden');
    const author = await newPerson(context, { officerOf: ['KE'], administrator: true });
    await newConsent(context, id, ['list']);
    const own = await context.drafts.create(author, { kind: 'need', organizationId: id, language: 'en', fields: completeFields('need') });
    expect(await refusalOf(imports.publishImported(author, id, [own.id]))).toBe('forbidden listing.four-eyes');
  });

  it('asks the same of the owner as a review does', async () => {
    const { id } = await newOrganization(context, { level: 'basic' });
    const ids = await imported(id, [{ kind: 'financing', fields: completeFields('financing') }]);
    expect(await refusalOf(imports.publishImported(context.administrator, id, ids))).toBe('conflict listing.owner-not-verified');
  });

  it('takes listings of that organization alone', async () => {
    const [one, other] = [await newOrganization(context), await newOrganization(context)];
    const ids = await imported(one.id, [{ kind: 'need', fields: completeFields('need') }]);
    expect(await imports.publishImported(context.administrator, other.id, ids)).toEqual({ published: [], incomplete: [] });
  });
});
