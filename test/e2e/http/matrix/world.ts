import { randomUUID } from 'node:crypto';
import { type Client, signUp } from '../../../support/client.js';
import type { TestApp } from '../../../support/e2e.js';
import { completeFields } from '../../../support/factories/listings.js';
import { draft, party, type Party, publish } from '../../../support/journey.js';

/**
 * Who calls: `stranger` manages another organization, `viewer` to `manager` belong to the one that owns everything here,
 * `officer` serves another country's centre, `disabled` was an editor of the owner until an administrator closed her account.
 */
export const ROLES = ['visitor', 'stranger', 'viewer', 'editor', 'manager', 'officer', 'auditor', 'disabled', 'administrator'] as const;
export type Role = (typeof ROLES)[number];
export type Params = Record<string, string>;

interface Caller {
  client: Client;
  id: string;
}

/** Two verified organizations, one of KE that owns everything and one of UG it is matched with, and somebody of each role. */
export class World {
  readonly callers = {} as Record<Role, Caller>;
  owner!: Party;
  other!: Party;

  constructor(readonly gate: TestApp) {}

  async fill(): Promise<this> {
    this.owner = await party(this.gate, 'KE', 'Owner of all this');
    this.other = await party(this.gate, 'UG', 'The other side');
    const stranger = await party(this.gate, 'TZ', 'Somebody else');
    await this.gate.sql.query(`UPDATE organization SET level = 'verified'`);
    this.callers.visitor = { client: this.gate.visitor, id: randomUUID() };
    this.callers.manager = { client: this.owner.client, id: this.owner.personId };
    this.callers.stranger = { client: stranger.client, id: stranger.personId };
    for (const role of ['viewer', 'editor', 'disabled'] as const)
      this.callers[role] = await this.member(role === 'disabled' ? 'editor' : role);
    for (const role of ['officer', 'auditor', 'administrator'] as const) this.callers[role] = await this.person();
    await this.gate.sql.query(`UPDATE person SET administrator = id = $1, auditor = id = $2 WHERE id IN ($1, $2)`, [
      this.callers.administrator.id,
      this.callers.auditor.id,
    ]);
    await this.gate.sql.query(`INSERT INTO country_officer (person_id, country) VALUES ($1, 'RW')`, [this.callers.officer.id]);
    await this.administrator.post(`/api/v1/admin/people/${this.callers.disabled.id}/disable`);
    return this;
  }

  get administrator(): Client {
    return this.callers.administrator.client;
  }

  async person(): Promise<Caller> {
    const { client, id } = await signUp(this.gate.visitor);
    return { client, id };
  }

  async member(role: 'viewer' | 'editor' | 'manager', organizationId = this.owner.organizationId): Promise<Caller> {
    const person = await this.person();
    await this.gate.sql.query('INSERT INTO membership (organization_id, person_id, role) VALUES ($1, $2, $3)', [
      organizationId,
      person.id,
      role,
    ]);
    return person;
  }

  /** A listing brought to a state by those who may. */
  async listing(collection: 'offers' | 'needs', state: string, by: Party = this.owner): Promise<Params> {
    const kind = collection === 'offers' ? 'technology' : 'need';
    const listed = await draft(by, collection, { ...(kind !== 'need' && { kind }), ...completeFields(kind) });
    if (state === 'submitted') await by.client.post(`${listed.path}/submit`);
    else if (state !== 'draft') await publish(by, this.administrator, listed);
    const step = { paused: 'pause', withdrawn: 'withdraw' }[state];
    if (step) await by.client.post(`${listed.path}/${step}`);
    return { id: listed.id };
  }

  async pair(): Promise<{ needId: string; offerId: string }> {
    const [need, offer] = [await this.listing('needs', 'published', this.other), await this.listing('offers', 'published')];
    return { needId: need.id!, offerId: offer.id! };
  }

  /** A match that the other side has opened, put into a state. */
  async match(state: string): Promise<Params> {
    const made = await this.other.client.post('/api/v1/matches', await this.pair());
    if (made.status !== 201) throw new Error(`opening a match answered ${made.status}: ${JSON.stringify(made.body)}`);
    const { id } = made.body;
    if (['suggested', 'held'].includes(state)) await this.gate.sql.query('UPDATE match SET state = $2 WHERE id = $1', [id, state]);
    else await this.owner.client.post(`/api/v1/matches/${id}/express-interest`);
    if (state === 'introduced') await this.administrator.post(`/api/v1/matches/${id}/approve`);
    return { id };
  }

  async invitation(email: string): Promise<Params> {
    const made = await this.owner.client.post(`/api/v1/organizations/${this.owner.organizationId}/invitations`, { email, role: 'viewer' });
    return { id: this.owner.organizationId, invitationId: String(made.body.id) };
  }

  async deadJob(): Promise<Params> {
    return this.row(`INSERT INTO outbox (queue, name, payload, state) VALUES ('mail', 'x.dead', '{}', 'dead') RETURNING id`);
  }

  async row(sql: string, values: unknown[] = []): Promise<Params> {
    return { id: (await this.gate.sql.query<{ id: string }>(sql, values)).rows[0]!.id };
  }
}
