import { standingOf, warningsOf, type CentreFacts } from './centre.policy.js';

const centre: CentreFacts = { endedAt: null, letterExpires: '2027-06-30', officers: 2 };
const [today, soon] = ['2026-11-24', '2027-01-23'];

describe('the standing of a centre', () => {
  it.each([
    [{}, 'in-force'],
    [{ letterExpires: null }, 'in-force'],
    [{ letterExpires: today }, 'in-force'],
    [{ letterExpires: '2026-11-23' }, 'letter-expired'],
    [{ officers: 0 }, 'vacant'],
    [{ officers: 0, letterExpires: '2026-11-23' }, 'letter-expired'],
    [{ endedAt: new Date() }, 'ended'],
  ])('with %j is %s', (change, standing) => expect(standingOf({ ...centre, ...change }, today)).toBe(standing));
});

describe('warnings', () => {
  it.each([
    [{}, []],
    [{ officers: 1 }, ['one-officer']],
    [{ officers: 0, letterExpires: soon }, ['no-officer', 'letter-ends-soon']],
    [{ letterExpires: '2026-11-23' }, ['letter-expired']],
    [{ officers: 0, endedAt: new Date() }, []],
  ])('with %j are %j', (change, warnings) => expect(warningsOf({ ...centre, ...change }, today, soon)).toEqual(warnings));
});
