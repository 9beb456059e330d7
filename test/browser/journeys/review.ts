import { waterOffers } from '../../support/journey.js';
import type { Exchange } from '../support/exchange.js';
import { as, type Hand, type Way } from '../support/hand.js';

/** An offer whose declaration makes the global desk look at it after the centre. */
async function submitted(exchange: Exchange): Promise<{ title: string; correct: () => Promise<string> }> {
  const { apiKey, organizationId } = exchange.account('provider-editor');
  const client = exchange.gate.visitor.withKey(apiKey);
  const title = `Pumpp with sun ${Date.now()}`;
  const offer = { ...waterOffers.technology, title, details: { ...waterOffers.technology.details, dualUse: true } };
  const path = `/api/v1/offers/${(await client.post('/api/v1/offers', { ...offer, organizationId, language: 'en' })).body.id}`;
  await client.post(`${path}/submit`);
  const correct = async () => {
    const right = title.replace('pp', 'p');
    await client.patch(path, { title: right }, { 'if-match': String((await client.get(path)).headers.etag) });
    await client.post(`${path}/submit`);
    return right;
  };
  return { title, correct };
}

async function open(hand: Hand, title: string): Promise<void> {
  await hand.goto('/desk');
  await hand.press(hand.page.locator(`main a[href="${hand.address('/desk/listings')}"]`).first());
  await hand.press(hand.page.getByRole('link', { name: title }).first());
}

/** An officer takes a submission, asks for a change and approves; an administrator approves after her. */
export async function reviewed(exchange: Exchange, way: Way): Promise<void> {
  const { title, correct } = await submitted(exchange);
  let right = '';
  await as(exchange, 'centre-officer', way, async (hand) => {
    await open(hand, title);
    await hand.press(hand.button('review.claim'));
    await hand.reads('done.claimed');
    await hand.press(hand.link('review.ask-changes'));
    await hand.open(hand.page.locator('summary', { hasText: hand.t('wizard.field.title') }).first());
    await hand.write('notes.title', 'Write "pump".');
    await hand.press(hand.button('review.send-back'));
    await hand.reads('done.changes-asked');
    right = await correct();
    await open(hand, right);
    await hand.tick(hand.page.getByLabel(hand.t('review.check.codes')));
    await hand.press(hand.button('review.approve'));
    await hand.reads('done.approved');
  });
  await as(exchange, 'administrator', way, async (hand) => {
    await open(hand, right);
    await hand.reads('review.stage.global_review');
    await hand.press(hand.button('review.approve'));
    await hand.reads('done.approved');
  });
}
