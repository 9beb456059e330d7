import { hostileFaults } from './hostile.js';

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe('what no schema looks for', () => {
  it('is named by its path', () => {
    expect(hostileFaults({ a: ['x', { b: 'a\0' }], '\ud800': 1 })).toEqual([
      { path: '', code: 'characters', message: expect.stringContaining('name of a field') },
      { path: 'a.1.b', code: 'characters', message: expect.stringContaining('UTF-8') },
    ]);
    expect(hostileFaults('\0')).toMatchObject([{ path: '' }]);
  });

  it('is not what people write', () => {
    expect(hostileFaults({ title: 'Éco-pompe 水 ماء 💧 \u{10ffff}\n\t', n: -0, t: true, none: null, list: [] })).toEqual([]);
    expect(hostileFaults(undefined)).toEqual([]);
  });

  it('is depth, beyond 32 levels and not before', () => {
    expect(hostileFaults(nested(33))).toMatchObject([{ path: '', code: 'depth' }]);
    expect(hostileFaults(nested(32))).toEqual([]);
  });

  it('fills no more than a hundred faults with paths of 500 characters', () => {
    const faults = hostileFaults({ ['n'.repeat(10_000)]: Array(1_000).fill('\0') });
    expect(faults).toHaveLength(100);
    for (const { path } of faults) expect(path).toHaveLength(500);
  });
});
