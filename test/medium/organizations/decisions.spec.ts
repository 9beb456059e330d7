import { system, VISITOR, type PersonActor } from '../../../src/kernel/actor.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { organizationChanged, OrganizationsModule, OrganizationsService } from '../../../src/modules/organizations/index.js';
import { OrganizationViewsQueries } from '../../../src/modules/organizations/organization-views.queries.js';
import { newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { errorOf, outcomes, refusalOf } from '../../support/refusal.js';

const DECISIONS = ['verify', 'reject', 'suspend', 'resume'] as const;
const because = { reason: 'rules-broken', note: 'Please call us.' };
let ctx: MediumContext;
let organizations: OrganizationsService;
let administrator: PersonActor;
const changed: string[] = [];

beforeAll(async () => {
  ctx = await mediumContext({ modules: [OrganizationsModule] });
  organizations = ctx.get(OrganizationsService);
  administrator = await newPerson(ctx, { administrator: true });
  ctx.get(DomainEvents).on(organizationChanged, async ({ organizationId }) => void changed.push(organizationId));
});
afterAll(() => ctx.close());
beforeEach(() => void changed.splice(0));

const stateOf = async (id: string): Promise<string> => {
  const view = await ctx.get(OrganizationViewsQueries).one(id, administrator);
  return `${view.level} ${view.standing}`;
};

describe('decisions about an organization', () => {
  it('verifies a registered one', async () => {
    const { id } = await newOrganization(ctx, { level: 'registered' });
    await organizations.verify(administrator, id);
    expect(await stateOf(id)).toBe('verified good');
    expect(changed).toEqual([id]);
  });

  it('suspends and resumes at the level it had; its members read why', async () => {
    const { id, manager } = await newOrganization(ctx);
    await organizations.suspend(administrator, id, because);
    expect(await stateOf(id)).toBe('verified suspended');
    expect(await ctx.get(OrganizationViewsQueries).one(id, manager)).toMatchObject({
      decisionReason: because.reason,
      decisionNote: because.note,
    });
    await organizations.resume(administrator, id);
    expect(await stateOf(id)).toBe('verified good');
    expect(changed).toEqual([id, id]);
    const { rows } = await ctx.sql.query(`SELECT action, data FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [id]);
    expect(rows).toEqual([
      { action: 'organization.suspend', data: { from: 'good', to: 'suspended', reason: 'rules-broken' } },
      { action: 'organization.resume', data: { from: 'suspended', to: 'good', reason: null } },
    ]);
  });

  it('are not open to others: 404 where they do not see it, 403 where they do', async () => {
    const { id, manager } = await newOrganization(ctx, { level: 'basic', country: 'KE' });
    const other = await newOrganization(ctx);
    const wrong = [
      { actor: VISITOR, refusal: 'not-found organization.not-found' },
      { actor: await newPerson(ctx), refusal: 'not-found organization.not-found' },
      { actor: other.manager, refusal: 'forbidden organization.transition-forbidden' },
      { actor: manager, refusal: 'forbidden organization.transition-forbidden' },
      { actor: await newPerson(ctx, { officerOf: ['UG'] }), refusal: 'forbidden organization.transition-forbidden' },
    ];
    for (const { actor, refusal } of wrong)
      for (const name of DECISIONS)
        expect(`${name} ${await refusalOf(organizations[name](actor, id, because))}`).toBe(`${name} ${refusal}`);
    expect(changed).toEqual([]);
  });

  it('lets the officer of its country reject it, and nothing more', async () => {
    const { id } = await newOrganization(ctx, { level: 'registered', country: 'KE' });
    const officer = await newPerson(ctx, { officerOf: ['KE'] });
    for (const name of ['verify', 'suspend', 'resume'] as const)
      expect(await refusalOf(organizations[name](officer, id, because))).toBe('forbidden organization.transition-forbidden');
    await organizations.reject(officer, id, because);
    expect(await stateOf(id)).toBe('registered rejected');
  });

  it('keeps four eyes: whoever belongs to it decides nothing, whichever organization she acts for', async () => {
    const { id } = await newOrganization(ctx, { level: 'basic', country: 'KE' });
    const insider = await newPerson(ctx, { administrator: true, officerOf: ['KE'] });
    await newMember(ctx, id, 'viewer', insider);
    for (const name of DECISIONS)
      expect(await refusalOf(organizations[name](insider, id, because))).toBe('forbidden organization.own-organization');
    expect(
      await refusalOf(organizations.markBasic((await newOrganization(ctx, { level: 'registered', manager: insider })).id, insider)),
    ).toBe('forbidden organization.own-organization');
  });

  it.each([
    ['verify', { level: 'verified' }, ['pass-due-diligence', 'suspend']],
    ['verify', { level: 'basic', standing: 'suspended' }, ['resume']],
    ['reject', { level: 'verified' }, ['pass-due-diligence', 'suspend']],
    ['reject', { level: 'basic', standing: 'rejected' }, ['resume']],
    ['suspend', { level: 'basic', standing: 'suspended' }, ['resume']],
    ['resume', { level: 'basic' }, ['verify', 'reject', 'suspend']],
  ] as const)('refuses to %s one that is %j and names what is possible', async (name, values, allowed) => {
    const { id } = await newOrganization(ctx, values);
    const refused = await errorOf(organizations[name](administrator, id, because));
    expect(`${refused.kind} ${refused.code}`).toBe('conflict organization.transition-not-allowed');
    expect(refused.details.allowed).toEqual(allowed);
  });

  it('asks for a reason of the list', async () => {
    const { id } = await newOrganization(ctx);
    expect(await refusalOf(organizations.suspend(administrator, id, {}))).toBe('invalid organization.reason-required');
    expect(await refusalOf(organizations.suspend(administrator, id, { reason: 'no-such-reason' }))).toBe('invalid request.invalid');
  });

  it('takes effect once when two administrators decide at the same moment', async () => {
    const colleague = await newPerson(ctx, { administrator: true });
    const { id } = await newOrganization(ctx, { level: 'basic' });
    const twins = await outcomes([organizations.verify(administrator, id), organizations.verify(colleague, id)]);
    expect(twins).toEqual({ done: 1, refused: ['conflict organization.transition-not-allowed'] });
    expect(changed).toHaveLength(1);
    const { id: disputed } = await newOrganization(ctx, { level: 'basic' });
    const opposed = await outcomes([
      organizations.verify(administrator, disputed),
      organizations.reject(colleague, disputed, { reason: 'rules-broken' }),
    ]);
    expect(opposed).toEqual({ done: 1, refused: ['conflict organization.transition-not-allowed'] });
    expect(['verified good', 'basic rejected']).toContain(await stateOf(disputed));
  });
});

describe('the check that comes with the first listing', () => {
  it('raises a registered organization to basic once, by a reviewer or an import', async () => {
    const officer = await newPerson(ctx, { officerOf: ['KE'] });
    for (const reviewer of [officer, system('cli:import')]) {
      const { id } = await newOrganization(ctx, { level: 'registered' });
      await organizations.markBasic(id, reviewer);
      await organizations.markBasic(id, reviewer);
      expect(await stateOf(id)).toBe('basic good');
      expect(changed.filter((one) => one === id)).toHaveLength(1);
    }
  });

  it('leaves higher levels alone and does not pass over a suspension', async () => {
    const { id } = await newOrganization(ctx, { level: 'verified' });
    await organizations.markBasic(id, administrator);
    expect(await stateOf(id)).toBe('verified good');
    const suspended = await newOrganization(ctx, { level: 'registered', standing: 'suspended' });
    expect(await refusalOf(organizations.markBasic(suspended.id, administrator))).toBe('conflict organization.transition-not-allowed');
  });

  it('is part of the unit of work that approves the listing', async () => {
    const { id } = await newOrganization(ctx, { level: 'registered' });
    const failing = ctx.uow.run(async () => {
      await organizations.markBasic(id, administrator);
      throw new Error('the approval failed');
    });
    await expect(failing).rejects.toThrow('the approval failed');
    expect(await stateOf(id)).toBe('registered good');
  });
});
