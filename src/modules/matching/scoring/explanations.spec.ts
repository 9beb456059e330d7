import { aFinancing, aNeed, aTechnology, DAY, testEngine } from '../../../../test/support/factories/scoring.js';
import { scorePair } from './score-pair.js';

describe('explanations', () => {
  const secrets = ['secretville', '7777', '8888', '9999', '6666', 'cafe-cafe', 'hidden plan', '5555', '4444'];
  const need = aNeed({
    anonymous: true,
    contactPersonId: 'cafecafe-cafe-4afe-8afe-cafecafecafe',
    budget: { min: 7777, max: 8888, currency: 'USD' },
    fundingSought: { amount: 9999, currency: 'USD' },
    details: { place: 'Secretville', nationalPlan: { title: 'Hidden plan' } },
  });

  it('give away no sum, place or person of either side', () => {
    const priced = aTechnology({
      contactPersonId: 'cafecafe-cafe-4afe-8afe-cafecafecafe',
      details: { terms: { price: { min: 6666, max: 5555 * 2, currency: 'USD' } } },
    });
    const fund = aFinancing({ details: { amount: { min: 4444, max: 5555, currency: 'USD' }, applicants: ['ngo'] } });
    for (const offer of [priced, fund]) {
      const words = JSON.stringify(scorePair(need, offer, testEngine(), DAY)).toLowerCase();
      expect(secrets.filter((secret) => words.includes(secret))).toEqual([]);
      expect(words).not.toContain(need.owner.id);
      expect(words).not.toContain(offer.owner.id);
    }
  });

  it('say what the owner of the offer could state, and nothing once all is said', () => {
    const asking = aNeed({ codes: [{ scheme: 'crs', code: '14030', main: true }], neededBy: '2027-06-01' });
    const advice = (offer: Parameters<typeof scorePair>[1]) =>
      scorePair(asking, offer, testEngine(), DAY).advice.map(({ key, params }) => [key, params.side]);
    expect(advice(aTechnology())).toEqual(
      expect.arrayContaining([
        ['advice.sector.state', 'provider'],
        ['advice.timing.state', 'provider'],
        ['advice.maturity.readiness', 'provider'],
      ]),
    );
    const full = aTechnology({
      title: 'A need',
      codes: [{ scheme: 'crs', code: '14030', main: true }],
      details: { readiness: 9, usedIn: [{ country: 'MZ' }], deliveryWeeks: 2 },
    });
    expect(advice(full)).toEqual([]);
  });
});
