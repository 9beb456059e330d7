import { type Beginning, firstSteps } from './first-steps.js';

const nothing: Beginning = { addressIsHers: false, level: null, listings: { written: false, handedIn: false }, hasChosenMails: false };
const states = (known: Partial<Beginning>) =>
  firstSteps({ ...nothing, ...known })
    .map(({ state }) => state)
    .join(' ');

it.each<[string, Partial<Beginning>, string]>([
  ['nothing', {}, 'open open later later open'],
  ['an address', { addressIsHers: true }, 'done open later later open'],
  ['an organization', { level: 'registered' }, 'open done open open open'],
  ['a draft', { level: 'registered', listings: { written: true, handedIn: false } }, 'open done open open open'],
  ['a listing that was handed in', { level: 'basic', listings: { written: true, handedIn: true } }, 'open done done open open'],
  ['papers', { level: 'documents_submitted' }, 'open done open done open'],
  [
    'all',
    { addressIsHers: true, level: 'verified', listings: { written: true, handedIn: true }, hasChosenMails: true },
    'done done done done done',
  ],
])('with %s', (_, known, expected) => expect(states(known)).toBe(expected));
