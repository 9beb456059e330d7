import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { DEMO_ACCOUNTS_FILE } from '../../platform/examples/examples-loader.js';

export const DEMO_ROLES = [
  'provider-editor',
  'provider-manager',
  'seeker-editor',
  'seeker-manager',
  'centre-officer',
  'administrator',
  'auditor',
] as const;

/** One line of the accounts file. Officers, administrators and the auditor belong to no organization. */
export interface DemoAccount {
  email: string;
  password: string;
  role: (typeof DEMO_ROLES)[number];
  organization: string | null;
  organizationId: string | null;
  apiKey: string;
}

export const randomPassword = (): string => randomBytes(15).toString('base64url');

/**
 * The accounts file. It is written beside its place before the accounts are committed and moved into it afterwards,
 * so that no cut in between loses the passwords of accounts that exist.
 */
export class DemoAccountsFile {
  private readonly file: string;
  private readonly draft: string;

  constructor(dataDir: string) {
    this.file = path.join(dataDir, DEMO_ACCOUNTS_FILE);
    this.draft = `${this.file}.new`;
  }

  prepare(accounts: readonly DemoAccount[]): void {
    rmSync(this.draft, { force: true });
    writeFileSync(this.draft, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  }

  /** Also at later starts: completes a move that was cut short. */
  settle(): void {
    if (existsSync(this.draft)) renameSync(this.draft, this.file);
  }
}
