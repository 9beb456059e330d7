import { waterOffers } from '../../support/journey.js';
import type { Exchange } from './exchange.js';

const known = new WeakMap<Exchange, Promise<string>>();

/** The id of an offer that waits for review, submitted by the example provider, once for each exchange. */
export function submittedOffer(exchange: Exchange): Promise<string> {
  const offer = known.get(exchange) ?? submit(exchange);
  known.set(exchange, offer);
  return offer;
}

async function submit(exchange: Exchange): Promise<string> {
  const { apiKey, organizationId } = exchange.account('provider-editor');
  const client = exchange.gate.visitor.withKey(apiKey);
  const { body } = await client.post('/api/v1/offers', { ...waterOffers.technology, organizationId, language: 'en' });
  await client.post(`/api/v1/offers/${body.id}/submit`);
  return String(body.id);
}
