import { type Fault, FAULTS_MAX } from '../../kernel/errors.js';

const DEPTH_MAX = 32;
const PATH_MAX = 500;
// NUL, which no text column holds; half a surrogate pair, which no UTF-8 does; and what a decoder puts where the bytes were no UTF-8.
const UNSTORABLE = /[\0\ufffd\p{Surrogate}]/u;

/** Faults that no schema looks for: texts that no database can hold, and nesting that would exhaust the stack. */
export function hostileFaults(value: unknown): Fault[] {
  const found: Fault[] = [];
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let node = open.pop(); node && found.length < FAULTS_MAX; node = open.pop()) {
    if (typeof node.value === 'string' && UNSTORABLE.test(node.value))
      found.push({
        path: node.path,
        code: 'characters',
        message: 'This holds characters that cannot be stored: send plain text in UTF-8.',
      });
    if (typeof node.value !== 'object' || node.value === null) continue;
    if (node.depth === DEPTH_MAX) return [{ path: '', code: 'depth', message: `This is nested more than ${DEPTH_MAX} levels deep.` }];
    for (const [key, inner] of Object.entries(node.value)) {
      const path = (node.path ? `${node.path}.${key}` : key).slice(0, PATH_MAX);
      if (UNSTORABLE.test(key))
        found.push({ path: node.path, code: 'characters', message: 'The name of a field holds characters that cannot be stored.' });
      open.push({ value: inner, path, depth: node.depth + 1 });
    }
  }
  return found;
}
