// Packages are loaded once a worker, by Node itself, and not by Jest for every test file: of 3,700 modules of the application 2,700 are theirs.
// Jest gets a stand-in for each that hands over what Node loaded; native-environment.mjs provides `nativeRequire`.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const self = readFileSync(import.meta.filename);
const isName = (name) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && name !== 'default';

export default {
  getCacheKey: (source, path, { supportsStaticESM }) =>
    createHash('sha256').update(self).update(source).update(`${path} ${supportsStaticESM}`).digest('hex'),
  process: (source, path, { supportsStaticESM }) => ({ code: supportsStaticESM ? asModule(path) : asScript(source, path) }),
};

/** The set-up before all tests runs outside Jest, where the package itself is meant. */
const asScript = (source, path) =>
  `if (globalThis.nativeRequire) { module.exports = nativeRequire(${JSON.stringify(path)}); return; }\n${source}`;

function asModule(path) {
  const names = Object.keys(require(path));
  const named = names.filter(isName);
  return [
    `const it = nativeRequire(${JSON.stringify(path)});`,
    ...named.map((name, at) => `const n${at} = it.${name};`),
    `export { ${named.map((name, at) => `n${at} as ${name}`).join(', ')} };`,
    ...(names.includes('default') ? ['export default it.default;'] : []),
  ].join('\n');
}
