import { pdf } from '../../support/uploads.js';
import { waterOffers } from '../../support/journey.js';
import type { Exchange } from '../support/exchange.js';

/** The line breaks in the middle of a file; it arrives whole. */
export async function resumed(exchange: Exchange): Promise<void> {
  const { apiKey, organizationId } = exchange.account('provider-manager');
  const paper = { kind: 'ownership', title: 'Owners', language: 'en', issuedOn: '2024-01-01' };
  const { body } = await exchange.gate.visitor.withKey(apiKey).post(`/api/v1/organizations/${organizationId}/documents`, paper);
  const { page, context } = await exchange.window('provider-manager', { width: 360 });
  let parts = 0;
  await page.route('**/api/v1/uploads/*/parts/*', (route) => (++parts === 2 ? route.abort() : route.continue()));
  await page.goto(`/en/organization/papers/${body.items.at(-1).id}/file`);
  const buffer = Buffer.concat([Buffer.from(pdf('slow')), Buffer.alloc(300_000)]);
  await page.setInputFiles('input[type=file]', { name: 'owners.pdf', mimeType: 'application/pdf', buffer });
  await page.click('main button:has-text("Send")');
  await page.getByText('The line has broken.').waitFor();
  await page.getByText('The copy has arrived.').waitFor();
  expect(parts).toBe(4);
  expect(await page.textContent('main')).toContain('owners.pdf');
  await context.close();
}

/** A long list is searched by writing; without script it is a list. */
export async function found(exchange: Exchange, javaScript: boolean): Promise<void> {
  const { page, context } = await exchange.window('centre-officer', { javaScript });
  await page.goto('/en/account');
  if (javaScript) {
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('nairo');
    await zone.press('ArrowDown');
    expect(await page.locator('li[aria-selected=true]').textContent()).toBe('Africa/Nairobi');
    await zone.press('Enter');
    expect(await zone.inputValue()).toBe('Africa/Nairobi');
    await zone.fill('Nowhere');
    await zone.press('Tab');
    expect(await zone.inputValue()).toBe('Africa/Nairobi');
  } else await page.selectOption('[name=timeZone]', 'Africa/Nairobi');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.locator('[name=timeZone]').inputValue()).toBe('Africa/Nairobi');
  await context.close();
}

/** Keys of one's own lead through the queue, once they are asked for and where there is script. */
export async function led(exchange: Exchange, javaScript: boolean): Promise<void> {
  const { apiKey, organizationId } = exchange.account('provider-editor');
  const client = exchange.gate.visitor.withKey(apiKey);
  const offer = { ...waterOffers.technology, organizationId, language: 'en', title: `Pumps to review, ${String(javaScript)}` };
  await client.post(`/api/v1/offers/${(await client.post('/api/v1/offers', offer)).body.id}/submit`);
  const { page, context } = await exchange.window('centre-officer', { javaScript });
  const queue = async (): Promise<string | null> => {
    await page.goto('/en/desk/listings');
    await page.keyboard.press('n');
    return page.evaluate('document.activeElement.dataset.key ?? null');
  };
  expect(await queue()).toBeNull();
  await page.getByRole('link', { name: 'Use keys at the desk' }).click();
  await page.getByLabel('Use these keys').check();
  await page.getByLabel('Next').fill('n');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await queue()).toBe(javaScript ? 'row' : null);
  if (javaScript) {
    await page.keyboard.press('Control+u');
    await page.keyboard.press('?');
    await page.getByText('Back to the list').first().waitFor();
    await page.keyboard.press('u');
    await page.waitForURL(/\/en\/desk$/);
  }
  await page.goto('/en/account/desk-keys');
  await page.getByLabel('Use these keys').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await context.close();
}
