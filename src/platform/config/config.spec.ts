import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type ConfigError, readConfig, readSettings } from './config.js';
import { settings } from './settings.schemas.js';

const faultsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
};

describe('settings', () => {
  it('names every fault at once, unknown names and rules between variables included', () => {
    const faults = faultsOf({
      NODE_ENV: 'production',
      PORT: 'eighty',
      GATE_ROLE: 'boss',
      GATE_PORT: '80',
      REDIS_URL: 'http://localhost',
      DATABASE_OWNER_URL: 'postgres://owner@db/gate',
    });
    expect(faults).toEqual([
      'GATE_PORT is not a setting of GATE',
      'PORT must be a whole number',
      'GATE_ROLE must be one of all, web, worker',
      'REDIS_URL must be an address that begins with redis:// or rediss://',
      'GATE_SECRET is due in production: set at least 32 random characters',
      'DATABASE_OWNER_URL makes sense only together with DATABASE_URL',
    ]);
  });

  it('takes an empty variable for an unset one and leaves the tests their own names', () => {
    expect(faultsOf({ DATABASE_URL: '', GATE_SECRET: '', GATE_TEST_REQUIRE: 'redis' })).toEqual([]);
  });

  it('refuses demo accounts on an address that others reach', () => {
    expect(faultsOf({ GATE_EXAMPLES: 'true', HOST: '0.0.0.0' })).toHaveLength(1);
    expect(faultsOf({ GATE_EXAMPLES: 'true', HOST: '::1' })).toEqual([]);
  });

  it.each(['10.0.0.0/8', '127.0.0.1, ::1', 'fd00::/8', 'loopback,uniquelocal'])('takes %s for proxies', (GATE_TRUST_PROXY) =>
    expect(faultsOf({ GATE_TRUST_PROXY })).toEqual([]),
  );
  it.each(['true', '1', 'proxy', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.1,', '*'])('does not take %s for proxies', (GATE_TRUST_PROXY) =>
    expect(faultsOf({ GATE_TRUST_PROXY })).toHaveLength(1),
  );

  it('describes every setting', () => {
    const undescribed = Object.entries(settings.shape).filter(([, field]) => !field.description);
    expect(undescribed).toEqual([]);
  });
});

describe('readConfig', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(path.join(tmpdir(), 'gate-config-'))));
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('makes a secret once and keeps it for the owner of the folder alone', () => {
    const first = readConfig({ GATE_DATA_DIR: dataDir });
    expect(first.secret.length).toBeGreaterThanOrEqual(43);
    expect(readConfig({ GATE_DATA_DIR: dataDir }).secret).toBe(first.secret);
    expect(statSync(path.join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('shows an address that can be opened, also when it listens everywhere or on IPv6', () => {
    const address = (HOST: string) => readConfig({ GATE_DATA_DIR: dataDir, HOST, PORT: '3100' }).publicUrl;
    expect([address('127.0.0.1'), address('0.0.0.0'), address('::1')]).toEqual([
      'http://127.0.0.1:3100',
      'http://127.0.0.1:3100',
      'http://[::1]:3100',
    ]);
    expect(readConfig({ GATE_DATA_DIR: dataDir, GATE_PUBLIC_URL: 'https://gate.example/' }).publicUrl).toBe('https://gate.example');
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig({ GATE_DATA_DIR: dataDir }))).toBe(true);
  });
});
