import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
const required = (process.env.GATE_TEST_REQUIRE ?? '').split(',').includes('chromium');
if (required && !PROGRAM) throw new Error('GATE_TEST_REQUIRE asks for chromium, and there is none on this machine');

/** Tests that need a browser: skipped, and counted as such, on a machine without Chromium. */
export const describeWithChromium = PROGRAM ? describe : describe.skip;

/** Without the services of its maker, which would be asked for at every start and are not there. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

export interface Screen {
  width?: number;
  javaScript?: boolean;
}

/** One Chromium for a test file. */
export class TestBrowser {
  private constructor(
    private readonly folder: string,
    private readonly browser: Awaited<ReturnType<typeof chromium.launch>>,
  ) {}

  static async launch(): Promise<TestBrowser> {
    const folder = mkdtempSync(path.join(tmpdir(), 'gate-chromium-'));
    const browser = await chromium.launch({
      executablePath: PROGRAM ?? '',
      args: QUIET,
      env: { ...process.env, HOME: folder },
    });
    return new TestBrowser(folder, browser);
  }

  /** A visitor of her own: no cookies of others. */
  context(baseURL: string, { width = 1280, javaScript = true }: Screen = {}): Promise<BrowserContext> {
    return this.browser.newContext({
      baseURL,
      viewport: { width, height: 900 },
      javaScriptEnabled: javaScript,
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
