import type { PersonActor } from '../../src/kernel/actor.js';
import type { GateUnderTest } from '../support/gate-process.js';
import type { MediumContext } from '../support/medium.js';

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Somebody with an account, whose session outlives the process she signed up at. */
export interface SignedIn {
  readonly actor: PersonActor;
  post(gate: GateUnderTest, path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
}

export async function person(gate: GateUnderTest, { sql }: MediumContext, { administrator = false } = {}): Promise<SignedIn> {
  const cookie = await gate.signUp();
  const me = await fetch(`${gate.origin}/api/v1/me`, { headers: { cookie } });
  const { id } = (await me.json()) as { id: string };
  if (administrator) await sql.query('UPDATE person SET administrator = true WHERE id = $1', [id]);
  return {
    actor: {
      kind: 'person',
      personId: id,
      sessionId: null,
      keyId: null,
      organization: null,
      officerOf: [],
      administrator,
      auditor: false,
      language: 'en',
    },
    post: async (at, path, body = {}, headers = {}) => {
      const answer = await fetch(`${at.origin}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: at.origin, cookie, ...headers },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
  };
}
