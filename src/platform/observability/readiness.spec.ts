import { Readiness } from './readiness.js';

describe('Readiness', () => {
  it('says which part is missing and whether one can serve without it', async () => {
    const readiness = new Readiness();
    readiness.register('good', () => undefined);
    readiness.register('bad', () => Promise.reject(new Error('down')));
    readiness.register('warming up', () => false, { vital: false });
    const parts = await readiness.parts();
    expect(parts.map(({ name, ready, vital }) => [name, ready, vital])).toEqual([
      ['good', true, true],
      ['bad', false, true],
      ['warming up', false, false],
    ]);
  });

  it('does not wait for a part that hangs', async () => {
    const readiness = new Readiness();
    readiness.register('hangs', () => new Promise(() => undefined));
    expect(await readiness.parts()).toMatchObject([{ name: 'hangs', ready: false }]);
  });
});
