import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { testFolder } from '../support/folder.js';

const CRUISER = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

describe('the linter', () => {
  const bare = `import { DataSource } from 'typeorm';
import { InjectRepository } from '@nestjs/typeorm';
import pg from 'pg';
export const rows = (source: DataSource, injected: typeof InjectRepository) => [source.getRepository('person'), injected, pg];
`;
  const quiet = `/* eslint-${'disable'} */\nexport const say = (): void => console.log('here');\n`;
  const [module, platform] = ['src/modules/listings/listing.repository.ts', 'src/platform/database/unit-of-work.ts'];

  /** Rules that each text breaks in the place of a file of the project; all in one process, because reading the types takes long. */
  const lint = `import { ESLint } from 'eslint';
const eslint = new ESLint();
const broken = [];
for (const { filePath, text } of JSON.parse(process.argv[1])) {
  const [result] = await eslint.lintText(text, { filePath });
  broken.push(result.messages.map(({ ruleId }) => ruleId).sort());
}
process.stdout.write(JSON.stringify(broken));`;

  it('refuses a bare repository, data source or driver in a module, takes them in the platform, and lets nobody switch a rule off', () => {
    const cases = [
      { filePath: module, text: bare },
      { filePath: platform, text: bare },
      { filePath: platform, text: quiet },
    ];
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', lint, JSON.stringify(cases)], { encoding: 'utf8' });
    const [inModule, inPlatform, silenced] = JSON.parse(stdout) as string[][];
    const seam = (rules: string[] = []) => rules.filter((rule) => rule.startsWith('no-restricted'));
    expect(seam(inModule)).toEqual([...Array<string>(3).fill('no-restricted-imports'), 'no-restricted-syntax']);
    expect(seam(inPlatform)).toEqual([]);
    expect(silenced).toContain('no-console');
  }, 60_000);
});

describe('the boundaries', () => {
  /** Rules that a tree of files breaks: file by file what it imports. */
  function brokenBy(files: Record<string, string>): string[] {
    const folder = testFolder();
    try {
      for (const name of ['tsconfig.json', '.dependency-cruiser.cjs', 'package.json']) cpSync(name, path.join(folder.path, name));
      symlinkSync(path.resolve('node_modules'), path.join(folder.path, 'node_modules'));
      for (const [file, imported] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder.path, file)), { recursive: true });
        writeFileSync(
          path.join(folder.path, file),
          imported ? `import { it } from '${imported}';\nexport const mine = it;\n` : 'export const it = 1;\n',
        );
      }
      const { stdout } = spawnSync(process.execPath, [CRUISER, 'src', '--output-type', 'json'], { encoding: 'utf8', cwd: folder.path });
      const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
      return summary.violations.map(({ rule }) => rule.name).sort();
    } finally {
      folder.remove();
    }
  }

  it.each<[string, Record<string, string>, string[]]>([
    ['the kernel knows nobody', { 'src/kernel/a.ts': '../platform/b.js', 'src/platform/b.ts': '' }, ['kernel-knows-nobody']],
    [
      'the platform knows no business',
      { 'src/platform/a.ts': '../modules/one/index.js', 'src/modules/one/index.ts': '' },
      ['platform-knows-kernel-only'],
    ],
    [
      'a module is entered through its index',
      { 'src/modules/one/a.ts': '../two/b.js', 'src/modules/two/b.ts': '' },
      ['modules-through-index'],
    ],
    [
      'pages too enter a module through its index',
      { 'src/web/a.ts': '../modules/two/b.js', 'src/modules/two/b.ts': '' },
      ['modules-through-index'],
    ],
    ['a module knows no page', { 'src/modules/one/a.ts': '../../web/b.js', 'src/web/b.ts': '' }, ['modules-know-no-web']],
    ['no circle', { 'src/kernel/a.ts': './b.js', 'src/kernel/b.ts': './a.js' }, ['no-cycle']],
    [
      'what is allowed',
      { 'src/modules/one/a.ts': '../two/index.js', 'src/modules/two/index.ts': '../../kernel/b.js', 'src/kernel/b.ts': '' },
      [],
    ],
  ])('hold: %s', (_, files, rules) => expect(brokenBy(files)).toEqual(rules), 60_000);
});

it('the documents name every dependency, and none that is gone', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
  const rows = readFileSync('docs/dependencies.md', 'utf8').match(/^\| (.+?) \| .+ \|$/gm) ?? [];
  const named = rows
    .flatMap((row) =>
      row
        .split('|')[1]!
        .split(',')
        .map((name) => name.trim()),
    )
    .filter((name) => name !== 'package');
  expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});
