import { randomUUID } from 'node:crypto';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import {
  organizationChanged,
  organizationRegistered,
  OrganizationsModule,
  OrganizationsQueries,
  OrganizationsService,
} from '../../../src/modules/organizations/index.js';
import { OrganizationViewsQueries } from '../../../src/modules/organizations/organization-views.queries.js';
import { actingFor, byKey, newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { errorOf, outcomes, refusalOf } from '../../support/refusal.js';

const input = { legalName: 'Aqua Sol Ltd', country: 'KE', type: '70', languages: ['en', 'sw'] };
let ctx: MediumContext;
let organizations: OrganizationsService;
let views: OrganizationViewsQueries;
const events: [string, string][] = [];

beforeAll(async () => {
  ctx = await mediumContext({ modules: [OrganizationsModule] });
  organizations = ctx.get(OrganizationsService);
  views = ctx.get(OrganizationViewsQueries);
  const seen =
    (name: string) =>
    async ({ organizationId }: { organizationId: string }) =>
      void events.push([name, organizationId]);
  ctx.get(DomainEvents).on(organizationRegistered, seen(organizationRegistered.name));
  ctx.get(DomainEvents).on(organizationChanged, seen(organizationChanged.name));
});
afterAll(() => ctx.close());
beforeEach(() => void events.splice(0));

describe('registering', () => {
  it('makes the registrant manager and contact, and lets her act for it', async () => {
    const person = await newPerson(ctx);
    const { id, reference } = await organizations.register(person, input);
    expect(reference).toMatch(/^ORG-KE-\d{6}$/);
    expect(await views.one(id, person)).toMatchObject({
      ...input,
      size: null,
      website: null,
      level: 'registered',
      standing: 'good',
      role: 'manager',
      contactPersonId: person.personId,
      version: 1,
      allowed: [],
    });
    const { rows } = await ctx.sql.query(`SELECT acting_organization_id AS acting FROM person WHERE id = $1`, [person.personId]);
    expect(rows).toEqual([{ acting: id }]);
    expect(events).toEqual([['organization.registered', id]]);
  });

  it('leaves a trail without names', async () => {
    const { id } = await organizations.register(await newPerson(ctx), input);
    const { rows } = await ctx.sql.query(`SELECT action, data FROM audit_entry WHERE subject_id = $1`, [id]);
    expect(rows).toEqual([{ action: 'organization.register', data: { country: 'KE', enteredBy: 'member' } }]);
  });

  it('takes a second click as one', async () => {
    const person = await newPerson(ctx);
    const twins = await outcomes([
      organizations.register(person, input),
      organizations.register(person, { ...input, legalName: 'AQUA SOL LTD' }),
    ]);
    expect(twins).toEqual({ done: 1, refused: ['conflict organization.already-registered'] });
    expect((await organizations.register(person, { ...input, country: 'UG' })).reference).toMatch(/^ORG-UG-/);
  });

  it('refuses codes that are on no list, all at once', async () => {
    const refused = await errorOf(
      organizations.register(await newPerson(ctx), { ...input, country: 'XX', type: '99', languages: ['en', 'qq'] }),
    );
    expect(refused.details.errors?.map((fault) => fault.path).sort()).toEqual(['country', 'languages.1', 'type']);
  });

  it('is no business of a key, nor of somebody who is disabled', async () => {
    const { manager } = await newOrganization(ctx);
    expect(await refusalOf(organizations.register(byKey(manager), input))).toBe('forbidden organization.not-by-key');
    expect(await refusalOf(organizations.register(await newPerson(ctx, { disabled: true }), input))).toBe('not-found person.not-found');
  });
});

describe('editing', () => {
  it('is for managers who act for it; others learn no more than they may see', async () => {
    const { id, manager } = await newOrganization(ctx);
    const patch = { languages: ['fr'] };
    await organizations.update(manager, id, 1, patch);
    expect(await views.one(id, manager)).toMatchObject({ languages: ['fr'], version: 2 });
    const editor = await newMember(ctx, id, 'editor');
    const other = await newOrganization(ctx);
    expect(await refusalOf(organizations.update(editor, id, 2, patch))).toBe('forbidden organization.manager-only');
    expect(await refusalOf(organizations.update(other.manager, id, 2, patch))).toBe('forbidden organization.manager-only');
    expect(await refusalOf(organizations.update(await newPerson(ctx), id, 2, patch))).toBe('not-found organization.not-found');
    expect(await refusalOf(organizations.update(manager, randomUUID(), 1, patch))).toBe('not-found organization.not-found');
  });

  it('refuses what was written on an older version, also of two at once', async () => {
    const { id, manager } = await newOrganization(ctx);
    const twins = await outcomes(
      ['https://a.example', 'https://b.example'].map((website) => organizations.update(manager, id, 1, { website })),
    );
    expect(twins).toEqual({ done: 1, refused: ['precondition organization.changed-since'] });
  });

  it('keeps checked facts from managers, and tells listings when an administrator changes them', async () => {
    const fresh = await newOrganization(ctx, { level: 'registered' });
    await organizations.update(fresh.manager, fresh.id, null, { legalName: 'Another name', country: 'UG' });
    const { id, manager } = await newOrganization(ctx, { level: 'basic' });
    expect(await refusalOf(organizations.update(manager, id, null, { country: 'UG' }))).toBe('conflict organization.checked-facts');
    await organizations.update(manager, id, null, { country: 'KE', website: 'https://example.org' });
    await organizations.update(await newPerson(ctx, { administrator: true }), id, null, { country: 'UG' });
    expect(events).toEqual([
      ['organization.changed', fresh.id],
      ['organization.changed', id],
    ]);
  });

  it('takes a member as contact only', async () => {
    const { id, manager } = await newOrganization(ctx);
    const editor = await newMember(ctx, id, 'editor');
    await organizations.update(manager, id, null, { contactPersonId: editor.personId });
    const stranger = await newPerson(ctx);
    const refused = await errorOf(organizations.update(manager, id, null, { contactPersonId: stranger.personId }));
    expect(refused.details.errors).toMatchObject([{ path: 'contactPersonId', code: 'not-a-member' }]);
  });
});

describe('reading', () => {
  it('shows level 1 to members of others, everything to its own', async () => {
    const { id, manager } = await newOrganization(ctx);
    const other = await newOrganization(ctx);
    const seen = await views.one(id, other.manager);
    expect(seen).toMatchObject({ id, role: null, allowed: [] });
    expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['contactPersonId']));
    expect(await views.one(id, manager)).toHaveProperty('contactPersonId', manager.personId);
    expect(await refusalOf(views.one(id, await newPerson(ctx)))).toBe('not-found organization.not-found');
  });

  it('shows examples in example mode only', async () => {
    const { id, manager } = await newOrganization(ctx, { isExample: true });
    const other = await newOrganization(ctx);
    expect(await refusalOf(views.one(id, other.manager))).toBe('not-found organization.not-found');
    expect(await views.one(id, manager)).toHaveProperty('isExample', true);
  });

  it('answers other modules in one go', async () => {
    const queries = ctx.get(OrganizationsQueries);
    const { id, reference, manager } = await newOrganization(ctx, { legalName: 'One', country: 'BR' });
    const editor = await newMember(ctx, id, 'editor');
    const viewer = await newMember(ctx, id, 'viewer');
    await newMember(ctx, id, 'manager', await newPerson(ctx, { disabled: true }));
    expect(await queries.brief([id, id, randomUUID()])).toEqual([
      {
        id,
        reference,
        legalName: 'One',
        country: 'BR',
        type: '70',
        level: 'verified',
        standing: 'good',
        languages: ['en'],
        isExample: false,
        held: false,
      },
    ]);
    expect(await queries.brief([])).toEqual([]);
    expect(await queries.managersOf(id)).toEqual([manager.personId]);
    expect(await queries.membersOf(id, 'editor')).toEqual([manager.personId, editor.personId]);
    expect(await queries.membersOf(id)).toEqual([manager.personId, editor.personId, viewer.personId]);
    expect([await queries.isMember(viewer.personId, id), await queries.isMember((await newPerson(ctx)).personId, id)]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the list', () => {
  const names = async (...call: Parameters<OrganizationViewsQueries['list']>) =>
    (await views.list(...call)).items.map((item) => item.legalName);
  const query = { limit: 100, type: '23' };

  it('shows each reader what the policy of one shows her', async () => {
    const of = (legalName: string, change: object) => newOrganization(ctx, { legalName, type: '23', ...change });
    const open = await of('open', {});
    const fresh = await of('fresh', { level: 'registered' });
    const suspended = await of('suspended', { standing: 'suspended', country: 'UG' });
    await of('example', { isExample: true });
    const visitor = await newPerson(ctx);
    const officer = await newPerson(ctx, { officerOf: ['UG'] });
    const all = ['example', 'suspended', 'fresh', 'open'];
    expect(await names(visitor, query)).toEqual([]);
    expect(await names(open.manager, query)).toEqual(['open']);
    expect(await names(fresh.manager, query)).toEqual(['fresh', 'open']);
    expect(await names(officer, query)).toEqual(['suspended', 'open']);
    expect(await names(await newPerson(ctx, { administrator: true }), query)).toEqual(all);
    expect(await names(await newPerson(ctx, { auditor: true }), query)).toEqual(all);
    expect(
      await names(await newPerson(ctx, { auditor: true }), { ...query, standing: 'suspended', level: 'verified', country: 'UG' }),
    ).toEqual(['suspended']);
    await newMember(ctx, suspended.id, 'viewer', fresh.manager);
    expect(await names(actingFor(fresh.manager, fresh.id, 'manager'), { ...query, mine: true })).toEqual(['suspended', 'fresh']);
    expect(await names(byKey(actingFor(fresh.manager, fresh.id, 'manager')), { ...query, mine: true })).toEqual(['fresh']);
  });

  it('gives every organization once, page by page', async () => {
    const administrator = await newPerson(ctx, { administrator: true });
    for (const legalName of ['a', 'b', 'c', 'd', 'e']) await newOrganization(ctx, { legalName, type: '40' });
    const seen: string[] = [];
    for (let after: string | null | undefined = undefined; after !== null;) {
      const page: Awaited<ReturnType<typeof views.list>> = await views.list(administrator, { limit: 2, type: '40', after });
      seen.push(...page.items.map((item) => item.legalName));
      after = page.next;
    }
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a']);
  });
});
