import { RouteInventory } from '../../../../src/platform/http/index.js';
import { startApp, type TestApp } from '../../../support/e2e.js';
import type { Case } from './case.js';
import { CASES } from './cases.js';
import { type Params, type Role, ROLES, World } from './world.js';

let gate: TestApp;
let world: World;
beforeAll(async () => {
  // Without workers nothing happens but what the callers do.
  gate = await startApp({ config: { role: 'web', trustProxy: '127.0.0.1' } });
  world = await new World(gate).fill();
});
afterAll(() => gate.close());

async function call(
  route: string,
  { body, make, own }: Case,
  role: Role,
  kept: Params | undefined,
): Promise<{ status: number; made?: Params }> {
  const made = (own ? undefined : kept) ?? (await make?.(world, role)) ?? {};
  const [method = '', path = ''] = route.split(' ');
  const url = path.replace(/:(\w+)/g, (_, name: string) => made[name] ?? `no-${name}`);
  const content = typeof body === 'function' ? body(world, made) : body;
  // From an address of her own: what is limited by address is not what is asked here.
  const headers = {
    'x-forwarded-for': `10.0.0.${ROLES.indexOf(role)}`,
    ...(/^PATCH.*(offers|needs|centres)/.test(route) && { 'if-match': '"1"' }),
  };
  const { status } = await world.callers[role].client.send(
    method as 'GET',
    url,
    method === 'GET' || method === 'DELETE' ? undefined : (content ?? {}),
    headers,
  );
  return { status, made: status < 300 && method !== 'GET' ? undefined : made };
}

it('has a line for every route, and for nothing else', () => {
  // Pages ask the same services; who reads and sends them is walked by pages-walk.spec.ts.
  const routes = gate.get(RouteInventory).routes.filter(({ isPage }) => !isPage);
  expect(Object.keys(CASES).sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
});

describe(`answers ${ROLES.join(', ')}`, () => {
  it.each(Object.entries(CASES))('%s', async (route, one) => {
    const answers: number[] = [];
    let made: Params | undefined;
    for (const role of ROLES) {
      const answer = await call(route, one, role, made);
      made = answer.made;
      answers.push(answer.status);
    }
    expect(answers.join(' ')).toBe(one.answers);
  });
});

it('lets an auditor read what an administrator reads, and change nothing', () => {
  const column = (answers: string, role: Role): number => Number(answers.split(' ')[ROLES.indexOf(role)]);
  const own = new Set(
    gate
      .get(RouteInventory)
      .routes.flatMap(({ method, path, policy, isPage }) =>
        policy?.kind === 'can' && !policy.own && !isPage ? [`${method} ${path}`] : [],
      ),
  );
  for (const [route, { answers }] of Object.entries(CASES).filter(([name]) => own.has(name))) {
    const [auditor, administrator] = [column(answers, 'auditor'), column(answers, 'administrator')];
    if (route.startsWith('GET ')) expect([route, auditor]).toEqual([route, administrator]);
    else expect([route, auditor]).toEqual([route, 403]);
  }
});
