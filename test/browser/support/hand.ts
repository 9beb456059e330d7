import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { MessageKey } from '../../../src/web/i18n/areas.js';
import { type MessageValues, Translator } from '../../../src/web/i18n/translator.js';
import type { Language } from '../../../src/platform/i18n/locales.js';
import type { Exchange, Role } from './exchange.js';

/** How somebody goes through the exchange. */
export interface Way {
  language: Language;
  width: number;
  javaScript: boolean;
  /** Nothing but Tab, arrows, Space, Enter and letters. */
  keyboard?: boolean;
}

const TABS_AT_MOST = 400;
const CHOICES_AT_MOST = 60;

/** Somebody at a window: clicks and writes as the way says, and knows the texts of its language. */
export class Hand {
  private readonly texts: Translator;

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly way: Way,
  ) {
    this.texts = Translator.for(way.language);
  }

  static async of(exchange: Exchange, role: Role, way: Way): Promise<Hand> {
    const { page, context } = await exchange.window(role, way);
    return new Hand(page, context, way);
  }

  t(key: MessageKey, values?: MessageValues): string {
    return this.texts.text(key, values);
  }

  /** The address of a path in the language of the way. */
  address(path: string): string {
    return `/${this.way.language}${path}`;
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(this.address(path));
  }

  button(key: MessageKey): Locator {
    return this.page.getByRole('button', { name: this.t(key), exact: true }).first();
  }

  link(key: MessageKey): Locator {
    return this.page.getByRole('link', { name: this.t(key), exact: true }).first();
  }

  field(name: string): Locator {
    return this.page.locator(`[name="${name}"]`).first();
  }

  choice(name: string, value: string): Locator {
    return this.page.locator(`[name="${name}"][value="${value}"]`);
  }

  /** Follows a link or sends a form: the next page is there afterwards. */
  async press(target: Locator): Promise<void> {
    const next = this.page.waitForEvent('framenavigated', (frame) => frame === this.page.mainFrame());
    await this.open(target);
    await next;
  }

  /** Opens what is folded. */
  async open(target: Locator): Promise<void> {
    if (!this.way.keyboard) return target.click();
    await this.reach(target);
    await this.page.keyboard.press('Enter');
  }

  write(name: string, words: string): Promise<void> {
    return this.writeInto(this.field(name), words);
  }

  async tick(target: Locator): Promise<void> {
    if (!this.way.keyboard) return target.check();
    // Of a group of radio buttons Tab reaches one; arrows lead to the others.
    await this.reach(target, true);
    if (await target.isChecked()) return;
    await this.page.keyboard.press('Space');
    for (let step = 0; step < CHOICES_AT_MOST && !(await target.isChecked()); step++) await this.page.keyboard.press('ArrowDown');
    if (!(await target.isChecked())) throw new Error(`no key ticks ${target.toString()}`);
  }

  async choose(name: string, value: string): Promise<void> {
    const field = this.field(name);
    const label = String(await field.locator(`option[value="${value}"]`).textContent()).trim();
    // A long list is searched by writing where there is script.
    const search = this.page.locator(`select[name="${name}"] + .gate-find input`);
    if ((await search.count()) > 0) {
      await this.writeInto(search, label);
      await this.page.keyboard.press('Enter');
    } else if (this.way.keyboard) {
      await this.reach(field);
      await this.page.keyboard.type(label);
    } else await field.selectOption(value);
    if ((await field.inputValue()) !== value) throw new Error(`"${label}" does not choose ${value}`);
  }

  /** What the page says after a step. */
  async reads(key: MessageKey, values?: MessageValues): Promise<void> {
    await this.page.getByText(this.t(key, values)).first().waitFor();
  }

  leave(): Promise<void> {
    return this.context.close();
  }

  private async writeInto(field: Locator, words: string): Promise<void> {
    if (!this.way.keyboard) return field.fill(words);
    await this.reach(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(words);
  }

  /** Presses Tab until the focus is there: what Tab does not reach, nobody reaches without a mouse. */
  private async reach(target: Locator, orItsGroup = false): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let step = 0; step < TABS_AT_MOST; step++) {
      const isThere = await target.evaluate((element, group) => {
        const focus = document.activeElement;
        const name = element.getAttribute('name');
        return focus === element || (group && element.getAttribute('type') === 'radio' && focus?.getAttribute('name') === name);
      }, orItsGroup);
      if (isThere) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${target.toString()} at ${this.page.url()}`);
  }
}

/** Does something as somebody, in a window of her own. */
export async function as(exchange: Exchange, role: Role, way: Way, act: (hand: Hand) => Promise<void>): Promise<void> {
  const hand = await Hand.of(exchange, role, way);
  await act(hand);
  await hand.leave();
}
