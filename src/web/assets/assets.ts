import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

interface Assets {
  ltr: string;
  rtl: string;
  script: string;
  icon: string;
}

/** The folder of the project, from the sources as well as from what is built. */
function projectFolder(from: string): string {
  return existsSync(path.join(from, 'package.json')) ? from : projectFolder(path.dirname(from));
}

/** What `scripts/assets.mjs` has made: files whose names change with their contents, so that they may be kept for ever. */
export const ASSETS_FOLDER = path.join(projectFolder(import.meta.dirname), 'dist', 'assets');

/** Their addresses. */
export const assets = JSON.parse(readFileSync(path.join(ASSETS_FOLDER, 'manifest.json'), 'utf8')) as Assets;
