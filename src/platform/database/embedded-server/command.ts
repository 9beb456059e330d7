import { spawn } from 'node:child_process';
import * as path from 'node:path';

/** The system user PostgreSQL's programs run as; empty for our own. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Runs one of PostgreSQL's programs to its end.
 * `quiet` gives it no pipe: `pg_ctl start` hands its outputs on to the server, and a pipe would then never close.
 * @throws Error with the last of what the program said.
 */
export function run(file: string, args: readonly string[], as: RunAs, quiet = false): Promise<void> {
  return new Promise((resolve, reject) => {
    const output = quiet ? 'ignore' : 'pipe';
    // From `/`, because the user it runs as may not be able to enter our own working folder.
    const child = spawn(file, args, { ...as, cwd: '/', stdio: ['ignore', output, output], env: { ...process.env, LC_ALL: 'C' } });
    let said = '';
    child.stdout?.on('data', (chunk) => (said += String(chunk)));
    child.stderr?.on('data', (chunk) => (said += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(file)} ended with ${code}: ${said.slice(-2000)}`)),
    );
  });
}
