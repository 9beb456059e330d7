import { ORGANIZATION_LEVELS } from './organization.lifecycle.js';
import { levelGivesSql, levelSql, nextLevel, ORGANIZATION_RIGHTS, rightsOf } from './organization.rights.js';

describe('the rights of an organization', () => {
  it('grow with its level, and each level that adds some is the next of the ones below', () => {
    const seen = ORGANIZATION_LEVELS.map((level) => rightsOf({ level, standing: 'good', held: false }));
    for (const [i, rights] of seen.entries()) expect(rights).toEqual(expect.arrayContaining(seen[i - 1] ?? []));
    expect(seen.at(-1)).toEqual(Object.keys(ORGANIZATION_RIGHTS));
    expect(ORGANIZATION_LEVELS.map((level) => nextLevel(level))).toEqual([
      { level: 'basic', adds: ['be-listed', 'read-as-member'], by: 'first-listing' },
      { level: 'verified', adds: ['read-as-verified', 'offer-financing', 'be-introduced'], by: 'papers' },
      { level: 'verified', adds: ['read-as-verified', 'offer-financing', 'be-introduced'], by: 'papers' },
      { level: 'due_diligence', adds: ['deal-above-sum'], by: 'due-diligence' },
      null,
    ]);
  });

  it('rest out of good standing, and what shows it to others while it is held', () => {
    expect(rightsOf({ level: 'due_diligence', standing: 'suspended', held: false })).toEqual([]);
    expect(rightsOf({ level: 'due_diligence', standing: 'good', held: true })).toEqual([
      'submit-listings',
      'read-as-member',
      'read-as-verified',
      'offer-financing',
    ]);
  });

  it('are asked for in SQL by the same table', () => {
    expect(levelGivesSql('o.level', 'be-introduced')).toBe(`o.level IN ('verified', 'due_diligence')`);
    expect(levelSql('level', 'due_diligence')).toBe(`level IN ('due_diligence')`);
  });
});
