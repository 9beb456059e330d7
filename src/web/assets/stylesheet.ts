import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** The one stylesheet. Its address changes with its content, so that it may be kept for ever. */
export const stylesheet = readFileSync(path.join(import.meta.dirname, 'gate.css'), 'utf8');
export const STYLESHEET_PATH = `/assets/gate.${createHash('sha256').update(stylesheet).digest('hex').slice(0, 12)}.css`;
