import { isHandedIn, isProven, missingParts, type Paper } from './verification.policy.js';

const DAY = '2026-11-24';
const paper = (kind: Paper['kind'], change: Partial<Paper> = {}): Paper => ({ kind, expiresOn: null, outcome: null, ...change });
const accepted = { outcome: 'accepted' as const };

describe('papers of level L1', () => {
  it('are one proof of existence and who may sign', () => {
    expect(isHandedIn([paper('registration-certificate')], DAY)).toBe(false);
    expect(isHandedIn([paper('registration-certificate'), paper('founding-act')], DAY)).toBe(false);
    for (const kind of ['registration-certificate', 'public-body-letter', 'founding-act'] as const)
      expect(isHandedIn([paper(kind), paper('signatory-authority')], DAY)).toBe(true);
    expect(isHandedIn([paper('reference'), paper('signatory-authority')], DAY)).toBe(false);
  });

  it('count while they are valid and nobody has refused them', () => {
    const authority = paper('signatory-authority');
    expect(isHandedIn([paper('founding-act', { outcome: 'refused' }), authority], DAY)).toBe(false);
    expect(isHandedIn([paper('founding-act', { expiresOn: '2026-11-23' }), authority], DAY)).toBe(false);
    expect(isHandedIn([paper('founding-act', { expiresOn: DAY }), authority], DAY)).toBe(true);
  });

  it('prove it when both parts have been accepted', () => {
    const half = [paper('founding-act', accepted), paper('signatory-authority')];
    expect(isProven(half, DAY)).toBe(false);
    expect(missingParts(half, DAY, ({ outcome }) => outcome === 'accepted')).toEqual(['authority']);
    expect(isProven([paper('founding-act', accepted), paper('signatory-authority', accepted)], DAY)).toBe(true);
  });
});
