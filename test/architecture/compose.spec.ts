import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readSettings } from '../../src/platform/config/config.js';
import { settings } from '../../src/platform/config/settings.schemas.js';

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: object;
  deploy?: { replicas: number };
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as { services: Record<string, Service> };
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};

/** What compose would put in the place of `${NAME:-default}` and `${NAME:?message}`. */
const substitute = (text: string): string => text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_all, _name, kind, rest) => (kind === '-' ? String(rest) : 'x'.repeat(32)));

const ours = ['migrate', 'web', 'worker'];

test.each(ours)('%s sets only variables that GATE knows, with values that its schema takes', (name) => {
  const environment = Object.fromEntries(Object.entries(service(name).environment ?? {}).map(([key, value]) => [key, substitute(value)]));
  expect(Object.keys(environment).filter((key) => !(key in settings.shape))).toEqual([]);
  expect(readSettings(environment)).toMatchObject({ NODE_ENV: 'production', GATE_SECRET: expect.any(String) });
  expect(environment).not.toHaveProperty('GATE_EXAMPLES');
});

test('two web and two worker processes come from one image', () => {
  expect(service('web')).toMatchObject({ image: 'gate', deploy: { replicas: 2 }, environment: { GATE_ROLE: 'web' } });
  expect(service('worker')).toMatchObject({ image: 'gate', deploy: { replicas: 2 }, environment: { GATE_ROLE: 'worker' } });
});

test('only the migrator signs in as the owner', () => {
  const owners = ours.filter((name) => 'DATABASE_OWNER_URL' in (service(name).environment ?? {}));
  expect(owners).toEqual(['migrate']);
});

test('the queue keeps its jobs: append-only file on, nothing evicted', () => {
  expect(service('valkey').command?.join(' ')).toContain('--appendonly yes --maxmemory-policy noeviction');
});

test('the database is PostgreSQL 18, and every server says whether it is well', () => {
  expect(service('postgres').image).toBe('postgres:18');
  for (const name of ['postgres', 'valkey']) expect(service(name).healthcheck).toBeDefined();
  expect(readFileSync('Dockerfile', 'utf8')).toMatch(/^HEALTHCHECK /m);
});

test('the image runs as an ordinary user', () => {
  expect(readFileSync('Dockerfile', 'utf8')).toMatch(/^USER node$/m);
});
