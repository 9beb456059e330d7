import { DomainError } from '../../kernel/errors.js';
import { Lifecycle } from '../../kernel/state-machine.js';

/** By the people who work for it: below 10, below 50, below 250, and above. */
export const ORGANIZATION_SIZES = ['micro', 'small', 'medium', 'large'] as const;
export type OrganizationSize = (typeof ORGANIZATION_SIZES)[number];

/** How far somebody has checked who the organization is. Each level includes the ones before it. */
export const ORGANIZATION_LEVELS = ['registered', 'basic', 'documents_submitted', 'verified', 'due_diligence'] as const;
export type OrganizationLevel = (typeof ORGANIZATION_LEVELS)[number];

/** Whether the level counts at the moment: only an organization in good standing lists and is matched. */
export const ORGANIZATION_STANDINGS = ['good', 'rejected', 'suspended', 'expired'] as const;
export type OrganizationStanding = (typeof ORGANIZATION_STANDINGS)[number];

export const hasLevel = (level: OrganizationLevel, atLeast: OrganizationLevel): boolean =>
  ORGANIZATION_LEVELS.indexOf(level) >= ORGANIZATION_LEVELS.indexOf(atLeast);

/**
 * Parts an actor can play towards an organization; `reviewer` is whoever approves its first listing (see organization.policy.ts), `papers` is whoever
 * completes what its papers show, or the day on which they have run out.
 */
export type OrganizationRole = 'administrator' | 'officer' | 'reviewer' | 'manager' | 'papers';

/**
 * `check` comes with the approval of the first listing, `hand-in` with the last paper of L1 and `fall-short` when one of them is gone again;
 * `verify` is that verification, `renew` the next one before it runs out. Due diligence is passed by a decision, at first and before it ends, and ends
 * by another one or by its time.
 */
export type LevelTransition =
  'check' | 'hand-in' | 'fall-short' | 'verify' | 'renew' | 'run-out' | 'pass-due-diligence' | 'end-due-diligence';
export type StandingTransition = 'reject' | 'suspend' | 'resume';
export type OrganizationTransition = LevelTransition | StandingTransition;

export const levelLifecycle = new Lifecycle<OrganizationLevel, LevelTransition, OrganizationRole>({
  name: 'organization',
  states: ORGANIZATION_LEVELS,
  initial: ['registered'],
  transitions: [
    { name: 'check', from: ['registered'], to: 'basic', actors: ['reviewer'] },
    { name: 'hand-in', from: ['basic'], to: 'documents_submitted', actors: ['papers'] },
    { name: 'fall-short', from: ['documents_submitted'], to: 'basic', actors: ['papers'] },
    { name: 'verify', from: ['registered', 'basic', 'documents_submitted'], to: 'verified', actors: ['administrator', 'papers'] },
    { name: 'renew', from: ['verified'], to: 'verified', actors: ['papers'] },
    { name: 'renew', from: ['due_diligence'], to: 'due_diligence', actors: ['papers'] },
    { name: 'run-out', from: ['verified', 'due_diligence'], to: 'basic', actors: ['papers'] },
    { name: 'pass-due-diligence', from: ['verified', 'due_diligence'], to: 'due_diligence', actors: ['administrator'] },
    { name: 'end-due-diligence', from: ['due_diligence'], to: 'verified', actors: ['administrator'], reason: 'required' },
    { name: 'end-due-diligence', from: ['due_diligence'], to: 'verified', actors: ['papers'] },
  ],
});

export const standingLifecycle = new Lifecycle<OrganizationStanding, StandingTransition, OrganizationRole>({
  name: 'organization',
  states: ['good', 'rejected', 'suspended'],
  initial: ['good'],
  transitions: [
    { name: 'reject', from: ['good'], to: 'rejected', actors: ['administrator', 'officer'], reason: 'required' },
    { name: 'suspend', from: ['good'], to: 'suspended', actors: ['administrator'], reason: 'required' },
    { name: 'resume', from: ['rejected', 'suspended'], to: 'good', actors: ['administrator'], reason: 'optional' },
  ],
});

export interface OrganizationState {
  level: OrganizationLevel;
  standing: OrganizationStanding;
}

/**
 * Transitions open to an actor who holds these roles. The two tables touch in two places: a level is raised in good standing only,
 * and who has been verified is suspended, no longer rejected.
 */
export function allowedTransitions({ level, standing }: OrganizationState, roles: readonly OrganizationRole[]): OrganizationTransition[] {
  const levels = standing === 'good' ? levelLifecycle.allowed(level, roles) : [];
  const standings = standingLifecycle.allowed(standing, roles).filter((name) => name !== 'reject' || !hasLevel(level, 'verified'));
  return [...levels, ...standings];
}

const isLevelTransition = (name: OrganizationTransition): name is LevelTransition =>
  levelLifecycle.definition.transitions.some((edge) => edge.name === name);

/**
 * Level and standing after a transition.
 * @throws DomainError `forbidden`, `conflict` (with all that is allowed now) or `invalid`, as Lifecycle.take does.
 */
export function takeTransition(
  name: OrganizationTransition,
  state: OrganizationState,
  roles: readonly OrganizationRole[],
  reason?: string | null,
): OrganizationState {
  const { level, standing } = state;
  const mayEver = isLevelTransition(name) ? levelLifecycle.mayEver(name, roles) : standingLifecycle.mayEver(name, roles);
  const allowed = allowedTransitions(state, roles);
  if (mayEver && !allowed.includes(name))
    throw new DomainError('conflict', 'organization.transition-not-allowed', {
      detail: `"${name}" is not possible for an organization of level "${level}" and standing "${standing}".`,
      allowed,
    });
  if (isLevelTransition(name)) return { level: levelLifecycle.take(name, level, roles, reason).to, standing };
  return { level, standing: standingLifecycle.take(name, standing, roles, reason).to };
}
