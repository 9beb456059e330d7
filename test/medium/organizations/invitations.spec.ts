import { readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { DomainError } from '../../../src/kernel/errors.js';
import { OrganizationsModule, OrganizationsService } from '../../../src/modules/organizations/index.js';
import { InvitationsJobs } from '../../../src/modules/organizations/invitations.jobs.js';
import { InvitationsQueries } from '../../../src/modules/organizations/invitations.queries.js';
import { InvitationsService, MAX_OPEN_INVITATIONS } from '../../../src/modules/organizations/invitations.service.js';
import { invitationToken } from '../../../src/modules/organizations/invitation-token.js';
import { byKey, newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

let ctx: MediumContext;
let organizations: OrganizationsService;
let invitations: InvitationsService;
let count = 0;

beforeAll(async () => {
  ctx = await mediumContext({ modules: [OrganizationsModule] });
  organizations = ctx.get(OrganizationsService);
  invitations = ctx.get(InvitationsService);
});
afterAll(() => ctx.close());
afterEach(() => ctx.shiftClock('0'));

/** An organization, an open invitation of it, the person invited and the token of her mail. */
async function invited({ role = 'editor' as const } = {}) {
  const organization = await newOrganization(ctx);
  const email = `guest${++count}@example.org`;
  const guest = await newPerson(ctx, { email });
  const { id } = await organizations.invite(organization.manager, organization.id, { email, role });
  return { organization, manager: organization.manager, guest, email, id, token: invitationToken(id, ctx.config.secret) };
}

const mails = async (): Promise<string[]> => {
  const folder = path.join(ctx.config.dataDir, 'mail');
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
};

describe('inviting', () => {
  it('keeps the token out of table, queue and trail', async () => {
    const { id, token, email } = await invited();
    const { rows } = await ctx.sql.query<{ all: string }>(
      `SELECT (SELECT json_agg(i) FROM invitation i)::text || (SELECT json_agg(o) FROM outbox o)::text || (SELECT json_agg(a) FROM audit_entry a)::text AS all`,
    );
    expect(rows[0]?.all).toContain(id);
    expect(rows[0]?.all).not.toContain(token);
    const queued = await ctx.sql.query(
      `SELECT payload FROM outbox WHERE name = 'organizations.send-invitation' AND payload->>'invitationId' = $1`,
      [id],
    );
    expect(queued.rows).toEqual([{ payload: { invitationId: id } }]);
    const trail = await ctx.sql.query<{ text: string }>(`SELECT coalesce(string_agg(data::text, ''), '') AS text FROM audit_entry`);
    expect(trail.rows[0]?.text).not.toContain(email);
  });

  it('is for managers of an organization in good standing', async () => {
    const { id, manager } = await newOrganization(ctx);
    const editor = await newMember(ctx, id, 'editor');
    const invitation = { email: 'x@example.org', role: 'viewer' as const };
    expect(await refusalOf(organizations.invite(editor, id, invitation))).toBe('forbidden organization.manager-only');
    expect(await refusalOf(organizations.invite(await newPerson(ctx), id, invitation))).toBe('not-found organization.not-found');
    const suspended = await newOrganization(ctx, { standing: 'suspended' });
    expect(await refusalOf(organizations.invite(suspended.manager, suspended.id, invitation))).toBe(
      'conflict organization.not-in-good-standing',
    );
    expect(await organizations.invite(byKey(manager), id, invitation)).toHaveProperty('id');
  });

  it('refuses members, a second open invitation and more than a fair number', async () => {
    const { organization, manager, email } = await invited();
    const again = { email, role: 'viewer' as const };
    expect(await refusalOf(organizations.invite(manager, organization.id, again))).toBe('conflict invitation.already-open');
    const member = await newMember(ctx, organization.id, 'viewer', await newPerson(ctx, { email: 'member@example.org' }));
    expect(member.organization?.id).toBe(organization.id);
    expect(await refusalOf(organizations.invite(manager, organization.id, { ...again, email: 'member@example.org' }))).toBe(
      'conflict member.exists',
    );
    for (let i = 1; i < MAX_OPEN_INVITATIONS; i++)
      await organizations.invite(manager, organization.id, { ...again, email: `many${i}@example.org` });
    expect(await refusalOf(organizations.invite(manager, organization.id, { ...again, email: 'last@example.org' }))).toBe(
      'conflict invitation.too-many',
    );
    await ctx.shiftClock('8 days');
    expect(await organizations.invite(manager, organization.id, again)).toHaveProperty('id');
  });

  it('takes a double click as one', async () => {
    const { id, manager } = await newOrganization(ctx);
    const invitation = { email: 'twice@example.org', role: 'viewer' as const };
    const twins = await outcomes([organizations.invite(manager, id, invitation), organizations.invite(manager, id, invitation)]);
    expect(twins).toEqual({ done: 1, refused: ['conflict invitation.already-open'] });
  });
});

describe('the mail', () => {
  it('carries the link, in the language of who is invited where she is known', async () => {
    const { id, manager } = await newOrganization(ctx, { legalName: 'Eau Vive' });
    await newPerson(ctx, { email: 'amelie@example.org', language: 'fr' });
    const invitation = await organizations.invite(manager, id, { email: 'amelie@example.org', role: 'viewer' });
    const jobs = ctx.get(InvitationsJobs);
    await jobs.send({ invitationId: invitation.id });
    await jobs.send({ invitationId: invitation.id });
    const written = (await mails()).filter((mail) => mail.includes('amelie@example.org'));
    const ids = written.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]);
    expect(new Set(ids)).toEqual(new Set([expect.stringContaining(`invitation-${invitation.id}@`)]));
    const text = (written[0] ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');
    expect(text).toContain(`/invitations/accept?token=${invitationToken(invitation.id, ctx.config.secret)}`);
    expect(text).toContain('Eau Vive');
    expect(text).toContain('rejoindre');
  });

  it('is not sent once the invitation is closed, and never with a link that cannot work', async () => {
    const { organization, manager, id, email } = await invited();
    await ctx.sql.query(`UPDATE invitation SET token_hash = 'made with another secret' WHERE id = $1`, [id]);
    await expect(ctx.get(InvitationsJobs).send({ invitationId: id })).rejects.toThrow('invitation.secret-changed');
    await invitations.withdraw(manager, organization.id, id);
    await ctx.get(InvitationsJobs).send({ invitationId: id });
    expect((await mails()).filter((mail) => mail.includes(email))).toEqual([]);
  });
});

describe('accepting', () => {
  it('makes the invited person a member in the role offered, once', async () => {
    const { organization, guest, token } = await invited();
    expect(await organizations.acceptInvitation(guest, token)).toEqual({ organizationId: organization.id });
    const { rows } = await ctx.sql.query(
      `SELECT m.role, p.acting_organization_id AS acting FROM membership m JOIN person p ON p.id = m.person_id WHERE m.person_id = $1`,
      [guest.personId],
    );
    expect(rows).toEqual([{ role: 'editor', acting: organization.id }]);
    expect(await refusalOf(organizations.acceptInvitation(guest, token))).toBe('conflict invitation.used');
  });

  it('has one effect when the link is opened twice at the same moment', async () => {
    const { guest, token } = await invited();
    const twins = await outcomes([organizations.acceptInvitation(guest, token), organizations.acceptInvitation(guest, token)]);
    expect(twins).toEqual({ done: 1, refused: ['conflict invitation.used'] });
  });

  it('leaves what she acts for alone, also when she never chose it', async () => {
    const { guest, token } = await invited();
    const home = await newOrganization(ctx, { manager: guest });
    await ctx.sql.query(`UPDATE person SET acting_organization_id = NULL WHERE id = $1`, [guest.personId]);
    await organizations.acceptInvitation(guest, token);
    const { rows } = await ctx.sql.query(`SELECT acting_organization_id AS acting FROM person WHERE id = $1`, [guest.personId]);
    expect(rows).toEqual([{ acting: home.id }]);
  });

  it('wants the address that was invited, a session and a token that was sent', async () => {
    const { organization, guest, token } = await invited();
    expect(await refusalOf(organizations.acceptInvitation(await newPerson(ctx), token))).toBe('forbidden invitation.other-address');
    expect(await refusalOf(organizations.acceptInvitation(guest, `${token}x`))).toBe('not-found invitation.not-found');
    const elsewhere = await newOrganization(ctx);
    expect(await refusalOf(organizations.acceptInvitation(byKey(elsewhere.manager), token))).toBe('forbidden organization.not-by-key');
    await newMember(ctx, organization.id, 'viewer', guest);
    expect(await refusalOf(organizations.acceptInvitation(guest, token))).toBe('conflict member.exists');
  });

  it('is possible for seven days', async () => {
    const { guest, token } = await invited();
    await ctx.shiftClock('7 days');
    expect(await refusalOf(organizations.acceptInvitation(guest, token))).toBe('conflict invitation.expired');
    await ctx.shiftClock('6 days 23 hours');
    await organizations.acceptInvitation(guest, token);
  });

  it('ends when the manager withdraws it, which she does once', async () => {
    const { organization, manager, guest, id, token } = await invited();
    const other = await newOrganization(ctx);
    expect(await refusalOf(invitations.withdraw(other.manager, organization.id, id))).toBe('forbidden organization.manager-only');
    expect(await refusalOf(invitations.withdraw(other.manager, other.id, id))).toBe('not-found invitation.not-found');
    await invitations.withdraw(manager, organization.id, id);
    expect(await refusalOf(invitations.withdraw(manager, organization.id, id))).toBe('not-found invitation.not-found');
    expect(await refusalOf(organizations.acceptInvitation(guest, token))).toBe('conflict invitation.withdrawn');
  });
});

describe('the list', () => {
  it('shows managers where each invitation stands, page by page', async () => {
    const { organization, manager, id, guest, token } = await invited();
    await organizations.acceptInvitation(guest, token);
    const second = await organizations.invite(manager, organization.id, { email: 'second@example.org', role: 'viewer' });
    const queries = ctx.get(InvitationsQueries);
    const first = await queries.list(manager, organization.id, { limit: 1 });
    expect(first.items).toMatchObject([{ id: second.id, email: 'second@example.org', state: 'open' }]);
    const rest = await queries.list(manager, organization.id, { limit: 1, after: first.next ?? undefined });
    expect(rest).toMatchObject({ items: [{ id, state: 'accepted' }], next: null });
    await ctx.shiftClock('8 days');
    expect(await queries.one(manager, second.id)).toMatchObject({ state: 'expired' });
    await expect(queries.list(guest, organization.id, { limit: 1 })).rejects.toThrow(DomainError);
  });
});
