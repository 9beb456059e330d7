import { DomainError } from './errors.js';

/** One edge of a life cycle: who may take it, from where to where, and whether a reason code is asked for. */
export interface Transition<State extends string, Name extends string, Role extends string> {
  readonly name: Name;
  readonly from: readonly State[];
  readonly to: State;
  readonly actors: readonly Role[];
  readonly reason?: 'required' | 'optional';
}

export interface LifecycleDefinition<State extends string, Name extends string, Role extends string> {
  /** Area of the error codes: `listing` gives `listing.transition-not-allowed`. */
  readonly name: string;
  readonly states: readonly State[];
  readonly initial: readonly State[];
  readonly transitions: readonly Transition<State, Name, Role>[];
}

/** A life cycle as data: buttons, routes, documentation and tests are read off the same table. */
export class Lifecycle<State extends string, Name extends string, Role extends string> {
  constructor(readonly definition: LifecycleDefinition<State, Name, Role>) {}

  /** Names of the transitions open from a state to an actor who holds any of these roles. */
  allowed(state: State, roles: readonly Role[]): Name[] {
    const open = this.definition.transitions.filter((t) => t.from.includes(state) && t.actors.some((actor) => roles.includes(actor)));
    return [...new Set(open.map((t) => t.name))];
  }

  /** True when some state allows this transition to one of these roles: the difference between 403 and 409. */
  mayEver(name: Name, roles: readonly Role[]): boolean {
    return this.definition.transitions.some((t) => t.name === name && t.actors.some((actor) => roles.includes(actor)));
  }

  /**
   * The edge to take.
   * @throws DomainError `forbidden` when none of these roles may ever take it, `conflict` (with the allowed ones) when not from this state,
   *   `invalid` when a reason code is required and missing.
   */
  take(name: Name, state: State, roles: readonly Role[], reason?: string | null): Transition<State, Name, Role> {
    const area = this.definition.name;
    if (!this.mayEver(name, roles))
      throw new DomainError('forbidden', `${area}.transition-forbidden`, { detail: `You may not ${name} this ${area}.` });
    const edge = this.definition.transitions.find(
      (t) => t.name === name && t.from.includes(state) && t.actors.some((actor) => roles.includes(actor)),
    );
    if (!edge) {
      const allowed = this.allowed(state, roles);
      throw new DomainError('conflict', `${area}.transition-not-allowed`, {
        detail: `"${name}" is not possible in state "${state}".`,
        allowed,
      });
    }
    if (edge.reason === 'required' && !reason)
      throw new DomainError('invalid', `${area}.reason-required`, {
        detail: `"${name}" needs a reason code.`,
        errors: [{ path: 'reason', code: 'required', message: 'Give a reason code; see /api/v1/code-lists/reason.' }],
      });
    return edge;
  }

  /** Faults of the table itself (unknown or unreachable states, two edges of one name and state for one role); empty when sound. */
  faults(): string[] {
    const { states, initial, transitions } = this.definition;
    const known = new Set<string>(states);
    const faults = transitions.flatMap((t) => [...t.from, t.to].filter((s) => !known.has(s)).map((s) => `${t.name}: unknown state ${s}`));
    const reached = new Set<string>(initial);
    for (let before = -1; before !== reached.size;) {
      before = reached.size;
      for (const t of transitions) if (t.from.some((s) => reached.has(s))) reached.add(t.to);
    }
    for (const state of states) if (!reached.has(state)) faults.push(`unreachable state ${state}`);
    const edges = new Set<string>();
    for (const t of transitions)
      for (const from of t.from)
        for (const actor of t.actors) {
          const key = `${t.name} from ${from} by ${actor}`;
          if (edges.has(key)) faults.push(`ambiguous: ${key}`);
          edges.add(key);
        }
    return faults;
  }
}
