import { VISITOR } from '../../../src/kernel/actor.js';
import { ListingContents } from '../../../src/modules/listings/index.js';
import { OrganizationsQueries, OrganizationsService } from '../../../src/modules/organizations/index.js';
import { actingFor, newMember, newOrganization, newPerson, newConsent } from '../../support/factories/organizations.js';
import { errorOf, refusalOf } from '../../support/refusal.js';
import {
  ALL_KINDS,
  completeFields,
  listingContext,
  newDraft,
  newSubmitted,
  rowOf,
  type ListingContext,
} from '../../support/factories/listings.js';

describe('drafts of listings', () => {
  let context: ListingContext;
  beforeAll(async () => (context = await listingContext()));
  afterAll(() => context.close());

  const create = async (fields: object, kind: 'technology' | 'need' = 'need') => {
    const { manager, id: organizationId } = await newOrganization(context);
    return context.drafts.create(manager, { kind, organizationId, language: 'en', fields: { title: 'Water', ...fields } });
  };

  it('need a title, and take languages and country from the organization', async () => {
    const { manager, id: organizationId } = await newOrganization(context, { country: 'MZ' });
    const { id, reference } = await context.drafts.create(manager, {
      kind: 'need',
      organizationId,
      language: 'pt',
      fields: { title: 'Água' },
    });
    expect(reference).toMatch(/^NE-MZ-\d{4}-\d{6}$/);
    expect(await context.views.one(manager, id, ['need'])).toMatchObject({
      id,
      reference,
      kind: 'need',
      state: 'draft',
      version: 1,
      revision: 1,
      language: 'pt',
      title: 'Água',
      country: 'MZ',
      languages: ['en'],
      organization: { id: organizationId },
      reviews: [],
      allowed: ['submit', 'withdraw'],
    });
    expect((await rowOf(context, { id })).created_by).toBe(manager.personId);
  });

  it('are handed in by managers alone where their organization wants it so', async () => {
    const { manager, id } = await newOrganization(context);
    const editor = await newMember(context, id, 'editor', await newPerson(context));
    await context.get(OrganizationsService).update(manager, id, null, { submitByManagersOnly: true });
    const listing = await newDraft(context, { owner: editor });
    expect(await refusalOf(context.submission.submit(editor, listing))).toBe('forbidden listing.managers-submit');
    await context.submission.submit(manager, listing);
    await context.get(OrganizationsService).update(manager, id, null, { submitByManagersOnly: false });
    const other = await newDraft(context, { owner: editor });
    await context.submission.submit(editor, other);
  });

  it('keep levels of groups of fields that there are, and none below the group’s own', async () => {
    const faultsOf = async (levels: object, kind: 'technology' | 'need' = 'technology') =>
      (await errorOf(create({ levels }, kind))).details.errors;
    expect(await faultsOf({ terms: 1 })).toMatchObject([{ path: 'levels.terms', code: 'too-low' }]);
    expect(await faultsOf({ colour: 2 })).toMatchObject([{ path: 'levels.colour', code: 'unknown-group' }]);
    expect(await faultsOf({ workings: 7 })).toMatchObject([{ path: 'levels.workings' }]);
    await create({ levels: { workings: 3, terms: 3 } }, 'technology');
  });

  it('are refused with every fault at once', async () => {
    const fields = {
      codes: [{ scheme: 'crs', code: '14039' }],
      languages: ['en', 'qq'],
      countriesPreferred: ['ZZ'],
      teaser: 'Write to a@b.org',
    };
    await expect(create(fields)).rejects.toMatchObject({
      kind: 'invalid',
      details: {
        errors: [{ path: 'teaser', code: 'contact' }, { path: 'languages.1' }, { path: 'codes.0.code' }, { path: 'countriesPreferred.0' }],
      },
    });
    await expect(create({ colour: 'blue' })).rejects.toMatchObject({ details: { errors: [{ path: 'colour', code: 'unknown' }] } });
    const stranger = await newPerson(context);
    await expect(create({ contactPersonId: stranger.personId })).rejects.toMatchObject({
      details: { errors: [{ path: 'contactPersonId' }] },
    });
  });

  it('are made by editors of the organization and, by its consent, the desk of its country alone', async () => {
    const { id: organizationId } = await newOrganization(context);
    const draft = { kind: 'need', organizationId, language: 'en', fields: { title: 'Water' } } as const;
    const other = await newOrganization(context);
    const viewer = await newMember(context, organizationId, 'viewer');
    for (const actor of [viewer, other.manager, VISITOR])
      await expect(context.drafts.create(actor, draft)).rejects.toMatchObject({ kind: 'forbidden', code: 'listing.create-forbidden' });
    for (const actor of [context.officer, context.administrator])
      await expect(context.drafts.create(actor, draft)).rejects.toMatchObject({ kind: 'forbidden', code: 'consent.required' });
    await newConsent(context, organizationId, ['list']);
    await expect(context.drafts.create(context.officer, draft)).resolves.toMatchObject({ reference: expect.stringMatching(/^NE-KE/) });
    const unseen = await newOrganization(context, { level: 'registered' });
    await expect(context.drafts.create(other.manager, { ...draft, organizationId: unseen.id })).rejects.toMatchObject({
      code: 'organization.not-found',
    });
  });

  it('are there for their owner and the house, and for nobody else', async () => {
    const draft = await newDraft(context);
    const colleague = await newMember(context, draft.owner.organization?.id ?? '', 'viewer');
    const outsider = (await newOrganization(context)).manager;
    for (const actor of [draft.owner, colleague, context.administrator, context.auditor])
      await expect(context.views.one(actor, draft.id, ALL_KINDS)).resolves.toMatchObject({ id: draft.id });
    for (const actor of [outsider, context.officer, VISITOR, actingFor(draft.owner, outsider.organization?.id ?? '', 'manager')]) {
      await expect(context.views.one(actor, draft.id, ALL_KINDS)).rejects.toMatchObject({ code: 'listing.not-found' });
      await expect(context.submission.submit(actor, draft)).rejects.toMatchObject({ code: 'listing.not-found' });
      await expect(context.drafts.edit(actor, draft, { fields: { title: 'x' } })).rejects.toMatchObject({ code: 'listing.not-found' });
    }
    await expect(context.views.one(draft.owner, draft.id, ['need'])).rejects.toMatchObject({ code: 'listing.not-found' });
  });

  it('are edited in place, by whoever saw the latest version', async () => {
    const draft = await newDraft(context);
    await context.drafts.edit(
      draft.owner,
      { ...draft, seen: 1 },
      { language: 'fr', fields: { title: 'Pompe', description: null, details: { readiness: 9 } } },
    );
    expect(await context.views.one(draft.owner, draft.id, ALL_KINDS)).toMatchObject({
      version: 2,
      revision: 1,
      language: 'fr',
      title: 'Pompe',
      details: { readiness: 9, advantage: 'It needs no fuel.' },
    });
    expect(await context.views.one(draft.owner, draft.id, ALL_KINDS)).not.toHaveProperty('description');
    await expect(context.drafts.edit(draft.owner, { ...draft, seen: 1 }, { fields: { title: 'x' } })).rejects.toMatchObject({
      kind: 'precondition',
      code: 'listing.changed-since',
    });
    await expect(context.drafts.edit(draft.owner, { ...draft, seen: 2 }, { fields: { details: { readines: 9 } } })).rejects.toMatchObject({
      details: { errors: [{ path: 'details.readines', code: 'unknown' }] },
    });
  });

  it('are submitted with all that is missing named at once', async () => {
    const { manager, id: organizationId } = await newOrganization(context);
    const { id } = await context.drafts.create(manager, { kind: 'technology', organizationId, language: 'en', fields: { title: 'Pump' } });
    await expect(context.submission.submit(manager, { id, kinds: ALL_KINDS })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'listing.incomplete',
      details: {
        errors: [
          'description',
          'details.advantage',
          'details.costComparison',
          'codes',
          'codes',
          'details.readiness',
          'details.cooperation',
          'details.ip.status',
          'details.dualUse',
        ].map((path) => ({ path, code: 'required', message: expect.any(String) })),
      },
    });
    expect(await rowOf(context, { id })).toMatchObject({ state: 'draft', version: 1 });
  });

  it.each(ALL_KINDS)('of kind %s are submitted with what is asked for and nothing more', async (kind) => {
    const listing = await newSubmitted(context, { kind });
    const view = await context.views.one(listing.owner, listing.id, ALL_KINDS);
    expect(view).toMatchObject({ state: 'centre_review', version: 2 });
    expect(view.teaser).toBe(
      {
        technology: 'A solar pump lifts water from deep wells. It needs no fuel.',
        solution: 'Wells fall dry in summer.',
        financing: undefined,
        need: 'The town has no water in the dry season. Trucks bring it.',
      }[kind],
    );
  });

  it('take a batch with keys of the owner, and the same batch again without effect', async () => {
    const { manager, id } = await newOrganization(context);
    const [owner] = await context.get(OrganizationsQueries).brief([id]);
    const contents = context.get(ListingContents);
    const { content } = contents.examine('need', { language: 'en', fields: completeFields('need') }, await contents.rules());
    if (!owner || !content) throw new Error('the batch was not made');
    const drafts = (...keys: string[]) => keys.map((externalKey) => ({ kind: 'need' as const, language: 'en', content, externalKey }));
    const keysOf = async (...keys: string[]) =>
      (await context.drafts.createMany(manager, owner, drafts(...keys))).map(({ externalKey }) => externalKey);
    expect(await keysOf('a', 'b')).toEqual(['a', 'b']);
    expect(await keysOf('a', 'b', 'c')).toEqual(['c']);
  });
});
