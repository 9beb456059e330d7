import { draft, publish, waterNeed, waterOffers } from '../../support/journey.js';
import type { Exchange, Role } from '../support/exchange.js';
import { as, type Way } from '../support/hand.js';

const WISH = 'We would like to see one at work.';

/** A suggestion between new listings of the two demo organizations. */
async function suggested(exchange: Exchange): Promise<string> {
  const { gate } = exchange;
  const party = (role: Exclude<Role, 'visitor'>) => {
    const { apiKey, organizationId, email } = exchange.account(role);
    return { client: gate.visitor.withKey(apiKey), organizationId: String(organizationId), email, personId: '' };
  };
  const [seeker, provider, { client: administrator }] = [party('seeker-manager'), party('provider-manager'), party('administrator')];
  const need = await draft(seeker, 'needs', { ...waterNeed('technology'), title: `Water for our village ${Date.now()}` });
  const offer = await draft(provider, 'offers', { ...waterOffers.technology, title: `Water from the sun ${Date.now()}` });
  await publish(seeker, administrator, need);
  await publish(provider, administrator, offer);
  await gate.drainJobs();
  const { rows } = await gate.sql.query<{ id: string }>('SELECT id FROM match WHERE need_id = $1 AND offer_id = $2', [need.id, offer.id]);
  return String(rows[0]?.id);
}

/** Both say yes, an administrator approves, and each sees whom to write to. */
export async function matched(exchange: Exchange, way: Way): Promise<void> {
  const path = `/matches/${await suggested(exchange)}`;
  await as(exchange, 'seeker-editor', way, async (hand) => {
    await hand.goto(path);
    await hand.press(hand.page.locator('.gate-go a'));
    await hand.write('note', WISH);
    await hand.press(hand.button('match.yes'));
    await hand.reads('done.match-yes');
  });
  await as(exchange, 'provider-editor', way, async (hand) => {
    await hand.goto('/matches?group=answer');
    await hand.press(hand.page.locator(`a[href="${hand.address(path)}"]`).first());
    await hand.page.getByText(WISH).waitFor();
    await hand.press(hand.button('match.yes'));
    await hand.page.locator('.gate-standing', { hasText: hand.t('match.state.under_review') }).waitFor();
  });
  await as(exchange, 'administrator', way, async (hand) => {
    await hand.goto('/desk/matches?limit=100');
    await hand.press(hand.page.locator(`a[href="${hand.address(`/desk${path}`)}"]`).first());
    await hand.tick(hand.page.getByRole('checkbox').first());
    await hand.press(hand.button('match-review.approve'));
    await hand.reads('done.match-approved');
  });
  for (const role of ['seeker-editor', 'provider-editor'] as const)
    await as(exchange, role, way, async (hand) => {
      await hand.goto(path);
      expect(await hand.page.locator('.gate-contacts a[href^="mailto:"]').count()).toBe(2);
    });
}
