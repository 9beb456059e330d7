import { doubled, inTheirWords, named } from './table-of-run.js';

const columns = { Titre: 'title', Propriétaire: 'organization', Notes: null, Codes: 'codes' };

describe('a table with names of its own', () => {
  it('is read under ours; what is left out goes, what is not mentioned keeps its name', () => {
    const cells = { Titre: 'Pompe', Propriétaire: 'ORG-KE-000012', Notes: 'x', kind: 'technology', '': 'nothing' };
    expect(named({ line: 2, cells }, columns)).toEqual({
      owner: 'ORG-KE-000012',
      row: { line: 2, cells: { title: 'Pompe', kind: 'technology' } },
    });
    expect(named({ line: 3, fault: 'broken' }, columns)).toEqual({ owner: null, row: { line: 3, fault: 'broken' } });
  });

  it('may be JSON, whose fields are the columns', () => {
    const body = { Titre: 'Pompe', Propriétaire: 'ORG-KE-000012', Notes: 'x', details: { problem: 'p' } };
    expect(named({ line: 2, body }, columns)).toEqual({
      owner: 'ORG-KE-000012',
      row: { line: 2, body: { title: 'Pompe', details: { problem: 'p' } } },
    });
    for (const odd of [null, 5, ['x'], 'x'])
      expect(named({ line: 2, body: odd }, columns)).toEqual({ owner: null, row: { line: 2, body: odd } });
    expect(named({ line: 2, body: { Propriétaire: { id: 1 } } }, columns).owner).toBeNull();
  });

  it('is not led astray by names that every object has', () => {
    expect(named({ line: 2, cells: { constructor: 'x' } }, columns).row).toEqual({ line: 2, cells: { constructor: 'x' } });
  });

  it('is told of faults in its own words', () => {
    const fault = (column: string) => ({ line: 2, column, reason: 'r' });
    expect(
      inTheirWords([fault('title'), fault('codes.0.code'), fault('codesign'), fault('')], columns).map(({ column }) => column),
    ).toEqual(['Titre', 'Codes', 'codesign', '']);
  });

  it('names each column of ours once', () => {
    expect(doubled(columns)).toBeUndefined();
    expect(doubled({ A: null, B: null })).toBeUndefined();
    expect(doubled({ A: 'title', B: 'title' })).toBe('title');
  });
});
