import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { packagedBinaries } from './binaries.js';
import { mayEnter } from './run-as.js';

describe('mayEnter', () => {
  const stranger = { uid: 65_533, gid: 65_533 };
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gate-enter-'));
    mkdirSync(path.join(folder, 'a', 'b'), { recursive: true });
    chmodSync(folder, 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('looks at every folder on the way', () => {
    expect(mayEnter(path.join(folder, 'a', 'b'), stranger)).toBe(true);
    chmodSync(folder, 0o700);
    expect(mayEnter(path.join(folder, 'a', 'b'), stranger)).toBe(false);
    chmodSync(folder, 0o711);
    expect(mayEnter(path.join(folder, 'a', 'b'), stranger)).toBe(true);
    chmodSync(path.join(folder, 'a', 'b'), 0o750);
    expect(mayEnter(path.join(folder, 'a', 'b'), stranger)).toBe(false);
  });

  it('has no question about ourselves', () => {
    chmodSync(folder, 0o700);
    expect(mayEnter(folder, {})).toBe(true);
  });
});

describe('packagedBinaries', () => {
  it('names the way out where there are none', () => {
    expect(() => packagedBinaries('sunos', 'sparc')).toThrow(
      /no embedded PostgreSQL for sunos-sparc .*set DATABASE_URL and DATABASE_OWNER_URL/,
    );
  });

  it('are PostgreSQL 18 here', () => {
    expect(packagedBinaries().major).toBe(18);
  });
});
