import { signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { page, sendForm } from '../support/forms.js';
import { party } from '../support/journey.js';

let gate: TestApp;
beforeAll(async () => (gate = await startApp({ config: { role: 'web' } })));
afterAll(() => gate.close());

const hidden = (body: unknown, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(String(body))?.[1] ?? '';

describe('my account', () => {
  it('is changed, and keeps its words when refused', async () => {
    const { client } = await signUp(gate.visitor);
    const version = hidden((await page(client, '/en/account')).body, 'version');
    const refused = await sendForm(gate, client, '/en/account', { version, name: 'Ada "New"', language: 'fr', timeZone: 'Mars/Olympus' });
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('value="Ada &quot;New&quot;"')]);
    const saved = await sendForm(gate, client, '/en/account', { version, name: 'Ada New', language: 'fr', timeZone: 'Africa/Nairobi' });
    expect(saved.headers.location).toBe('/en/account');
    expect((await client.get('/api/v1/me')).body).toMatchObject({ name: 'Ada New', language: 'fr', timeZone: 'Africa/Nairobi' });
    const late = await sendForm(gate, client, '/en/account', { version, name: 'Ada Late', language: 'fr', timeZone: 'UTC' });
    expect([late.status, late.body]).toEqual([412, expect.stringContaining('has changed since')]);
  });

  it('changes the password and stays signed in, here alone', async () => {
    const { client, email, password } = await signUp(gate.visitor);
    const other = gate.visitor.withCookies(await gate.visitor.post('/api/auth/sign-in/email', { email, password }));
    const next = 'mangue bleue sur le toit';
    const wrong = await sendForm(gate, client, '/en/account/password', { currentPassword: 'not it', newPassword: next });
    expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('current password is not right')]);
    expect(
      (await sendForm(gate, client, '/en/account/password', { currentPassword: password, newPassword: 'password1234' })).body,
    ).toContain('easy to guess');
    const changed = await sendForm(gate, client, '/en/account/password', { currentPassword: password, newPassword: next });
    expect(changed.status).toBe(303);
    expect((await gate.visitor.withCookies(changed).get('/api/v1/me')).status).toBe(200);
    expect((await other.get('/api/v1/me')).status).toBe(401);
  });

  it('has keys for a desk when it asks for them: one letter each, none twice, or none', async () => {
    const { client } = await signUp(gate.visitor);
    const { body } = await page(client, '/en/account/desk-keys');
    expect(body).not.toMatch(/name="on"[^>]* checked/);
    const usual = { next: 'j', previous: 'k', take: 't', approve: 'a', refuse: 'd', ask: 'i', queue: 'u', help: '?' };
    const version = hidden(body, 'version');
    for (const wrong of [{ next: 'k' }, { next: 'F1' }, { next: '' }])
      expect((await sendForm(gate, client, '/en/account/desk-keys', { version, on: 'true', ...usual, ...wrong })).status).toBe(422);
    expect((await sendForm(gate, client, '/en/account/desk-keys', { version, on: 'true', ...usual, next: 'N' })).status).toBe(303);
    expect((await client.get('/api/v1/me')).body.deskKeys).toEqual({ ...usual, next: 'n' });
    const again = hidden((await page(client, '/en/account/desk-keys')).body, 'version');
    expect((await sendForm(gate, client, '/en/account/desk-keys', { version: again, ...usual })).status).toBe(303);
    expect((await client.get('/api/v1/me')).body.deskKeys).toBeNull();
  });

  it('says by kind what is mailed; desks are asked of those who serve one', async () => {
    const { client } = await signUp(gate.visitor);
    expect((await page(client, '/en/account/notifications')).body).not.toContain('name="papers-to-check"');
    await sendForm(gate, client, '/en/account/notifications', { introduced: 'off', published: 'daily' });
    const { items } = (await client.get('/api/v1/me/notification-preferences')).body as { items: { kind: string; delivery: string }[] };
    const chosen = Object.fromEntries(items.map(({ kind, delivery }) => [kind, delivery]));
    expect(chosen).toMatchObject({ introduced: 'off', published: 'daily', 'other-side-yes': 'immediate' });
    expect((await sendForm(gate, client, '/en/account/notifications', { introduced: 'never' })).status).toBe(422);
  });

  it('ends other sessions', async () => {
    const { client, email, password } = await signUp(gate.visitor);
    const other = gate.visitor.withCookies(await gate.visitor.post('/api/auth/sign-in/email', { email, password }));
    expect((await page(client, '/en/account/sessions')).body).toContain('End all others');
    expect((await sendForm(gate, client, '/en/account/sessions/end-others')).status).toBe(303);
    expect((await other.get('/api/v1/me')).status).toBe(401);
    expect((await client.get('/api/v1/me')).status).toBe(200);
  });

  it('makes a key of an organization and role, shows it once and revokes it', async () => {
    const { client, organizationId } = await party(gate, 'KE', 'Key Holders');
    const made = await sendForm(gate, client, '/en/account/keys', { name: 'Stock', for: `${organizationId} viewer`, expiresInDays: '90' });
    const key = /gate_[\w-]{30,}/.exec(String(made.body))?.[0] ?? '';
    expect((await gate.visitor.withKey(key).get('/api/v1/me')).body.organization).toEqual({ id: organizationId, role: 'viewer' });
    const listed = String((await page(client, '/en/account/keys')).body);
    expect(listed).not.toContain(key);
    const ask = /\/en(\/account\/keys\/[\w-]+\/revoke)/.exec(listed)?.[1] ?? '';
    expect((await page((await signUp(gate.visitor)).client, `/en${ask}`)).status).toBe(404);
    expect((await page(client, `/en${ask}`)).status).toBe(200);
    expect((await sendForm(gate, client, `/en${ask}`)).status).toBe(303);
    expect((await gate.visitor.withKey(key).get('/api/v1/me')).status).toBe(401);
    expect((await sendForm(gate, client, '/en/account/keys', { name: '', for: 'none' })).status).toBe(422);
  });

  it('chooses the organization to act for', async () => {
    const { client } = await party(gate, 'KE', 'First of two');
    const second = await client.post('/api/v1/organizations', { legalName: 'Second of two', country: 'KE', type: '70', languages: ['en'] });
    const me = (await client.get('/api/v1/me')).body as { organizations: { id: string }[] };
    const other = me.organizations.find(({ id }) => id !== second.body.id)?.id ?? '';
    expect((await page(client, '/en/account')).body).toContain('/en/account/organization');
    expect((await sendForm(gate, client, '/en/account/organization', { organizationId: other })).headers.location).toBe('/en/dashboard');
    expect((await client.get('/api/v1/me')).body.organization.id).toBe(other);
    expect((await sendForm(gate, client, '/en/account/organization', {})).status).toBe(422);
    expect(
      (await sendForm(gate, client, '/en/account/organization', { organizationId: '00000000-0000-4000-8000-000000000001' })).status,
    ).toBe(404);
  });
});
