import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { readConfig, type AppConfig } from '../../src/platform/config/config.js';

/** Settings of an application under test, with a data folder of its own (the caller removes it). */
export function testConfig(databaseUrl: string, change: Partial<AppConfig> = {}): AppConfig {
  const dataDir = change.dataDir ?? mkdtempSync(path.join(tmpdir(), 'gate-test-'));
  const env = { NODE_ENV: 'test', GATE_DATA_DIR: dataDir, GATE_SECRET: 'a secret that only the tests know, 32+', GATE_LOG_LEVEL: 'error' };
  return Object.freeze({ ...readConfig(env), databaseUrl, examples: false, ...change });
}
