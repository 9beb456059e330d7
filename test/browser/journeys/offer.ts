import type { Exchange } from '../support/exchange.js';
import { as, type Hand, type Way } from '../support/hand.js';

const DESCRIPTION = 'A pump without fuel for wells of up to eighty metres.';

/** The answers of a technology that can be handed in, page after page. */
const PAGES: readonly ((hand: Hand) => Promise<void>)[] = [
  (hand) => hand.write('description', DESCRIPTION),
  async (hand) => {
    await hand.choose('category', '140');
    await hand.press(hand.button('wizard.show-sectors'));
    await hand.tick(hand.choice('sector', '14031'));
    await hand.tick(hand.choice('goal', '6'));
  },
  async (hand) => {
    await hand.write('details.advantage', 'It needs no fuel.');
    await hand.tick(hand.field('details.costComparison-or'));
  },
  (hand) => hand.tick(hand.choice('details.readiness', '7')),
  async (hand) => {
    await hand.tick(hand.field('details.cooperation'));
    await hand.choose('details.ip.status', 'granted');
    await hand.tick(hand.choice('details.dualUse', 'false'));
  },
  async (hand) => {
    await hand.tick(hand.field('countriesOffered-tick'));
    await hand.tick(hand.choice('languages-tick', 'en'));
  },
];

/** A technology is entered part by part, checked and handed in. */
export async function offered(exchange: Exchange, way: Way): Promise<void> {
  await as(exchange, 'provider-manager', way, async (hand) => {
    await hand.goto('/my/listings');
    await hand.press(hand.page.locator(`main a[href^="${hand.address('/my/listings/new')}"]`).first());
    await hand.tick(hand.choice('kind', 'technology'));
    await hand.write('title', `Deep pump ${Date.now()}`);
    await hand.press(hand.button('my-listings.create'));
    await hand.reads('done.listing-created');
    await hand.press(hand.link('wizard.part.basics'));
    for (const answer of PAGES) {
      await answer(hand);
      await hand.press(hand.button('wizard.save'));
    }
    await hand.goto(new URL(hand.page.url()).pathname.slice(3).replace(/\/edit\/.*$/, '/check'));
    await hand.page.getByText(DESCRIPTION).first().waitFor();
    await hand.press(hand.button('my-listings.submit'));
    await hand.reads('done.listing-submitted');
  });
}
