import { type Actor, VISITOR } from '../../../src/kernel/actor.js';
import { encodeCursor } from '../../../src/kernel/pagination.js';
import { OFFER_KINDS } from '../../../src/modules/listings/index.js';
import { newOrganization, newPerson } from '../../support/factories/organizations.js';
import {
  ALL_KINDS,
  listingContext,
  type ListingContext,
  type ListingValues,
  newDraft,
  newPublished,
  newSubmitted,
} from '../../support/factories/listings.js';
import { refusalOf } from '../../support/refusal.js';

describe('what listings show', () => {
  let context: ListingContext;
  let owner: Actor & { kind: 'person' };
  beforeAll(async () => (context = await listingContext()));
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.sql.query('DELETE FROM listing');
    owner = (await newOrganization(context, { legalName: 'Canary Works', country: 'KE' })).manager;
  });

  const member = async (level: string): Promise<Actor> => (await newOrganization(context, { level })).manager;
  const made = (values: ListingValues) => newPublished(context, { owner, ...values });
  type Query = Parameters<typeof context.views.list>[2];
  const list = (actor: Actor, query: Partial<Query> = {}, kinds: Parameters<typeof context.views.list>[1] = ALL_KINDS) =>
    context.views.list(actor, kinds, { limit: 20, ...query });
  const idsOf = async (...args: Parameters<typeof list>): Promise<unknown[]> => (await list(...args)).items.map(({ id }) => id);

  it('by the level of the reader’s organization', async () => {
    const fields = { description: 'CANARY-1 text', details: { terms: { territory: 'CANARY-2 terms' } } };
    const { id } = await newPublished(context, {
      owner,
      fields: { ...fields, teaser: 'CANARY-0', details: { ...fields.details, ...technology } },
    });
    const seen = async (actor: Actor): Promise<string[]> => {
      const view = await context.views.one(actor, id, ALL_KINDS);
      return ['CANARY-0', 'CANARY-1', 'CANARY-2', 'Canary Works', owner.personId].filter((canary) => JSON.stringify(view).includes(canary));
    };
    const nobody = await newPerson(context);
    for (const actor of [VISITOR, nobody, await member('registered')]) expect(await seen(actor)).toEqual(['CANARY-0']);
    expect(await seen(await member('basic'))).toEqual(['CANARY-0', 'CANARY-1', 'Canary Works']);
    expect(await seen(await member('verified'))).toEqual(['CANARY-0', 'CANARY-1', 'CANARY-2', 'Canary Works']);
    for (const actor of [owner, context.officer, context.administrator, context.auditor]) expect(await seen(actor)).toHaveLength(5);
  });

  it('with what only introduced parties see to the house, which is on record', async () => {
    const { id } = await made({ kind: 'need', fields: { anonymous: true, details: { problem: 'x', place: 'Nsanje' } } });
    for (const actor of [context.officer, context.administrator, context.auditor, owner, await member('verified')])
      await context.views.one(actor, id, ALL_KINDS);
    // Beside a match nothing of that is shown.
    expect(JSON.stringify(await context.views.beside(context.administrator, id))).not.toContain('Nsanje');
    const { rows } = await context.sql.query(
      `SELECT actor_id FROM audit_entry WHERE subject_id = $1 AND action = 'listing.read-introduced'`,
      [id],
    );
    const readers = [context.officer, context.administrator, context.auditor].map(({ personId }) => personId);
    expect(rows.map(({ actor_id }) => actor_id).sort()).toEqual(readers.sort());
    const { id: open } = await made({ kind: 'need' });
    await context.views.one(context.administrator, open, ALL_KINDS);
    expect(
      (await context.sql.query(`SELECT FROM audit_entry WHERE subject_id = $1 AND action = 'listing.read-introduced'`, [open])).rows,
    ).toEqual([]);
  });

  it('without the owner of one that hides it, in lists too', async () => {
    const { id } = await made({ kind: 'need', fields: { anonymous: true } });
    const reader = await member('verified');
    for (const answer of [await context.views.one(reader, id, ALL_KINDS), await list(reader)]) {
      expect(JSON.stringify(answer)).not.toContain('Canary');
      expect(JSON.stringify(answer)).not.toContain(owner.organization?.id ?? 'none');
    }
    expect(JSON.stringify(await list(owner))).toContain('Canary Works');
  });

  it('with what may be known of an owner who is not named', async () => {
    const { id } = await made({ kind: 'need', fields: { anonymous: true } });
    await context.sql.query(`UPDATE organization SET size = 'small', level = 'verified', verified_since = '2026-05-04' WHERE id = $1`, [
      owner.organization?.id,
    ]);
    const { unnamed } = await context.views.one(await member('verified'), id, ALL_KINDS);
    expect(unnamed).toEqual({
      country: 'KE',
      type: expect.any(String) as string,
      size: 'small',
      level: 'verified',
      levelSince: '2026-05-04',
      medianAnswerDays: null,
      knownToCentre: false,
    });
  });

  it('in lists of what is open, newest first, page by page', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift((await made({ fields: { title: `Pump ${i}` } })).id);
    await newDraft(context, { owner });
    await newSubmitted(context, { owner });
    expect(await idsOf(VISITOR)).toEqual(ids);
    const pages: unknown[][] = [];
    for (let after: string | undefined; ;) {
      const page = await list(VISITOR, { limit: 2, after });
      pages.push(page.items.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(pages).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
    for (const after of ['nonsense', encodeCursor(['never', 'none']), encodeCursor([1, null])])
      expect(await refusalOf(list(VISITOR, { after }))).toBe('invalid cursor.expired');
    expect((await list(VISITOR)).items[0]).toMatchObject({
      title: 'Pump 4',
      country: 'KE',
      codes: [{ scheme: 'crs' }, { scheme: 'sdg-goal' }],
    });
    expect((await list(VISITOR)).items[0]).not.toHaveProperty('organization');
  });

  it('in lists by kind and country', async () => {
    const technology = await made({});
    const need = await made({ kind: 'need', fields: { country: 'MZ', kinds: ['technology', 'financing'] } });
    expect(await idsOf(VISITOR, { kind: 'technology' }, OFFER_KINDS)).toEqual([technology.id]);
    expect(await idsOf(VISITOR, { kind: 'solution' }, OFFER_KINDS)).toEqual([]);
    expect(await idsOf(VISITOR, { kind: 'financing' }, ['need'])).toEqual([need.id]);
    expect(await idsOf(VISITOR, { kind: 'solution' }, ['need'])).toEqual([]);
    expect(await idsOf(VISITOR, { country: 'MZ' })).toEqual([need.id]);
    expect(await idsOf(VISITOR, { country: 'KE' })).toEqual([technology.id]);
  });

  it('in lists of one’s own, whatever their state', async () => {
    const [draft, submitted, published] = [await newDraft(context, { owner }), await newSubmitted(context, { owner }), await made({})];
    await made({ owner: (await newOrganization(context)).manager });
    expect(await idsOf(owner, { mine: true })).toEqual([published.id, submitted.id, draft.id]);
    expect(await idsOf(owner, { mine: true, state: ['draft'] })).toEqual([draft.id]);
    expect(await idsOf(VISITOR, { mine: true })).toEqual([]);
  });

  it('in lists by state, each reader what she may see', async () => {
    const [draft, submitted] = [await newDraft(context, { owner }), await newSubmitted(context, { owner })];
    const state: Query['state'] = ['draft', 'centre_review'];
    const foreign = await newPerson(context, { officerOf: ['UG'] });
    for (const actor of [owner, context.administrator, context.auditor])
      expect(await idsOf(actor, { state })).toEqual([submitted.id, draft.id]);
    expect(await idsOf(context.officer, { state })).toEqual([submitted.id]);
    for (const actor of [VISITOR, foreign, await member('verified')]) expect(await idsOf(actor, { state })).toEqual([]);
    const published = await made({});
    expect(await idsOf(VISITOR, { state: ['published'] })).toEqual([published.id]);
    await context.life.pause(owner, published);
    expect(await idsOf(VISITOR, { state: ['published', 'paused'] })).toEqual([]);
    expect(await refusalOf(context.views.one(VISITOR, published.id, ALL_KINDS))).toBe('not-found listing.not-found');
  });
});

const technology = {
  advantage: 'x',
  costComparison: 'not-known-yet',
  readiness: 8,
  cooperation: ['licence'],
  ip: { status: 'none' },
  dualUse: false,
};
