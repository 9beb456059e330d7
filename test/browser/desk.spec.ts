import type { Page } from 'playwright-core';
import { describeWithChromium } from './support/chromium.js';
import { Exchange } from './support/exchange.js';
import { waterOffers } from '../support/journey.js';

describeWithChromium.each([{ javaScript: true }, { javaScript: false }])('the desk, by clicking (script: $javaScript)', (screen) => {
  let exchange: Exchange;
  beforeAll(async () => {
    exchange = await Exchange.start();
  }, 180_000);
  afterAll(() => exchange.close());

  /** An offer whose declaration makes the global desk look at it after the centre. */
  async function submitted(): Promise<{ submit: () => Promise<unknown>; change: (fields: object) => Promise<unknown> }> {
    const { apiKey, organizationId } = exchange.account('provider-editor');
    const client = exchange.gate.visitor.withKey(apiKey);
    const offer = { ...waterOffers.technology, title: 'Pumpp with sun', details: { ...waterOffers.technology.details, dualUse: true } };
    const path = `/api/v1/offers/${(await client.post('/api/v1/offers', { ...offer, organizationId, language: 'en' })).body.id}`;
    const submit = () => client.post(`${path}/submit`);
    const change = async (fields: object) => client.patch(path, fields, { 'if-match': String((await client.get(path)).headers.etag) });
    await submit();
    return { submit, change };
  }

  async function open(page: Page, title: string): Promise<void> {
    await page.goto('/en/desk');
    await page.getByRole('link', { name: 'Submissions to review' }).first().click();
    await page.getByRole('link', { name: title }).first().click();
  }

  it('an officer takes a submission, asks for a change and approves; an administrator approves after her', async () => {
    const offer = await submitted();
    const officer = await exchange.window('centre-officer', screen);
    await open(officer.page, 'Pumpp with sun');
    await officer.page.getByRole('button', { name: 'Take it on' }).click();
    await officer.page.getByText('You have taken it on.').waitFor();
    await officer.page.getByRole('link', { name: 'Ask for changes' }).click();
    await officer.page.locator('summary', { hasText: 'Title' }).click();
    await officer.page.getByLabel('What to change: Title').fill('Write "pump".');
    await officer.page.getByRole('button', { name: 'Send it back to its owner' }).click();
    await officer.page.getByText('It went back to its owner').waitFor();
    await offer.change({ title: 'Pump with sun' });
    await offer.submit();
    await open(officer.page, 'Pump with sun');
    await officer.page.getByLabel('Sector and goals fit the text').check();
    await officer.page.getByRole('button', { name: 'Approve' }).click();
    await officer.page.getByText('Approved.').waitFor();
    await officer.context.close();

    const global = await exchange.window('administrator', screen);
    await open(global.page, 'Pump with sun');
    await global.page.getByText('UNOSSC review').first().waitFor();
    await global.page.getByRole('button', { name: 'Approve' }).click();
    await global.page.getByText('Approved.').waitFor();
    await global.context.close();
  }, 120_000);
});
