import { spawnSync } from 'node:child_process';

/** `npm test -- FILE`, without npm. */
function npmTest(file: string, env: NodeJS.ProcessEnv = {}): { code: number | null; lastLine: string; out: string } {
  // Jest tells its children apart by these.
  const { JEST_WORKER_ID: _worker, NODE_OPTIONS: _options, ...inherited } = process.env;
  const { status, stdout } = spawnSync(process.execPath, ['scripts/test.mjs', file], { encoding: 'utf8', env: { ...inherited, ...env } });
  return { code: status, lastLine: stdout.trimEnd().split('\n').at(-1) ?? '', out: stdout };
}

describe('npm test', () => {
  const FILE = 'test/architecture/lock-file.spec.ts';

  it('ends with one line that sums up', () => {
    const { code, lastLine } = npmTest(FILE, { GATE_TEST_REQUIRE: '' });
    expect([code, lastLine]).toEqual([0, expect.stringMatching(/^\d+ passed, 0 failed$/)]);
  });

  it('fails for want of what it must not skip, and when nothing could be run', () => {
    const lacking = npmTest(FILE, { GATE_TEST_REQUIRE: 'abacus' });
    expect(lacking).toMatchObject({ code: 1, lastLine: expect.stringMatching(/^\d+ passed, 1 failed$/) });
    expect(lacking.out).toContain('GATE_TEST_REQUIRE asks for abacus');
    expect(npmTest('no-such-test')).toMatchObject({ code: 1, lastLine: expect.stringMatching(/^0 passed, [1-9]\d* failed$/) });
  });
});
