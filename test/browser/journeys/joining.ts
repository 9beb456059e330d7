import type { Exchange } from '../support/exchange.js';
import { as, type Hand, type Way } from '../support/hand.js';

const PAPERS = ['registration-certificate', 'signatory-authority'] as const;

/** A visitor joins, registers her organization and names its papers; the officer of her country accepts them. */
export async function joined(exchange: Exchange, way: Way): Promise<void> {
  const name = `Jua Pumps ${Date.now()}`;
  const { rows } = await exchange.gate.sql.query<{ country: string }>('SELECT country FROM organization WHERE id = $1', [
    exchange.account('provider-manager').organizationId,
  ]);
  await as(exchange, 'visitor', way, async (hand) => {
    await hand.goto('/');
    await hand.press(hand.link('layout.sign-up'));
    await hand.write('name', 'Wanjiru Otieno');
    await hand.write('email', `wanjiru-${Date.now()}@example.org`);
    await hand.write('password', 'mangue bleue sur le toit');
    await hand.press(hand.button('sign-up.submit'));
    await hand.page.waitForURL(/\/dashboard/);
    await hand.goto('/organization/new');
    await hand.write('legalName', name);
    await hand.choose('country', String(rows[0]?.country));
    await hand.choose('type', '70');
    await hand.tick(hand.choice('languages', 'en'));
    await hand.press(hand.button('organization.register'));
    await hand.reads('done.registered');
    for (const kind of PAPERS) await handIn(hand, kind);
  });
  await as(exchange, 'centre-officer', way, async (hand) => {
    await hand.goto('/desk/organizations?waiting=papers');
    await hand.press(hand.page.getByRole('link', { name }).first());
    for (const _ of PAPERS) {
      await hand.press(hand.page.locator('form[action$="/accept"] button').first());
      await hand.reads('done.paper-accepted');
    }
    await hand.page.locator('.gate-tags').getByText(hand.t('level.verified')).first().waitFor();
  });
}

/** Its copy may follow. */
async function handIn(hand: Hand, kind: (typeof PAPERS)[number]): Promise<void> {
  await hand.goto('/organization/papers');
  await hand.press(hand.page.locator(`a[href="${hand.address(`/organization/papers/new?kind=${kind}`)}"]`).first());
  await hand.write('title', `Our ${kind}`);
  for (const [part, value] of [
    ['day', '5'],
    ['month', '3'],
    ['year', '2025'],
  ] as const)
    await hand.write(`issuedOn-${part}`, value);
  await hand.press(hand.button('papers.go-on'));
  await hand.reads('done.paper-told');
}
