import { found, led, resumed } from './journeys/enhanced.js';
import { joined } from './journeys/joining.js';
import { matched } from './journeys/match.js';
import { offered } from './journeys/offer.js';
import { reviewed } from './journeys/review.js';
import { describeWithChromium } from './support/chromium.js';
import { Exchange } from './support/exchange.js';
import type { Way } from './support/hand.js';

const WAYS: readonly (Way & { name: string })[] = [
  { name: 'on a phone without script', language: 'en', width: 360, javaScript: false },
  { name: 'in Arabic on a phone', language: 'ar', width: 360, javaScript: true },
];
/** A run of all tests has twenty minutes: `npm run nightly` goes these ways too. */
const NIGHT_WAYS: typeof WAYS = [
  { name: 'in Chinese at a desk without script', language: 'zh', width: 1280, javaScript: false },
  { name: 'by keyboard alone', language: 'en', width: 1280, javaScript: true, keyboard: true },
];

const JOURNEYS = [
  ['a visitor joins, and an officer confirms her organization', joined],
  ['a provider enters an offer and hands it in', offered],
  ['an officer and an administrator review an offer', reviewed],
  ['a seeker and a provider say yes and are introduced', matched],
] as const;

describeWithChromium('the first exchange, as each of those who take part in it', () => {
  let exchange: Exchange;
  beforeAll(async () => (exchange = await Exchange.start()), 180_000);
  afterAll(() => exchange.close());

  describe.each(process.env.GATE_NIGHTLY ? [...WAYS, ...NIGHT_WAYS] : WAYS)('$name', (way) => {
    it.each(JOURNEYS)('%s', (_, journey) => journey(exchange, way), 120_000);
  });

  it('a file goes on where a broken line has stopped it', () => resumed(exchange), 60_000);
  describe.each([true, false])('with script: %s', (javaScript) => {
    it('a time zone is found in a long list', () => found(exchange, javaScript), 60_000);
    it('an officer moves by keys of her own, where she has asked for them', () => led(exchange, javaScript), 60_000);
  });
});
