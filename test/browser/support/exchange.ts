import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { ExampleStart } from '../../../src/platform/examples/example-start.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { type Screen, TestBrowser } from './chromium.js';

export const ROLES = [
  'provider-editor',
  'provider-manager',
  'seeker-editor',
  'seeker-manager',
  'centre-officer',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number] | 'visitor';

interface Account {
  email: string;
  password: string;
  role: string;
  organizationId: string | null;
  apiKey: string;
}

/** The example exchange on a port of its own, and a browser to look at it with. */
export class Exchange {
  private readonly sessions = new Map<Role, Awaited<ReturnType<BrowserContext['storageState']>>>();

  private constructor(
    readonly gate: TestApp,
    readonly browser: TestBrowser,
    readonly accounts: readonly Account[],
  ) {}

  static async start(): Promise<Exchange> {
    const gate = await startApp({ listen: true, config: { examples: true } });
    await gate.sql.query(`UPDATE gate_setting SET value = 'on' WHERE key = 'examples'`);
    await gate.get(ExampleStart).load();
    await gate.drainJobs();
    const accounts = JSON.parse(readFileSync(path.join(gate.config.dataDir, 'demo-accounts.json'), 'utf8')) as Account[];
    return new Exchange(gate, await TestBrowser.launch(), accounts);
  }

  account(role: Role): Account {
    const account = this.accounts.find((one) => one.role === role);
    if (!account) throw new Error(`the examples have no ${role}`);
    return account;
  }

  /** A window in which somebody of this role is signed in. */
  async window(role: Role, screen: Screen = {}): Promise<{ page: Page; context: BrowserContext }> {
    const context = await this.browser.context(this.gate.baseUrl, screen);
    if (role !== 'visitor') await context.addCookies((await this.session(role)).cookies);
    return { page: await context.newPage(), context };
  }

  /** Signs in through the page, once for each role. */
  private async session(role: Role) {
    const known = this.sessions.get(role);
    if (known) return known;
    const context = await this.browser.context(this.gate.baseUrl);
    const page = await context.newPage();
    const { email, password } = this.account(role);
    await page.goto('/en/sign-in');
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL(/\/en\/(dashboard|$)/);
    const state = await context.storageState();
    await context.close();
    this.sessions.set(role, state);
    return state;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.gate.close();
  }
}
