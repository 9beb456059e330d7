import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { describeWithChromium } from './support/chromium.js';
import { Exchange } from './support/exchange.js';
import { overBudget, overflow, overflowAtTwiceTheText, shifted, violations } from './support/look.js';
import { type Place, SITEMAP } from './support/sitemap.js';

const WIDTHS = [360, 1280];
/** Each script and each width once; pictures are taken of every script in every width. */
const LOOKS = [
  { language: 'en', width: 360 },
  { language: 'ar', width: 1280 },
  { language: 'zh', width: 360 },
];
const EVERY_LOOK = ['en', 'ar', 'zh'].flatMap((language) => WIDTHS.map((width) => ({ language, width })));
/** All pages take a quarter of an hour: `npm run nightly` looks at each, every other run at these four. */
const EVERY_RUN = /^(home|my-offer|my-need-requirements|match-suggested-seeker)$/;
/** `npm run shots` asks for pictures; which places, by a part of their name, says GATE_SHOTS. */
const shots = process.env.GATE_SHOTS;
const FOLDER = path.resolve('test/browser/shots');

describeWithChromium('every page, in a left-to-right, a right-to-left and a Chinese script, on a phone and on a desk', () => {
  let exchange: Exchange;
  beforeAll(async () => {
    exchange = await Exchange.start();
    mkdirSync(FOLDER, { recursive: true });
  }, 180_000);
  afterAll(() => exchange.close());

  const places = SITEMAP.filter(({ name }) =>
    shots ? shots === 'all' || name.includes(shots) : process.env.GATE_NIGHTLY || EVERY_RUN.test(name),
  );
  it.each(places.map((place) => [place.name, place] as const))(
    '%s',
    async (_, place) => {
      const at = typeof place.path === 'string' ? place.path : await place.path(exchange);
      const found: string[] = [];
      for (const width of WIDTHS) {
        const { page, context } = await exchange.window(place.role, { width });
        if (width === WIDTHS[0]) found.push(...(await overBudget(page, `/en${at === '/' ? '' : at}`)));
        for (const { language } of (shots ? EVERY_LOOK : LOOKS).filter((one) => one.width === width))
          found.push(...(await look(page, place, `/${language}${at === '/' ? '' : at}`, language, width)));
        await context.close();
      }
      expect(found).toEqual([]);
    },
    120_000,
  );
});

async function look(page: Page, place: Place, address: string, language: string, width: number): Promise<string[]> {
  await page.goto(address);
  const where = `${language} ${width}`;
  const faults = (await violations(page)).map((fault) => `${where}: ${fault}`);
  if ((await overflow(page)) > 0) faults.push(`${where}: wider than its window by ${await overflow(page)} px`);
  if ((await shifted(page)) > 0.1) faults.push(`${where}: moves by ${await shifted(page)} while it loads`);
  if (width !== WIDTHS[0] && (await overflowAtTwiceTheText(page)) > 0)
    faults.push(`${where}: wider than its window with letters twice as large`);
  if (width === WIDTHS[0]) {
    await page.setViewportSize({ width: 320, height: 900 });
    if ((await overflow(page)) > 0) faults.push(`${where}: at 320 px wider than its window by ${await overflow(page)} px`);
    await page.setViewportSize({ width, height: 900 });
  }
  if (shots) await page.screenshot({ path: path.join(FOLDER, `${place.name}-${language}-${width}.png`), fullPage: true });
  return faults;
}
