// Writes the table of settings into README.md from the schema that reads them. Run after a build: node scripts/readme.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const BEGIN = '<!-- settings: written by scripts/readme.mjs -->';
const END = '<!-- end of settings -->';

/** The README with its table of settings replaced by one made from the schema. */
export function withSettings(readme, settings) {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`README.md lacks the lines ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n${table(settings)}\n${END}${after}`;
}

function table(settings) {
  const rows = Object.entries(settings.shape).map(([name, field]) => `| \`${name}\` | ${defaultOf(field)} | ${field.description} |`);
  return ['| variable | default | what it does |', '|---|---|---|', ...rows].join('\n');
}

function defaultOf(field) {
  if (field.def.type === 'default') return `\`${field.def.defaultValue}\``;
  return field.def.innerType ? defaultOf(field.def.innerType) : '';
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const { settings } = await import('../dist/src/platform/config/settings.schemas.js');
  writeFileSync('README.md', withSettings(readFileSync('README.md', 'utf8'), settings));
}
