import { jest } from '@jest/globals';
import { Translator } from '../../src/web/i18n/translator.js';
import { describeWithChromium } from './support/chromium.js';
import { Exchange } from './support/exchange.js';
import { overflow } from './support/look.js';
import { SITEMAP } from './support/sitemap.js';

/** Texts grow when they are translated: this much at least they may, in either direction of reading. */
const GROWTH = 0.4;
const longer = (text: string): string => {
  const words = text.split(' ');
  return [...words, ...words.slice(0, Math.ceil(words.length * GROWTH))].join(' ');
};

// Every page twice takes long: `npm run nightly` does it.
const describeAtNight = process.env.GATE_NIGHTLY ? describeWithChromium : describe.skip;

describeAtNight('texts that are longer by two fifths', () => {
  let exchange: Exchange;
  beforeAll(async () => {
    const { text } = Translator.prototype;
    jest.spyOn(Translator.prototype, 'text').mockImplementation(function (this: Translator, ...args) {
      return longer(text.apply(this, args));
    });
    exchange = await Exchange.start();
  }, 300_000);
  afterAll(async () => {
    await exchange.close();
    jest.restoreAllMocks();
  });

  it.each(['en', 'ar'])(
    'widen no page beyond a window of 320 pixels, in %s',
    async (language) => {
      const wide: string[] = [];
      for (const { name, role, path } of SITEMAP) {
        const at = typeof path === 'string' ? path : await path(exchange);
        const { page, context } = await exchange.window(role, { width: 320 });
        await page.goto(`/${language}${at === '/' ? '' : at}`);
        const by = await overflow(page);
        if (by > 0) wide.push(`${name}: ${by} px`);
        await context.close();
      }
      expect(wide).toEqual([]);
    },
    900_000,
  );
});
