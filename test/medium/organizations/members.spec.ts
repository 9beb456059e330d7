import { randomUUID } from 'node:crypto';
import { system } from '../../../src/kernel/actor.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { membershipChanged, MembersService, OrganizationsModule } from '../../../src/modules/organizations/index.js';
import { actingFor, newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

let ctx: MediumContext;
let members: MembersService;
const changes: object[] = [];

beforeAll(async () => {
  ctx = await mediumContext({ modules: [OrganizationsModule] });
  members = ctx.get(MembersService);
  ctx.get(DomainEvents).on(membershipChanged, async (change) => void changes.push(change));
});
afterAll(() => ctx.close());
beforeEach(() => void changes.splice(0));

const rolesOf = async (organizationId: string): Promise<Record<string, string>> => {
  const { rows } = await ctx.sql.query<{ id: string; role: string }>(
    `SELECT person_id AS id, role FROM membership WHERE organization_id = $1`,
    [organizationId],
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.role]));
};
const actingOf = async (personId: string): Promise<string | null> => {
  const { rows } = await ctx.sql.query<{ acting: string | null }>(`SELECT acting_organization_id AS acting FROM person WHERE id = $1`, [
    personId,
  ]);
  return rows[0]?.acting ?? null;
};

describe('roles', () => {
  it('are changed by a manager, never by others', async () => {
    const { id, manager } = await newOrganization(ctx);
    const editor = await newMember(ctx, id, 'editor');
    const viewer = await newMember(ctx, id, 'viewer');
    await members.changeRole(manager, id, viewer.personId, 'editor');
    expect((await rolesOf(id))[viewer.personId]).toBe('editor');
    expect(changes).toEqual([{ organizationId: id, personId: viewer.personId, role: 'editor' }]);
    expect(await refusalOf(members.changeRole(manager, id, viewer.personId, 'editor'))).toBe('conflict member.same-role');
    expect(await refusalOf(members.changeRole(editor, id, editor.personId, 'manager'))).toBe('forbidden organization.manager-only');
    const administrator = await newPerson(ctx, { administrator: true });
    expect(await refusalOf(members.changeRole(administrator, id, editor.personId, 'manager'))).toBe('forbidden organization.manager-only');
    expect(await refusalOf(members.changeRole(await newPerson(ctx), id, editor.personId, 'manager'))).toBe(
      'not-found organization.not-found',
    );
    expect(await refusalOf(members.changeRole(manager, id, randomUUID(), 'editor'))).toBe('not-found member.not-found');
  });

  it('leave a manager who can sign in', async () => {
    const { id, manager } = await newOrganization(ctx);
    await newMember(ctx, id, 'manager', await newPerson(ctx, { disabled: true }));
    expect(await refusalOf(members.changeRole(manager, id, manager.personId, 'viewer'))).toBe('conflict organization.last-manager');
    expect(await refusalOf(members.remove(manager, id, manager.personId))).toBe('conflict organization.last-manager');
    await newMember(ctx, id, 'manager');
    await members.changeRole(manager, id, manager.personId, 'viewer');
    expect((await rolesOf(id))[manager.personId]).toBe('viewer');
  });

  it('leave one when the last two remove each other at the same moment', async () => {
    const { id, manager } = await newOrganization(ctx);
    const second = await newMember(ctx, id, 'manager');
    const { done, refused } = await outcomes([members.remove(manager, id, second.personId), members.remove(second, id, manager.personId)]);
    expect(done).toBe(1);
    expect(refused).toEqual(['forbidden organization.manager-only']);
    expect(Object.values(await rolesOf(id))).toEqual(['manager']);
  });
});

describe('adding without an invitation', () => {
  it('is for commands, and once', async () => {
    const { id } = await newOrganization(ctx);
    const { personId } = await newPerson(ctx);
    await members.add(system('cli:test'), id, personId, 'editor');
    expect((await rolesOf(id))[personId]).toBe('editor');
    expect(await actingOf(personId)).toBe(id);
    expect(await refusalOf(members.add(system('cli:test'), id, personId, 'viewer'))).toBe('conflict member.exists');
  });
});

describe('leaving', () => {
  it('is open to every member; she then acts for the organization she has been in longest', async () => {
    const home = await newOrganization(ctx);
    const other = await newOrganization(ctx);
    const viewer = await newMember(ctx, other.id, 'viewer', home.manager);
    expect(await refusalOf(members.remove(viewer, other.id, other.manager.personId))).toBe('forbidden organization.manager-only');
    await members.remove(viewer, other.id, viewer.personId);
    expect(await rolesOf(other.id)).toEqual({ [other.manager.personId]: 'manager' });
    expect(await actingOf(viewer.personId)).toBe(home.id);
    expect(changes).toEqual([{ organizationId: other.id, personId: viewer.personId, role: null }]);
  });

  it('leaves somebody without another organization acting for none', async () => {
    const { id, manager } = await newOrganization(ctx);
    const editor = await newMember(ctx, id, 'editor');
    await members.remove(manager, id, editor.personId);
    expect(await actingOf(editor.personId)).toBeNull();
    expect(await refusalOf(members.remove(manager, id, editor.personId))).toBe('not-found member.not-found');
  });

  it('does not touch what she acts for when that is another organization', async () => {
    const { id, manager } = await newOrganization(ctx);
    const person = await newMember(ctx, id, 'editor');
    const home = await newOrganization(ctx, { manager: person });
    await members.remove(manager, id, person.personId);
    expect(await actingOf(person.personId)).toBe(home.id);
  });

  it('passes the contact on to the longest-serving manager who stays', async () => {
    const { id, manager } = await newOrganization(ctx);
    const heir = await newMember(ctx, id, 'manager');
    await newMember(ctx, id, 'manager');
    await members.remove(manager, id, manager.personId);
    const { rows } = await ctx.sql.query(`SELECT contact_person_id AS contact, version FROM organization WHERE id = $1`, [id]);
    expect(rows).toEqual([{ contact: heir.personId, version: 2 }]);
  });
});

describe('the member list', () => {
  it('is for members and staff; a staff read goes on record', async () => {
    const { id, manager } = await newOrganization(ctx, { country: 'KE' });
    const viewer = await newMember(ctx, id, 'viewer', await newPerson(ctx, { name: 'Vera', email: 'vera@example.org' }));
    const { items } = await members.list(viewer, id);
    expect(items.map((item) => [item.personId, item.role])).toEqual([
      [manager.personId, 'manager'],
      [viewer.personId, 'viewer'],
    ]);
    expect(items[1]).toMatchObject({ name: 'Vera', email: 'vera@example.org', disabled: false });
    const officer = await newPerson(ctx, { officerOf: ['KE'] });
    for (const staff of [officer, await newPerson(ctx, { auditor: true })]) expect((await members.list(staff, id)).items).toHaveLength(2);
    const { rows } = await ctx.sql.query(`SELECT action, actor_id FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [id]);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({ action: 'organization.read-members', actor_id: officer.personId });
  });

  it('is closed to members of other organizations and hidden from outsiders', async () => {
    const { id, manager } = await newOrganization(ctx);
    const other = await newOrganization(ctx);
    expect(await refusalOf(members.list(other.manager, id))).toBe('forbidden organization.members-only');
    expect(await refusalOf(members.list(await newPerson(ctx), id))).toBe('not-found organization.not-found');
    expect((await members.list(actingFor(manager, other.id, 'viewer'), id)).items).toHaveLength(1);
  });
});
