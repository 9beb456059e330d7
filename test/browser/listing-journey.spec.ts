import type { Page } from 'playwright-core';
import { describeWithChromium } from './support/chromium.js';
import { Exchange } from './support/exchange.js';

/** The answers of a technology that can be handed in, page after page. */
const PAGES: readonly ((page: Page) => Promise<unknown>)[] = [
  (page) => page.fill('[name=description]', 'A pump without fuel for wells of up to eighty metres.'),
  async (page) => {
    await page.selectOption('[name=category]', '140');
    await page.click('text=Save and show its sectors');
    await page.check('[name=sector][value="14031"]');
    await page.check('[name=goal][value="6"]');
  },
  async (page) => {
    await page.fill('[name="details.advantage"]', 'It needs no fuel.');
    await page.check('[name="details.costComparison-or"]');
  },
  (page) => page.check('[name="details.readiness"][value="7"]'),
  async (page) => {
    await page.check('[name="details.cooperation"] >> nth=0');
    await page.selectOption('[name="details.ip.status"]', { index: 1 });
    await page.check('[name="details.dualUse"][value=false]');
  },
  async (page) => {
    await page.check('[name="countriesOffered-tick"] >> nth=0');
    await page.check('[name="languages-tick"][value=en]');
  },
];

describeWithChromium('a technology, from three answers to a review', () => {
  let exchange: Exchange;
  beforeAll(async () => (exchange = await Exchange.start()), 180_000);
  afterAll(() => exchange.close());

  it.each([
    ['with', true],
    ['without', false],
  ] as const)(
    'is entered part by part, checked and handed in; %s JavaScript',
    async (script, javaScript) => {
      const { page, context } = await exchange.window('provider-manager', { width: 360, javaScript });
      await page.goto('/en/my/listings');
      await page.click('text=Add an offer or a need');
      await page.check('[name=kind][value=technology]');
      await page.fill('[name=title]', `Deep pump, entered ${script} a script`);
      await page.click('text=Make a draft');
      expect(await page.textContent('.govuk-notification-banner--success')).toContain('The draft is there.');
      await page.click('text=Title and description');
      for (const answer of PAGES) {
        await answer(page);
        await page.click('text=Save and continue');
      }
      const home = page.url().replace(/\/edit\/.*$/, '');
      await page.goto(`${home}/check`);
      expect(await page.textContent('main')).toContain('A pump without fuel');
      await page.click('button:has-text("Hand it in")');
      expect(await page.textContent('.govuk-notification-banner--success')).toContain('It has been handed in.');
      await context.close();
    },
    90_000,
  );
});
