import type { Page } from 'playwright-core';
import { describeWithChromium } from './support/chromium.js';
import { Exchange, type Role } from './support/exchange.js';

/** A suggestion between the two demo organizations that nobody has answered. */
const SUGGESTED = `
  SELECT m.id FROM match m JOIN organization n ON n.id = m.need_organization_id JOIN organization o ON o.id = m.offer_organization_id
  WHERE m.state = 'suggested' AND n.id = $1 AND o.id = $2 ORDER BY m.score DESC LIMIT 1`;

describeWithChromium('a match, from a suggestion to an introduction', () => {
  let exchange: Exchange;
  beforeAll(async () => (exchange = await Exchange.start()), 180_000);
  afterAll(() => exchange.close());

  const suggested = async (): Promise<string> => {
    const [seeker, provider] = [exchange.account('seeker-editor').organizationId, exchange.account('provider-editor').organizationId];
    const { rows } = await exchange.gate.sql.query<{ id: string }>(SUGGESTED, [seeker, provider]);
    if (!rows[0]) throw new Error('the two demo organizations have no suggestion');
    return rows[0].id;
  };
  const as = async (role: Role, javaScriptEnabled: boolean, act: (page: Page) => Promise<void>) => {
    const { page, context } = await exchange.window(role, { width: 360, javaScript: javaScriptEnabled });
    await act(page);
    await context.close();
  };

  it.each([
    ['with', true],
    ['without', false],
  ] as const)(
    'both say yes, an administrator approves, and each sees whom to write to; %s JavaScript',
    async (_, script) => {
      const id = await suggested();
      await as('seeker-editor', script, async (page) => {
        await page.goto(`/en/matches/${id}`);
        await page.click('.gate-go a');
        await page.fill('[name=note]', 'We would like to see one at work.');
        await page.click('text=Yes, introduce us');
        expect(await page.textContent('.govuk-notification-banner--success')).toContain('You said yes.');
      });
      await as('provider-editor', script, async (page) => {
        await page.goto('/en/matches?group=answer');
        await page.click(`a[href="/en/matches/${id}"]`);
        expect(await page.textContent('main')).toContain('We would like to see one at work.');
        await page.click('text=Yes, introduce us');
        expect(await page.textContent('.gate-standing')).toContain('Under review');
      });
      await as('administrator', script, async (page) => {
        await page.goto('/en/desk/matches?limit=100');
        await page.click(`a[href="/en/desk/matches/${id}"]`);
        await page.click('.govuk-checkboxes__label >> nth=0');
        await page.click('text=Approve and introduce them');
        expect(await page.textContent('.govuk-notification-banner--success')).toContain('have been introduced');
      });
      for (const role of ['seeker-editor', 'provider-editor'] as const)
        await as(role, script, async (page) => {
          await page.goto(`/en/matches/${id}`);
          expect(await page.locator('.gate-contacts a[href^="mailto:"]').count()).toBe(2);
        });
    },
    90_000,
  );
});
