import { type Answer, type Client, signUp } from '../../support/client.js';
import type { TestApp } from '../../support/e2e.js';
import { administrator, party, type Party } from '../../support/journey.js';

/** Who acts on what belongs to `owner` (of KE, whose centre has officers) or `islander` (of TV, whose centre has none). */
export interface Cast {
  owner: Party;
  islander: Party;
  other: Party;
  editor: Client;
  viewer: Client;
  /** Of another organization, which takes part in the exchange. */
  outsider: Client;
  officers: [Client, Client];
  administrators: [Client, Client];
}

export async function castOf(gate: TestApp): Promise<Cast> {
  const owner = await party(gate, 'KE', 'Owner of all this');
  const islander = await party(gate, 'TV', 'Owner on the island');
  const other = await party(gate, 'UG', 'The other side');
  const outsider = await party(gate, 'TZ', 'Somebody else');
  await gate.sql.query(`UPDATE organization SET level = 'verified'`);
  return {
    owner,
    islander,
    other,
    outsider: outsider.client,
    editor: await member(gate, owner, 'editor'),
    viewer: await member(gate, owner, 'viewer'),
    officers: [await officer(gate), await officer(gate)],
    administrators: [await administrator(gate), await administrator(gate)],
  };
}

async function member(gate: TestApp, { organizationId }: Party, role: 'editor' | 'viewer'): Promise<Client> {
  const { client, id } = await signUp(gate.visitor);
  await gate.sql.query('INSERT INTO membership (organization_id, person_id, role) VALUES ($1, $2, $3)', [organizationId, id, role]);
  return client;
}

async function officer(gate: TestApp): Promise<Client> {
  const { client, id } = await signUp(gate.visitor);
  await gate.sql.query(`INSERT INTO country_officer (person_id, country) VALUES ($1, 'KE')`, [id]);
  return client;
}

/** The statuses of answers, lowest first. */
export const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status).sort((a, b) => a - b);

/** How often something was done to a subject, by its audit trail. */
export async function timesDone({ sql }: TestApp, id: string, action: string): Promise<number> {
  const { rows } = await sql.query<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry WHERE subject_id = $1 AND action = $2', [
    id,
    action,
  ]);
  return rows[0]?.n ?? 0;
}

/** Names of the transitions that a collection has routes for. */
export const actsOf = (routes: readonly { method: string; path: string }[], collection: string): string[] =>
  routes.flatMap(({ method, path }) => {
    const [, name] = new RegExp(`^/api/v1/${collection}/:id/([a-z-]+)$`).exec(path) ?? [];
    return method === 'POST' && name ? [name] : [];
  });
