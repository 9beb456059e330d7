import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

export interface TestFolder {
  readonly path: string;
  remove(): void;
}

/** A folder of a test's own. Others may pass through by default, as in an ordinary project: PostgreSQL's user has to, when we are root. */
export function testFolder(mode = 0o755): TestFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'gate-folder-'));
  chmodSync(folder, mode);
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
