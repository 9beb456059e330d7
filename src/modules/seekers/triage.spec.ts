import fc from 'fast-check';
import { loadCodeBookFromFiles } from '../taxonomy/index.js';
import { byTriage, triage, type TriageFacts } from './triage.js';
import { needTriage } from './triage.rules.js';

const book = loadCodeBookFromFiles();
const of = (facts: Partial<TriageFacts>, day = '2026-11-24') =>
  triage({ country: 'MZ', described: true, nationalPlan: false, openOfCountry: 0, ...facts }, needTriage.value, book, day);

describe('triage of needs', () => {
  it('asks for a country of the South and a described problem', () => {
    expect(of({})).toMatchObject({ eligible: true });
    expect(of({ country: 'FR' })).toMatchObject({ eligible: false, reasons: [{ code: 'not-eligible-country' }, {}] });
    expect(of({ described: false })).toMatchObject({ eligible: false });
  });

  it('adds the points of the groups a country belongs to, and says so', () => {
    expect(of({ country: 'MW' })).toMatchObject({ priority: 5 });
    expect(of({ country: 'KE' })).toMatchObject({ priority: 0 });
    expect(of({ country: 'KE', nationalPlan: true })).toMatchObject({ priority: 1 });
    expect(of({ country: 'TV' }).reasons).toContainEqual({ code: 'member-of', group: 'SIDS', points: 2 });
  });

  it('keeps the points of a country that has graduated for the years of grace', () => {
    expect(of({ country: 'BT' }, '2023-12-12').reasons).toContainEqual({ code: 'member-of', group: 'LDC', points: 3 });
    expect(of({ country: 'BT' }, '2023-12-13').reasons).toContainEqual({ code: 'was-member-of', group: 'LDC', points: 3 });
    expect(of({ country: 'BT' }, '2028-12-13').reasons).not.toContainEqual(expect.objectContaining({ group: 'LDC' }));
  });

  it('puts what is eligible before what is urgent, and what is urgent before what is rare', () => {
    const facts = fc.record({
      country: fc.constantFrom('MZ', 'MW', 'KE', 'FR', 'TV'),
      described: fc.boolean(),
      nationalPlan: fc.boolean(),
      openOfCountry: fc.nat(50),
    });
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const [one, other] = [of(a), of(b)];
        const sooner = byTriage(one, other);
        expect(sooner).toBe(-byTriage(other, one) || 0);
        if (one.eligible !== other.eligible) expect(sooner < 0).toBe(one.eligible);
        else if (one.priority !== other.priority) expect(sooner < 0).toBe(one.priority > other.priority);
        else expect(Math.sign(sooner)).toBe(Math.sign(one.balance - other.balance));
      }),
    );
  });
});
