// Styles, script and icon of the pages: one file each, named after its contents, compressed here so that no request waits for it.
import esbuild from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import postcss from 'postcss';
import rtlcss from 'rtlcss';
import * as sass from 'sass';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'dist/assets');
const source = (name) => join(root, 'src/web', name);

mkdirSync(target, { recursive: true });
// Warnings about the packages' own Sass are theirs to mend.
const { css } = sass.compile(source('styles/gate.scss'), { style: 'compressed', loadPaths: [join(root, 'node_modules')], quietDeps: true, silenceDeprecations: ['import'] });
const mirrored = await postcss([rtlcss()]).process(css, { from: undefined });
const { outputFiles } = await esbuild.build({
  entryPoints: [source('browser/gate.ts')],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  write: false,
});

const manifest = {
  ltr: write('gate', 'css', css),
  rtl: write('gate-rtl', 'css', mirrored.css),
  script: write('gate', 'js', outputFiles[0].text),
  icon: write('icon', 'svg', readFileSync(source('styles/icon.svg'), 'utf8')),
};
writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest));
const kept = Object.values(manifest).map((address) => address.slice('/assets/'.length));
for (const file of readdirSync(target)) if (file !== 'manifest.json' && !kept.includes(file.replace(/\.(br|gz)$/, ''))) rmSync(join(target, file));

function write(name, suffix, text) {
  const file = `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.${suffix}`;
  writeFileSync(join(target, file), text);
  writeFileSync(join(target, `${file}.br`), brotliCompressSync(text));
  writeFileSync(join(target, `${file}.gz`), gzipSync(text, { level: 9 }));
  return `/assets/${file}`;
}
