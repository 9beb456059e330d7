import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What people with disabilities would stumble over on the page, each with where. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly: { type: 'tag', values } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, RULES);
  return found;
}

/** How far the page is wider than its window, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** How far it is wider with letters twice as large. */
export async function overflowAtTwiceTheText(page: Page): Promise<number> {
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
  const wider = await overflow(page);
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''));
  return wider;
}

/** How much of the page has moved under its reader's eyes (cumulative layout shift): above 0.1 is felt. */
export const shifted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) =>
          list.getEntries().forEach((entry) => (sum += (entry as unknown as { value: number }).value)),
        ).observe({
          type: 'layout-shift',
          buffered: true,
        });
        // Entries of the past come before the next frame but one.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );

/** What a first visit may cost, in bytes on the wire by type. */
const BUDGET: Readonly<Record<string, number>> = { Document: 15_000, Stylesheet: 16_000, Script: 10_000 };
const REQUESTS = 5;

/** In what a first visit to the address is above its budget. */
export async function overBudget(page: Page, address: string): Promise<string[]> {
  const { requests, bytes } = await weigh(page, address);
  const heavy = Object.entries(bytes).filter(([type, count]) => count > (BUDGET[type] ?? Infinity));
  return [...heavy.map(([type, count]) => `${type} of ${count} bytes`), ...(requests > REQUESTS ? [`${requests} requests`] : [])];
}

/** Bytes on the wire by type, and how many requests a first visit makes. */
async function weigh(page: Page, address: string): Promise<{ requests: number; bytes: Record<string, number> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const types = new Map<string, string>();
  const bytes: Record<string, number> = {};
  session.on('Network.responseReceived', ({ requestId, type }) => void types.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other';
    bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await session.detach();
  return { requests: types.size, bytes };
}
