import { existsSync, readdirSync, readFileSync } from 'node:fs';

const text = readFileSync('docs/features.md', 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, feature]) => feature !== 'feature')
  .map(([, feature = '', where = '', shownBy = '']) => ({ feature, where: pathsIn(where), shownBy: pathsIn(shownBy) }));

function pathsIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
}

describe('docs/features.md', () => {
  it('names paths that exist, and at least one place and one test for each feature', () => {
    expect(rows.length).toBeGreaterThan(70);
    expect(rows.flatMap(({ where, shownBy }) => [...where, ...shownBy]).filter((path) => !existsSync(path))).toEqual([]);
    const lacking = rows.filter(
      ({ where, shownBy }) => where.length === 0 || shownBy.length === 0 || !shownBy.every((path) => /\.spec\.tsx?$/.test(path)),
    );
    expect(lacking).toEqual([]);
  });

  it('leaves out no module', () => {
    const modules = readdirSync('src/modules').map((name) => `src/modules/${name}`);
    expect(modules.filter((path) => !rows.some(({ where }) => where.some((named) => named.startsWith(path))))).toEqual([]);
  });
});

it.each(['README.md', 'CONTRIBUTING.md', ...readdirSync('docs/adr').map((name) => `docs/adr/${name}`), 'docs/matching.md'])(
  '%s links to what is there',
  (file) => {
    const folder = file.includes('/') ? `${file.slice(0, file.lastIndexOf('/'))}/` : '';
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => `${folder}${link}`);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  },
);
