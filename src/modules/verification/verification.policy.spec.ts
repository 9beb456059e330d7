import {
  countsFrom,
  dueDiligencePartOf,
  isAccepted,
  L1_PAPERS,
  L2_PAPERS,
  missingParts,
  type Paper,
  shownBy,
} from './verification.policy.js';

const DAY = '2026-11-24';
const paper = (kind: Paper['kind'], change: Partial<Paper> = {}): Paper => ({ kind, expiresOn: null, outcome: null, ...change });
const accepted = { outcome: 'accepted' as const };

describe('papers of level L1', () => {
  it('are one proof of existence and who may sign', () => {
    expect(shownBy([paper('registration-certificate')], DAY)).toBe('too-little');
    expect(shownBy([paper('registration-certificate'), paper('founding-act')], DAY)).toBe('too-little');
    for (const kind of ['registration-certificate', 'public-body-letter', 'founding-act'] as const)
      expect(shownBy([paper(kind), paper('signatory-authority')], DAY)).toBe('handed-in');
    expect(shownBy([paper('reference'), paper('signatory-authority')], DAY)).toBe('too-little');
  });

  it('count while they are valid and nobody has refused them', () => {
    const authority = paper('signatory-authority');
    expect(shownBy([paper('founding-act', { outcome: 'refused' }), authority], DAY)).toBe('too-little');
    expect(shownBy([paper('founding-act', { expiresOn: '2026-11-23' }), authority], DAY)).toBe('too-little');
    expect(shownBy([paper('founding-act', { expiresOn: DAY }), authority], DAY)).toBe('handed-in');
  });

  it('prove it when both parts have been accepted', () => {
    const half = [paper('founding-act', accepted), paper('signatory-authority')];
    expect(shownBy(half, DAY)).toBe('handed-in');
    expect(missingParts(L1_PAPERS, half, DAY, isAccepted)).toEqual(['authority']);
    expect(shownBy([paper('founding-act', accepted), paper('signatory-authority', accepted)], DAY)).toBe('proven');
  });

  it('are others than those of due diligence: finances, owners and three references', () => {
    const three = Array.from({ length: 3 }, () => paper('reference', accepted));
    const all = [...three, paper('financial-statement', accepted), paper('ownership', accepted)];
    expect(missingParts(L2_PAPERS, all, DAY, isAccepted)).toEqual([]);
    expect(missingParts(L2_PAPERS, all.slice(1), DAY, isAccepted)).toEqual(['references']);
    expect(missingParts(L2_PAPERS, three, DAY, isAccepted)).toEqual(['finances', 'ownership']);
    expect(shownBy(all, DAY)).toBe('too-little');
    expect([dueDiligencePartOf('ownership'), dueDiligencePartOf('founding-act')]).toEqual(['ownership', null]);
  });

  it('count towards the next verification from the time of renewal on, and never twice', () => {
    const [since, until] = [new Date('2026-01-01'), new Date('2028-01-01')];
    expect(countsFrom({ since: null, until: null }, 90)).toBeNull();
    expect(countsFrom({ since, until }, 90)).toEqual(new Date('2027-10-03'));
    expect(countsFrom({ since, until: new Date('2026-02-01') }, 90)).toEqual(since);
  });
});
