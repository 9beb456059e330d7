export const MEMBER_ROLES = ['viewer', 'editor', 'manager'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** A person (by session or API key) acting for at most one organization at a time. Built once a request, by one SQL statement. */
export interface PersonActor {
  readonly kind: 'person';
  readonly personId: string;
  readonly sessionId: string | null;
  readonly keyId: string | null;
  /** The organization she acts for, with her role there; null when she belongs to none. */
  readonly organization: { readonly id: string; readonly role: MemberRole } | null;
  /** ISO alpha-2 codes of the countries whose centre she is an active officer of. */
  readonly officerOf: readonly string[];
  readonly administrator: boolean;
  readonly auditor: boolean;
  /** BCP-47 tag of her preferred language. */
  readonly language: string;
}

/** A job or a command; `name` says which (`job:matching.match-need`, `cli:import`). */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}

export type Visitor = { readonly kind: 'visitor' };

export type Actor = PersonActor | SystemActor | Visitor;

export const VISITOR: Visitor = Object.freeze({ kind: 'visitor' });
export const system = (name: string): SystemActor => ({ kind: 'system', name });

export const isAdministrator = (actor: Actor): boolean => actor.kind === 'person' && actor.administrator;
export const isAuditor = (actor: Actor): boolean => actor.kind === 'person' && actor.auditor;
export const isOfficerOf = (actor: Actor, country: string): boolean => actor.kind === 'person' && actor.officerOf.includes(country);

const RANK: Record<MemberRole, number> = { viewer: 0, editor: 1, manager: 2 };

/** True when the actor acts for this organization with at least the given role. */
export const actsFor = (actor: Actor, organizationId: string, atLeast: MemberRole = 'viewer'): boolean =>
  actor.kind === 'person' && actor.organization?.id === organizationId && RANK[actor.organization.role] >= RANK[atLeast];

/** The person behind the actor, for `created_by` and audit columns; null for the system and visitors. */
export const personIdOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);
