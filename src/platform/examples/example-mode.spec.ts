import { exampleMode, type ExampleSituation } from './example-mode.js';

const plain = { examples: undefined, databaseUrl: undefined, nodeEnv: 'development', host: '127.0.0.1' } as const;
const mode = (config: Partial<ExampleSituation['config']>, created = true, noted?: boolean) =>
  exampleMode({ config: { ...plain, ...config }, created, noted });

describe('example mode', () => {
  it('is on for a database that a plain start makes, and noted for later starts', () => {
    expect(mode({})).toEqual({ on: true, note: true });
  });

  it('stays on when that database is started again, and off for one made otherwise', () => {
    expect(mode({}, false, true)).toEqual({ on: true, note: undefined });
    expect(mode({}, false, false).on).toBe(false);
    expect(mode({}, false, undefined).on).toBe(false);
  });

  it.each([
    ['a database of one’s own', { databaseUrl: 'postgres://db/gate' }],
    ['production', { nodeEnv: 'production' }],
    ['an address that others reach', { host: '0.0.0.0' }],
  ] as const)('is off by itself with %s, at the first start and later', (_what, config) => {
    expect(mode(config)).toEqual({ on: false, note: false });
    expect(mode(config, false, true).on).toBe(false);
  });

  it('follows GATE_EXAMPLES when that is set', () => {
    expect(mode({ examples: true, databaseUrl: 'postgres://db/gate' }, false).on).toBe(true);
    expect(mode({ examples: true }, false, false).on).toBe(true);
    expect(mode({ examples: false }, false, true).on).toBe(false);
    expect(mode({ examples: false })).toEqual({ on: false, note: false });
  });
});
