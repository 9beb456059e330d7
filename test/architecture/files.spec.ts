import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';

const FOLDERS = ['src', 'test', 'migrations', 'bench', 'scripts'];
const CODE = /\.(ts|tsx|mjs|js|cjs)$/;
const LIMIT = 400;
const SERVICE_LIMIT = { lines: 300, dependencies: 7 };
/** kebab-case, with role suffixes: `match-runs.service.spec.ts`; migrations begin with their time. */
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const SHORTCUTS = /\b(TODO|FIXME)\b|eslint-disable|@ts-ignore|@ts-nocheck|\bas any\b|\b(it|test|describe)\.(only|skip)\(/;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(at) : [at];
  });
}

const code = FOLDERS.filter((folder) => statSync(folder, { throwIfNoEntry: false }))
  .flatMap(filesBelow)
  .filter((file) => CODE.test(file));
const linesOf = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length;

describe('files', () => {
  it(`have at most ${LIMIT} lines`, () => {
    expect(code.map((file) => `${file}: ${linesOf(file)}`).filter((text) => Number(text.split(': ')[1]) > LIMIT)).toEqual([]);
  });

  it(`that are services have at most ${SERVICE_LIMIT.lines} lines and ${SERVICE_LIMIT.dependencies} dependencies`, () => {
    const services = code.filter((file) => file.endsWith('.service.ts'));
    const dependencies = (file: string): number => {
      const [, parameters = ''] = /constructor\(([^)]*(?:\([^)]*\)[^)]*)*)\)/.exec(readFileSync(file, 'utf8')) ?? [];
      return parameters.match(/\breadonly\b/g)?.length ?? 0;
    };
    expect(services.length).toBeGreaterThan(20);
    expect(Math.max(...services.map(dependencies))).toBeGreaterThan(3);
    expect(services.filter((file) => linesOf(file) > SERVICE_LIMIT.lines || dependencies(file) > SERVICE_LIMIT.dependencies)).toEqual([]);
  });

  it('are small in the middle', () => {
    const sizes = code.filter((file) => file.startsWith('src') && !file.includes('.spec.')).map(linesOf);
    const median = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)];
    expect(median).toBeLessThanOrEqual(70);
  });

  it('are named in kebab-case', () => {
    expect(code.filter((file) => !NAME.test(path.basename(file)))).toEqual([]);
  });

  it('take no shortcuts', () => {
    const self = path.join('test', 'architecture', 'files.spec.ts');
    expect(code.filter((file) => file !== self && SHORTCUTS.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('have one migration a name, listed in the order of time', () => {
    const index = readFileSync('migrations/index.ts', 'utf8');
    const files = readdirSync('migrations')
      .filter((name) => /^\d{14}-/.test(name))
      .sort();
    const imported = [...index.matchAll(/from '\.\/(.+)\.js'/g)].map(([, name]) => `${name}.ts`);
    expect(imported).toEqual(files);
  });
});
