import { randomUUID } from 'node:crypto';
import type { Params, Role, World } from './world.js';

export interface Case {
  /** One status for each of ROLES. */
  answers: string;
  /** What the call is about: made for the route, and again after each call that changed something. */
  make?: (world: World, role: Role) => Promise<Params> | Params;
  /** It is made for each caller: her own. */
  own?: boolean;
  body?: object | ((world: World, made: Params) => object);
}

export const nobody = (): Params => ({ id: randomUUID(), personId: randomUUID(), country: 'KE' });
export const owner = ({ owner: { organizationId } }: World): Params => ({ id: organizationId, organizationId });
export const anybody = async (world: World): Promise<Params> => ({ id: (await world.person()).id });

export const registered = async (world: World): Promise<Params> => {
  const { client } = await world.person();
  return { id: (await client.post('/api/v1/organizations', organization)).body.id };
};
export const suspended = async (world: World): Promise<Params> => {
  const { id } = await registered(world);
  await world.administrator.post(`/api/v1/organizations/${id}/suspend`, { reason: 'rules-broken' });
  return { id: id! };
};
export const member = async (world: World): Promise<Params> => ({
  id: world.owner.organizationId,
  personId: (await world.member('viewer')).id,
});
export const organization = { legalName: 'Yet another one', country: 'KE', type: '70', languages: ['en'] };
export const reason = { reason: 'rules-broken' };

//                                        visitor stranger viewer editor manager officer auditor disabled administrator
export const PUBLIC /* */ = '200 200 200 200 200 200 200 200 200';
export const SIGNED_IN /**/ = '401 200 200 200 200 200 200 401 200';
export const STAFF /*  */ = '401 403 403 403 403 403 200 401 200';
export const ADMINS /* */ = '401 403 403 403 403 403 403 401 200';

export const at = (path: string, answers: string, rest: Omit<Case, 'answers'> = {}): Record<string, Case> => ({
  [path]: { answers, ...rest },
});
