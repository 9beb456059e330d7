import { DomainError } from './errors.js';
import { Lifecycle, type LifecycleDefinition } from './state-machine.js';

type State = 'open' | 'shut' | 'sealed';
type Name = 'close' | 'open' | 'seal';
type Role = 'keeper' | 'owner' | 'guest';
type Definition = LifecycleDefinition<State, Name, Role>;

const door: Definition = {
  name: 'door',
  states: ['open', 'shut', 'sealed'],
  initial: ['open'],
  transitions: [
    { name: 'close', from: ['open'], to: 'shut', actors: ['keeper', 'owner'] },
    { name: 'open', from: ['shut'], to: 'open', actors: ['keeper', 'owner'], reason: 'optional' },
    { name: 'seal', from: ['open', 'shut'], to: 'sealed', actors: ['owner'], reason: 'required' },
    { name: 'close', from: ['shut'], to: 'shut', actors: ['owner'] },
  ],
};
const lifecycle = new Lifecycle(door);

function refused(act: () => unknown): Pick<DomainError, 'kind' | 'code' | 'details'> {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

it('names what is open from a state, once, to any of the roles', () => {
  expect(lifecycle.allowed('open', ['keeper', 'owner'])).toEqual(['close', 'seal']);
  expect(lifecycle.allowed('open', ['keeper'])).toEqual(['close']);
  expect(lifecycle.allowed('shut', ['owner'])).toEqual(['open', 'seal', 'close']);
  expect(lifecycle.allowed('shut', ['guest'])).toEqual([]);
  expect(lifecycle.allowed('shut', [])).toEqual([]);
  expect(lifecycle.allowed('sealed', ['owner'])).toEqual([]);
});

it('tells never from not now', () => {
  expect(lifecycle.mayEver('seal', ['owner'])).toBe(true);
  expect(lifecycle.mayEver('seal', ['keeper', 'guest'])).toBe(false);
  expect(lifecycle.mayEver('close', [])).toBe(false);
});

it('takes the edge of the state and the role', () => {
  expect(lifecycle.take('close', 'open', ['keeper']).to).toBe('shut');
  expect(lifecycle.take('close', 'shut', ['owner']).from).toEqual(['shut']);
  expect(lifecycle.take('open', 'shut', ['guest', 'keeper']).to).toBe('open');
  expect(lifecycle.take('open', 'shut', ['keeper'], 'draught').to).toBe('open');
  expect(lifecycle.take('seal', 'shut', ['owner'], 'fire').to).toBe('sealed');
});

it('refuses in the order forbidden, impossible, without a reason', () => {
  expect(refused(() => lifecycle.take('seal', 'sealed', ['keeper']))).toMatchObject({
    kind: 'forbidden',
    code: 'door.transition-forbidden',
  });
  expect(refused(() => lifecycle.take('close', 'shut', ['keeper']))).toMatchObject({
    kind: 'conflict',
    code: 'door.transition-not-allowed',
    details: { allowed: ['open'], detail: '"close" is not possible in state "shut".' },
  });
  for (const reason of [undefined, null, ''])
    expect(refused(() => lifecycle.take('seal', 'open', ['owner'], reason))).toMatchObject({
      kind: 'invalid',
      code: 'door.reason-required',
      details: { errors: [{ path: 'reason', code: 'required' }] },
    });
});

const faultsOf = (change: Partial<Definition>): string[] => new Lifecycle({ ...door, ...change }).faults();

it('finds no fault in a sound table', () => expect(lifecycle.faults()).toEqual([]));

it('finds states that are unknown or out of reach', () => {
  expect(faultsOf({ states: ['open', 'shut'] })).toEqual(['seal: unknown state sealed']);
  expect(faultsOf({ initial: ['sealed'] })).toEqual(['unreachable state open', 'unreachable state shut']);
  expect(faultsOf({ initial: ['shut'] })).toEqual([]);
});

it('finds two edges for one role, name and state, whatever else they share', () => {
  const twin = { name: 'open', from: ['shut', 'sealed'], to: 'sealed', actors: ['owner', 'guest'] } as const;
  expect(faultsOf({ transitions: [...door.transitions, twin] })).toEqual(['ambiguous: open from shut by owner']);
});

it('reaches a state by several steps, in whatever order they are written', () => {
  const transitions = [
    ...door.transitions.filter(({ name }) => name !== 'seal'),
    { ...door.transitions[2]!, from: ['shut' as const] },
  ].reverse();
  expect(faultsOf({ transitions })).toEqual([]);
});
